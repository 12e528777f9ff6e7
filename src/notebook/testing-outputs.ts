/** What a cell showed: a bundle by MIME type, and how. */
export interface Output {
  readonly bundle: Readonly<Record<string, unknown>>;
  readonly id?: string;
  readonly update?: boolean;
}

/** Runs `cell` as if in a kernel and gives what it showed. */
export function outputsOf(cell: () => void): Output[] {
  const hook = Symbol.for("segmentbook.kernel");
  const outputs: Output[] = [];
  const place = globalThis as Record<symbol, unknown>;
  place[hook] = {
    display: (bundle: Output["bundle"], options: Omit<Output, "bundle">) =>
      outputs.push({ bundle, ...options }),
    clearOutput: () => outputs.splice(0),
  };
  try {
    cell();
  } finally {
    delete place[hook];
  }
  return outputs;
}
