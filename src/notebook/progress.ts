import { display } from "../kernel/display";
import { count } from "../theme/format";
import { escapeHtml } from "../theme/html";

/** A running count below a cell. */
export interface Progress {
  /** Sets how many are done; shown at most about ten times a second. */
  update(done: number): void;
  /** Shows the end, once; later updates do nothing. */
  finish(): void;
}

let started = 0;

/**
 * Shows how far a long step is, in one place that is updated.
 *
 * @throws Error if `total` is not a positive number.
 * @example const bar = progress("Clusters", 10); for (let k = 1; k <= 10; k++) { fit(k); bar.update(k); } bar.finish();
 */
export function progress(label: string, total: number): Progress {
  if (!(total > 0) || !Number.isFinite(total))
    throw new Error(`progress: the total is ${total}, not a positive number.`);
  const id = `segmentbook-progress-${++started}`;
  let last = Number.NEGATIVE_INFINITY;
  let done = 0;
  let settled = false;
  const draw = (update: boolean) => display(bundle(label, done, total), { id, update });
  draw(false);
  return {
    update(now) {
      if (settled) return;
      done = Math.min(total, Math.max(0, now));
      const time = performance.now();
      if (time - last < 100) return;
      last = time;
      draw(true);
    },
    finish() {
      if (settled) return;
      settled = true;
      done = total;
      draw(true);
    },
  };
}

function bundle(label: string, done: number, total: number): Record<string, unknown> {
  const text = `${label}: ${count(done)} of ${count(total)}`;
  const bar = `<progress max="${total}" value="${done}" aria-label="${escapeHtml(label)}"></progress>`;
  return { "text/html": `<p class="sb-progress">${bar} ${escapeHtml(text)}</p>`, "text/plain": text };
}
