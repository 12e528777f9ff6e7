import { relative, sep } from "node:path";
import { inspect } from "node:util";
import type TypeScript from "typescript";
import { ERR_INTERRUPTED } from "./interrupts";
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

/** Longer texts are cut: front ends hang on a message of megabytes. */
const LONGEST = 10_000;

function cut(text: string, most = LONGEST): string {
  const more = text.length - most;
  return more > 0 ? `${text.slice(0, most)}… (${more} more characters)` : text;
}

/** What a function gives, or `otherwise` if it throws: a thrown value's own getters and proxies run here. */
function attempt<T>(run: () => T, otherwise: T): T {
  try {
    return run();
  } catch {
    return otherwise;
  }
}

const shownAs = (thrown: unknown, otherwise = "a value that cannot be shown"): string =>
  attempt(() => inspect(thrown), otherwise);

function textOf(thrown: object, key: string): string {
  const value: unknown = attempt(() => Reflect.get(thrown, key), `a ${key} that cannot be read`);
  return typeof value === "string" ? value : shownAs(value);
}

/** A frame of a stack trace that lies in a cell, whatever a message says above it. */
const FRAME = new RegExp(`^ +at .*?${CELL.source}\\)?(?: \\{)?$`, "m");

/**
 * Describes whatever a cell threw: its stack in lines of the cell, and the cell's line it came from.
 *
 * @param thrown any value; not only errors can be thrown
 * @param sourceOf a cell's source by its execution count
 * @example const failure = describeThrown(error, (count) => sources.get(count));
 */
export function describeThrown(thrown: unknown, sourceOf: (count: number) => string | undefined): Failure {
  if (!attempt(() => thrown instanceof Error, false)) {
    const text = shownAs(thrown);
    return { ename: "Thrown", evalue: cut(text), traceback: [cut(`Thrown: ${text}`)] };
  }
  const error = thrown as Error;
  if (attempt(() => "code" in error && error.code === ERR_INTERRUPTED, false)) {
    return INTERRUPTED;
  }
  const [ename, message] = [textOf(error, "name"), textOf(error, "message")];
  const text = shownAs(error, `${ename}: ${message}`);
  const evalue = cut(message);
  const stack = evalue === message ? text : text.replace(message, () => evalue);
  const frames = text.slice(message === "" ? 0 : text.indexOf(message) + message.length);
  const [, count, line, column] = FRAME.exec(frames) ?? [];
  const source = sourceOf(Number(count));
  const shown = source === undefined ? [] : excerpt(source, Number(line), Number(column));
  return { ename, evalue, traceback: [...cut(stack, 2 * LONGEST).split("\n"), ...shown] };
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
  const lines = source.split(/\r?\n/);
  const described = errors.slice(0, SHOWN).map((error) => {
    const { file, start = 0, length, code } = error;
    const message = ts.flattenDiagnosticMessageText(error.messageText, "\n");
    if (!file) return [`TS${code}: ${message}`];
    const isCell = file.fileName.endsWith("/__tslab__.ts");
    const at = file.getLineAndCharacterOfPosition(start);
    let [line, column] = [at.line + (isCell ? 0 : 1), at.character + 1];
    if (isCell && line > lines.length) {
      // In what tslab has added below the cell, where something is missing at the cell's end.
      [line, column] = [lines.length, (lines.at(-1)?.length ?? 0) + 1];
    }
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
