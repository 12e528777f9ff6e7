/** What a cell may hold as MIME data: text (whole or in lines) or JSON. */
export type Bundle = Readonly<Record<string, unknown>>;

/** One output of a code cell, as nbformat 4 writes it. */
export type Output =
  | { output_type: "stream"; name: "stdout" | "stderr"; text: string[] }
  | { output_type: "display_data"; data: Bundle; metadata: Record<string, unknown> }
  | {
      output_type: "execute_result";
      execution_count: number | null;
      data: Bundle;
      metadata: Record<string, unknown>;
    }
  | { output_type: "error"; ename: string; evalue: string; traceback: string[] };

/** One cell of a notebook. `source` is always in lines here, each but the last ending in a newline. */
export interface Cell {
  id: string;
  cell_type: "code" | "markdown" | "raw";
  metadata: Record<string, unknown>;
  source: string[];
  attachments?: Record<string, Record<string, unknown>>;
  execution_count?: number | null;
  outputs?: Output[];
}

/** A notebook of nbformat 4. */
export interface Notebook {
  nbformat: number;
  nbformat_minor: number;
  metadata: Record<string, unknown>;
  cells: Cell[];
}

/**
 * Splits text as nbformat stores it: one entry a line, the newline kept at its end.
 *
 * @example splitLines("a\nb") // ["a\n", "b"]
 */
export function splitLines(text: string): string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}

/**
 * Joins text that nbformat stores as one string or as lines; anything else gives an empty string.
 *
 * @example joinLines(["a\n", "b"]) // "a\nb"
 */
export function joinLines(text: unknown): string {
  if (typeof text === "string") return text;
  return Array.isArray(text) ? text.map((line) => String(line)).join("") : "";
}

/**
 * Tags of a cell, such as `parameters`; an empty list where there are none.
 *
 * @example tagsOf(cell).includes("parameters")
 */
export function tagsOf(cell: Cell): readonly string[] {
  const tags = cell.metadata.tags;
  return Array.isArray(tags) ? tags.filter((tag): tag is string => typeof tag === "string") : [];
}

/**
 * True for an object that is neither null nor an array.
 *
 * @example isRecord([]) // false
 */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Reads a notebook from the text of its file.
 *
 * @param text the file's JSON
 * @param name how to call the file in messages
 * @throws {Error} if the text is no JSON, no notebook, older than nbformat 4, or has a cell of unknown type
 * @example parseNotebook(readFileSync("a.ipynb", "utf8"), "a.ipynb").cells.length
 */
export function parseNotebook(text: string, name: string): Notebook {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Error(`${name} is not a notebook: its JSON cannot be read (${(error as Error).message}).`);
  }
  if (!isRecord(json) || !Array.isArray(json.cells) || typeof json.nbformat !== "number") {
    throw new Error(`${name} is not a notebook: it has no "nbformat" number and list of "cells".`);
  }
  if (json.nbformat !== 4) {
    throw new Error(
      `${name} is in notebook format ${json.nbformat}; open and save it in Jupyter to get format 4.`,
    );
  }
  const cells = json.cells.map((cell: unknown, index: number) => parseCell(cell, index, name));
  const minor = typeof json.nbformat_minor === "number" ? json.nbformat_minor : 0;
  return {
    nbformat: 4,
    nbformat_minor: Math.max(minor, 5),
    metadata: isRecord(json.metadata) ? json.metadata : {},
    cells,
  };
}

/**
 * Makes sure that a notebook is written in TypeScript or JavaScript, as far as it says so.
 *
 * @param name how to call the file in messages
 * @throws {Error} naming the language that it is in
 * @example requireTypeScript(notebook, "a.ipynb")
 */
export function requireTypeScript({ metadata }: Notebook, name: string): void {
  const { kernelspec, language_info: info } = metadata;
  const language =
    isRecord(kernelspec) && kernelspec.language ? kernelspec.language : isRecord(info) && info.name;
  if (typeof language !== "string" || /^(?:typescript|javascript)$/i.test(language)) return;
  throw new Error(`${name} is written in ${language}; only TypeScript notebooks can be run here.`);
}

/**
 * Writes a notebook as Jupyter does: one space of indent, a newline at the end.
 *
 * @example writeFileSync("a.ipynb", formatNotebook(notebook))
 */
export function formatNotebook(notebook: Notebook): string {
  return `${JSON.stringify(notebook, null, 1)}\n`;
}

function parseCell(cell: unknown, index: number, name: string): Cell {
  const type = isRecord(cell) ? cell.cell_type : undefined;
  if (!isRecord(cell) || (type !== "code" && type !== "markdown" && type !== "raw")) {
    throw new Error(
      `${name}: cell ${index + 1} is of type ${JSON.stringify(type)}; known are code, markdown, raw.`,
    );
  }
  const parsed: Cell = {
    id: typeof cell.id === "string" ? cell.id : `cell-${index + 1}`,
    cell_type: type,
    metadata: isRecord(cell.metadata) ? cell.metadata : {},
    source: splitLines(joinLines(cell.source)),
  };
  if (isRecord(cell.attachments)) parsed.attachments = cell.attachments as Cell["attachments"];
  if (type === "code") {
    parsed.execution_count = typeof cell.execution_count === "number" ? cell.execution_count : null;
    parsed.outputs = Array.isArray(cell.outputs) ? cell.outputs.filter(isRecord).map(parseOutput) : [];
  }
  return parsed;
}

function parseOutput(output: Record<string, unknown>): Output {
  const data = isRecord(output.data) ? output.data : {};
  const metadata = isRecord(output.metadata) ? output.metadata : {};
  switch (output.output_type) {
    case "stream": {
      const name = output.name === "stderr" ? "stderr" : "stdout";
      return { output_type: "stream", name, text: splitLines(joinLines(output.text)) };
    }
    case "error": {
      const traceback = Array.isArray(output.traceback) ? output.traceback.map(String) : [];
      return {
        output_type: "error",
        ename: String(output.ename ?? ""),
        evalue: String(output.evalue ?? ""),
        traceback,
      };
    }
    case "execute_result": {
      const count = typeof output.execution_count === "number" ? output.execution_count : null;
      return { output_type: "execute_result", execution_count: count, data, metadata };
    }
    default:
      return { output_type: "display_data", data, metadata };
  }
}
