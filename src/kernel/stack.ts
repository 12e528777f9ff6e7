import type { SourceMapPayload } from "node:module";
import { SourceMap } from "node:module";

/** A place in a source as its writer sees it: lines and columns count from 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** Leads from a line and column of running code (counted from 1) to the source's. */
export type Locate = (line: number, column: number) => Place | undefined;

const sources = new Map<string, Locate>();

/** Matches a cell's name as it stands in stack traces and messages. */
export const CELL = /cell\[(\d+)\]:(\d+):(\d+)/;

/** The name under which a cell's code runs: `cell[3]`. */
export const cellName = (count: number): string => `cell[${count}]`;

/**
 * Makes a `Locate` from a source map.
 *
 * @example const locate = throughMap(JSON.parse(sourceMapText), "src/rfm.ts");
 */
export function throughMap(payload: SourceMapPayload, file: string): Locate {
  let map: SourceMap | undefined;
  return (line, column) => {
    map ??= new SourceMap(payload);
    const entry = map.findEntry(line - 1, column - 1);
    if (!("originalLine" in entry)) return undefined;
    return { file, line: entry.originalLine + 1, column: entry.originalColumn + 1 };
  };
}

/**
 * Tells stack traces how code that runs under `file` was made.
 *
 * @example registerSource("cell[3]", locate);
 */
export function registerSource(file: string, locate: Locate): void {
  sources.set(file, locate);
}

/** Adds the `await` of a cell through which an error came to the frames of the error. */
export function addFrame(error: unknown, place: Place | undefined): void {
  try {
    if (!place || !(error instanceof Error) || !error.stack) return;
    error.stack += `\n    at async ${place.file}:${place.line}:${place.column}`;
  } catch {
    // an error that cannot be written
  }
}

/** A frame as text; nothing for one that no line of its source has made. */
function render(site: NodeJS.CallSite): string[] {
  const file = site.getFileName() ?? "";
  const [line, column] = [site.getLineNumber() ?? 0, site.getColumnNumber() ?? 0];
  const locate = sources.get(file);
  if (!locate) return [`\n    at ${site}`];
  const place = locate(line, column);
  if (!place) return [];
  const shown = `${place.file}:${place.line}:${place.column}`;
  return [`\n    at ${String(site).replace(`${file}:${line}:${column}`, () => shown)}`];
}

/**
 * Renders a stack trace in the places of the sources and without the frames of the kernel: those that ran
 * the cell, and those of files in `kernelFolder`.
 *
 * @example Error.prepareStackTrace = (error, sites) => renderStack(error, sites, __dirname);
 */
export function renderStack(error: Error, sites: NodeJS.CallSite[], kernelFolder: string): string {
  const files = sites.map((site) => site.getFileName() ?? "");
  const isKernel = (file: string) => file.startsWith(kernelFolder);
  const last = files.findLastIndex((file) => file.startsWith("cell["));
  const below = files.findIndex((file, i) => i > last && (isKernel(file) || file.startsWith("node:")));
  let end = last < 0 || below < 0 ? sites.length : below;
  // A cell that awaits is a generator, which the kernel steps through.
  if (/^Generator\.(next|throw) /.test(String(sites[end - 1] ?? ""))) end--;
  const kept = sites.slice(0, end).filter((_, i) => !isKernel(files[i] ?? ""));
  let head: string;
  try {
    head = String(error);
  } catch {
    head = "Error";
  }
  return head + kept.flatMap(render).join("");
}

/**
 * Says in its stack where in a cell's source a syntax error lies that only V8 has found, such as a bad regular
 * expression: V8 names the place in the code made of the cell, above the error's name.
 */
export function placeSyntaxError(error: unknown, name: string, locate: Locate): void {
  if (!(error instanceof SyntaxError)) return;
  const [, line, caret = ""] = /^.*:(\d+)\n.*\n( *)\^/.exec(error.stack ?? "") ?? [];
  const place = locate(Number(line), caret.length + 1);
  const at = place ? `${name}:${place.line}:${place.column}` : name;
  error.stack = `${error}\n    at ${at}`;
}
