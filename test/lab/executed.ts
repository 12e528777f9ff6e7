import { readFileSync } from "node:fs";

interface RawOutput {
  readonly output_type: string;
  readonly name?: string;
  readonly text?: string | readonly string[];
  readonly data?: Readonly<Record<string, unknown>>;
  readonly ename?: string;
}

interface RawCell {
  readonly cell_type: string;
  readonly id: string;
  readonly outputs?: readonly RawOutput[];
}

/** What one code cell put out. */
export interface CellOutputs {
  readonly id: string;
  readonly outputs: readonly Readonly<Record<string, unknown>>[];
}

/**
 * The outputs of each code cell of an executed notebook, in a form that two programs can agree on: texts joined,
 * neighbouring streams of one name made one, no metadata.
 */
export function readOutputs(path: string): readonly CellOutputs[] {
  const { cells } = JSON.parse(readFileSync(path, "utf8")) as { cells: readonly RawCell[] };
  return cells
    .filter((cell) => cell.cell_type === "code")
    .map((cell) => ({ id: cell.id, outputs: (cell.outputs ?? []).reduce(append, []) }));
}

/** As JSON with the names in order, as programs write objects in different ones. */
function written(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function append(
  before: readonly Readonly<Record<string, unknown>>[],
  output: RawOutput,
): readonly Readonly<Record<string, unknown>>[] {
  const { output_type: type } = output;
  if (type === "stream") {
    const last = before.at(-1);
    const text = joined(output.text);
    if (last?.type === type && last.name === output.name) {
      return [...before.slice(0, -1), { ...last, text: `${last.text}${text}` }];
    }
    return [...before, { type, name: output.name, text }];
  }
  if (type === "error") return [...before, { type, name: output.ename }];
  const data = Object.fromEntries(
    Object.entries(output.data ?? {}).map(([mime, value]) => [mime, joined(value)]),
  );
  return [...before, { type, data }];
}

function joined(value: unknown): unknown {
  return Array.isArray(value) && value.every((line) => typeof line === "string") ? value.join("") : value;
}

/** Where two runs of a notebook differ, one line for each cell; empty where they agree. */
export function differences(one: readonly CellOutputs[], other: readonly CellOutputs[]): readonly string[] {
  if (one.length !== other.length) return [`${one.length} cells here, ${other.length} there`];
  return one.flatMap((cell, index) => {
    const [here, there] = [written(cell), written(other[index])];
    if (here === there) return [];
    let at = 0;
    while (here[at] === there[at]) at++;
    const excerpt = (text: string): string => text.slice(Math.max(0, at - 40), at + 80);
    return [`cell ${cell.id}: ${excerpt(here)} | ${excerpt(there)}`];
  });
}
