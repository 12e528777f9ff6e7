import { relative, sep } from "node:path";
import { inspect } from "node:util";
import type TypeScript from "typescript";
import { CELL } from "./stack";
import type { Ts } from "./tslab";

/** What a failed cell says: the content of an `error` message. */
export interface Failure {
  ename: string;
  evalue: string;
  traceback: string[];
}

/** The source line of a place with a caret under its column; tabs are kept so that the caret stands right. */
function excerpt(source: string, line: number, column: number, length = 1): string[] {
  const text = source.split(/\r?\n/)[line - 1];
  if (text === undefined) return [];
  const gutter = `${line} | `;
  const before = text.slice(0, column - 1).replace(/[^\t]/g, " ");
  const width = Math.max(1, Math.min(length, text.length - column + 1));
  return ["", gutter + text, " ".repeat(gutter.length) + before + "^".repeat(width)];
}

/** The failure of a cell that was interrupted. */
export const INTERRUPTED: Failure = {
  ename: "Interrupted",
  evalue: "The cell was interrupted.",
  traceback: ["Interrupted: The cell was interrupted."],
};

/** The value as Node shows it; its own code can run there, and throw again. */
function shownAs(thrown: unknown): string {
  try {
    return inspect(thrown);
  } catch {
    return "a value that cannot be shown";
  }
}

/**
 * Describes whatever a cell threw: its stack in lines of the cell, and the cell's line it came from.
 *
 * @param thrown any value; not only errors can be thrown
 * @param sourceOf a cell's source by its execution count
 * @example const failure = describeThrown(error, (count) => sources.get(count));
 */
export function describeThrown(thrown: unknown, sourceOf: (count: number) => string | undefined): Failure {
  if (thrown instanceof Error && "code" in thrown && thrown.code === "ERR_SCRIPT_EXECUTION_INTERRUPTED") {
    return INTERRUPTED;
  }
  const text = shownAs(thrown);
  if (!(thrown instanceof Error)) {
    return { ename: "Thrown", evalue: text, traceback: [`Thrown: ${text}`] };
  }
  const [, count, line, column] = CELL.exec(text) ?? [];
  const source = sourceOf(Number(count));
  const shown = source === undefined ? [] : excerpt(source, Number(line), Number(column));
  return { ename: thrown.name, evalue: thrown.message, traceback: [...text.split("\n"), ...shown] };
}

const SHOWN = 20;

/**
 * Describes what is wrong with a cell's types, or with those of a file it imports.
 *
 * @param name the cell's name, such as `cell[3]`
 * @param source the cell's text
 * @param project the folder that files are named from
 * @example const failure = describeDiagnostics(ts, errors, "cell[3]", code, project);
 */
export function describeDiagnostics(
  ts: Ts,
  errors: readonly TypeScript.Diagnostic[],
  name: string,
  source: string,
  project: string,
): Failure {
  const described = errors.slice(0, SHOWN).map((error) => {
    const { file, start = 0, length, code } = error;
    const message = ts.flattenDiagnosticMessageText(error.messageText, "\n");
    if (!file) return [`TS${code}: ${message}`];
    const isCell = file.fileName.endsWith("/__tslab__.ts");
    const at = file.getLineAndCharacterOfPosition(start);
    const [line, column] = [at.line + (isCell ? 0 : 1), at.character + 1];
    const shown = relative(project, file.fileName).split(sep).join("/");
    const where = isCell ? name : shown.startsWith("..") ? file.fileName : shown;
    return [
      `${where}:${line}:${column} - TS${code}: ${message}`,
      ...excerpt(isCell ? source : file.text, line, column, length),
    ];
  });
  const more = errors.length > SHOWN ? ["", `… and ${errors.length - SHOWN} more.`] : [];
  const traceback = described.flatMap((lines, i) => (i === 0 ? lines : ["", ...lines])).concat(more);
  return { ename: "TypeScriptError", evalue: traceback[0] ?? "", traceback };
}
