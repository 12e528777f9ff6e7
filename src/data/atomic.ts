import { randomUUID } from "node:crypto";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Writes a file or a folder so that others see it whole or not at all: `write` fills a temporary name beside it,
 * which is then renamed. Two processes may do so at once; the later rename wins.
 * @throws whatever `write` throws; the temporary file is removed first.
 * @example await writeAtomically("out.txt", (path) => writeFile(path, "text"))
 */
export async function writeAtomically(path: string, write: (path: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await write(temporary);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
}
