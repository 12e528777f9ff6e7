/** One output in several forms, by MIME type; a front end shows the richest it can. */
export type MimeBundle = Readonly<Record<string, unknown>>;

/** Choices for one display. */
export interface DisplayOptions {
  /** A name under which the display can be replaced later. */
  id?: string;
  /** Replaces the display of the same `id` instead of adding one. */
  update?: boolean;
  /** Metadata by MIME type, such as `{ "image/png": { width: 640 } }`. */
  metadata?: Record<string, unknown>;
}

/** What the kernel hangs on `globalThis` for the code of its cells. */
export interface KernelHook {
  display(bundle: MimeBundle, options: DisplayOptions): void;
  clearOutput(wait: boolean): void;
}

/** Where the hook hangs; cells and modules share one `globalThis`. */
export const KERNEL_HOOK = Symbol.for("segmentbook.kernel");

function hook(): KernelHook | undefined {
  return (globalThis as { [KERNEL_HOOK]?: KernelHook })[KERNEL_HOOK];
}

/** Whether this code runs in a notebook's kernel. */
export function inKernel(): boolean {
  return hook() !== undefined;
}

/**
 * Shows one output in all its forms with one message. Outside of a kernel it prints the `text/plain` form.
 *
 * Binary forms (`image/png`) are given as base64 text; `application/vnd.vegalite.v5+json` as the object itself.
 *
 * @throws Error if `update` is asked for without an `id`, or in a kernel if the bundle cannot be made JSON.
 * @example
 * display({ "image/svg+xml": svg, "text/plain": "Revenue by month" });
 * display({ "text/plain": "50 %" }, { id: "progress", update: true });
 */
export function display(bundle: MimeBundle, options: DisplayOptions = {}): void {
  if (options.update && options.id === undefined) {
    throw new Error("display: an update needs the id of the display it replaces.");
  }
  const kernel = hook();
  if (kernel) kernel.display(bundle, options);
  else if (typeof bundle["text/plain"] === "string") process.stdout.write(`${bundle["text/plain"]}\n`);
}

/**
 * Clears the cell's output: at once, or with `wait` when its next output comes (no flicker). Outside of a
 * kernel it does nothing.
 *
 * @example clearOutput(true);
 */
export function clearOutput(wait = false): void {
  hook()?.clearOutput(wait);
}
