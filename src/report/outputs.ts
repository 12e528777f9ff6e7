import { isRecord, joinLines, type Output, splitLines } from "./nbformat";
import { foldCarriageReturns } from "./terminal";

/** A message of the kernel's iopub channel, as far as outputs are concerned. */
export interface OutputMessage {
  readonly type: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/**
 * Folds a kernel's messages into the outputs of a notebook's cells, as a front end does: neighbouring text of
 * one stream is joined, displays with an id are replaced in place (in whichever cell they stand) and
 * `clear_output` is obeyed. One `OutputFolder` serves all cells of one notebook.
 *
 * @example
 * const folder = new OutputFolder();
 * const cell = folder.cell();
 * cell.apply({ type: "stream", content: { name: "stdout", text: "hello\n" } });
 * cell.outputs(); // [{ output_type: "stream", name: "stdout", text: ["hello\n"] }]
 */
export class OutputFolder {
  private readonly displays = new Map<string, Set<DisplayOutput>>();

  /** Begins the outputs of a cell. */
  cell(): CellOutputs {
    return new CellOutputs(this.displays);
  }
}

type DisplayOutput = Extract<Output, { output_type: "display_data" }>;
interface OpenStream {
  output_type: "open";
  name: "stdout" | "stderr";
  pieces: string[];
}

/** The outputs of one cell, growing as messages arrive. */
export class CellOutputs {
  private list: (Exclude<Output, { output_type: "stream" }> | OpenStream)[] = [];
  private clearNext = false;

  constructor(private readonly displays: Map<string, Set<DisplayOutput>>) {}

  /** Takes one message in; kinds that are no output are passed over. */
  apply(message: OutputMessage): void {
    const { type, content } = message;
    if (type === "clear_output") {
      if (content.wait === true) this.clearNext = true;
      else this.list = [];
      return;
    }
    if (type === "update_display_data") {
      this.update(content);
      return;
    }
    if (type !== "stream" && type !== "display_data" && type !== "execute_result" && type !== "error") return;
    if (this.clearNext) this.list = [];
    this.clearNext = false;
    if (type === "stream") this.stream(content);
    else if (type === "display_data") this.display(content);
    else if (type === "execute_result") {
      const count = typeof content.execution_count === "number" ? content.execution_count : null;
      this.list.push({ output_type: "execute_result", execution_count: count, ...bundleOf(content) });
    } else this.list.push(errorOf(content));
  }

  /** The outputs so far, as nbformat stores them; carriage returns in text are folded. */
  outputs(): Output[] {
    return this.list.map((output) =>
      output.output_type === "open"
        ? {
            output_type: "stream",
            name: output.name,
            text: splitLines(foldCarriageReturns(output.pieces.join(""))),
          }
        : output,
    );
  }

  private stream(content: Readonly<Record<string, unknown>>): void {
    const name = content.name === "stderr" ? "stderr" : "stdout";
    const last = this.list.at(-1);
    const text = joinLines(content.text);
    if (last?.output_type === "open" && last.name === name) last.pieces.push(text);
    else this.list.push({ output_type: "open", name, pieces: [text] });
  }

  private display(content: Readonly<Record<string, unknown>>): void {
    const output: DisplayOutput = { output_type: "display_data", ...bundleOf(content) };
    this.list.push(output);
    const id = displayId(content);
    if (id === undefined) return;
    const same = this.displays.get(id) ?? new Set();
    this.displays.set(id, same.add(output));
  }

  private update(content: Readonly<Record<string, unknown>>): void {
    for (const output of this.displays.get(displayId(content) ?? "") ?? []) {
      Object.assign(output, bundleOf(content));
    }
  }
}

function displayId(content: Readonly<Record<string, unknown>>): string | undefined {
  const transient = content.transient;
  return isRecord(transient) && typeof transient.display_id === "string" ? transient.display_id : undefined;
}

// Text is stored in lines, as Jupyter does, so that a changed notebook differs by lines; JSON stays as it is.
function bundleOf(content: Readonly<Record<string, unknown>>): {
  data: Record<string, unknown>;
  metadata: Record<string, unknown>;
} {
  const data = isRecord(content.data) ? content.data : {};
  const stored = Object.entries(data).map(([type, value]): [string, unknown] => {
    const lines = typeof value === "string" && (type.startsWith("text/") || type === "image/svg+xml");
    return [type, lines ? splitLines(value) : value];
  });
  return { data: Object.fromEntries(stored), metadata: isRecord(content.metadata) ? content.metadata : {} };
}

function errorOf(content: Readonly<Record<string, unknown>>): Output & { output_type: "error" } {
  const traceback = Array.isArray(content.traceback) ? content.traceback.map(String) : [];
  return {
    output_type: "error",
    ename: String(content.ename ?? "Error"),
    evalue: String(content.evalue ?? ""),
    traceback,
  };
}
