import { accessSync, constants, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Writes a file so that no reader ever sees half of it: to a temporary name beside it, then renamed.
 * Folders on the way are made.
 *
 * @throws {Error} as `node:fs` does; the temporary file is then removed
 * @example writeAtomic("outputs/index.html", html)
 */
export function writeAtomic(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/**
 * Makes sure that files can be written into a folder, which is made if it is not there.
 *
 * @throws {Error} that says why not
 * @example requireFolder("outputs")
 */
export function requireFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.W_OK);
  } catch (error) {
    const file = statSync(path, { throwIfNoEntry: false })?.isFile() === true;
    const reason = file ? "it is a file" : (error as Error).message;
    throw new Error(`Reports cannot be written into "${path}": ${reason}.`);
  }
}
