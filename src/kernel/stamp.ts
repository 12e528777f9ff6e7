import { statSync } from "node:fs";

/**
 * What tells one state of a file from another without reading it; empty if there is no such file. The time of
 * the last change of its state cannot be set back, so neither `touch` nor `cp -p` hide an edit.
 *
 * @example const edited = stampOf(file) !== before;
 */
export function stampOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat ? `${stat.mtimeMs} ${stat.ctimeMs} ${stat.size} ${stat.ino}` : "";
}
