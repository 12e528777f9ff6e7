/** Hears how a run of several notebooks goes. */
export interface Progress {
  start(name: string): void;
  cell(name: string, index: number, of: number): void;
  /** A notebook has ended; `note` says what came of it. */
  end(name: string, note: string): void;
  /** Takes the live lines away while something else writes to the terminal. */
  around(write: () => void): void;
  /** Takes away what is live; nothing may be called after it. */
  close(): void;
}

/** The part of a stream that progress needs. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

interface Running {
  readonly since: number;
  /** Seconds after which a plain line says that it still runs. */
  due: number;
  state: string;
}

const redrawEvery = 200;
const sayEvery = 10;

/**
 * Shows progress on a stream: on a terminal one line a running notebook, redrawn; elsewhere plain lines as
 * notebooks begin and end, and one every ten seconds in between.
 *
 * @param now clock in milliseconds
 * @example const progress = showProgress(process.stdout); progress.start("01-cleaning");
 */
export function showProgress(out: Terminal, now: () => number = Date.now): Progress {
  const running = new Map<string, Running>();
  const live = out.isTTY === true;
  let drawn = 0;
  const seconds = (since: number): string => `${((now() - since) / 1000).toFixed(1)} s`;
  const lineOf = ([name, { since, state }]: [string, Running]): string =>
    `${name}: ${state}, ${seconds(since)}`;
  const wipe = (): void => {
    // Up and clear to the end, so that lines of text can take the place of the live ones.
    if (drawn > 0) out.write(`\u001b[${drawn}A\u001b[0J`);
    drawn = 0;
  };
  const draw = (): void => {
    if (!live) return;
    wipe();
    const width = Math.max(20, (out.columns ?? 80) - 1);
    for (const entry of running) out.write(`  ${lineOf(entry)}`.slice(0, width).concat("\n"));
    drawn = running.size;
  };
  const print = (text: string): void => {
    wipe();
    out.write(`${text}\n`);
    draw();
  };
  const sayDue = (): void => {
    for (const entry of running) {
      const elapsed = (now() - entry[1].since) / 1000;
      if (elapsed < entry[1].due) continue;
      entry[1].due = elapsed + sayEvery;
      print(lineOf(entry));
    }
  };
  const tick = (): void => {
    if (live) draw();
    else sayDue();
  };
  const timer = setInterval(tick, redrawEvery);
  timer.unref();
  return {
    start(name) {
      running.set(name, { since: now(), due: sayEvery, state: "starting" });
      if (live) draw();
      else print(`${name}: starting`);
    },
    cell(name, index, of) {
      const entry = running.get(name);
      if (entry !== undefined) entry.state = `cell ${index} of ${of}`;
      draw();
    },
    end(name, note) {
      const since = running.get(name)?.since ?? now();
      running.delete(name);
      print(`${name}: ${note}, ${seconds(since)}`);
    },
    around(write) {
      wipe();
      write();
      draw();
    },
    close() {
      clearInterval(timer);
      wipe();
    },
  };
}
