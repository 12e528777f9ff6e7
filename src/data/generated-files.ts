import { createHash, randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { scanFile } from "./scan";

/** Files that a generator can write. */
export interface Generated {
  /** What decides the bytes: data set, version of the generator, its options; part of a kept folder's name. */
  readonly label: string;
  /** The files' names. */
  readonly files: readonly string[];
  /** Writes all files into a folder that is there and empty. */
  write(folder: string): Promise<void>;
}

/**
 * Gives a folder of generated files to `use`. With a cache folder it is kept there, the digest of its files
 * in its name, and a kept folder whose bytes no longer match that digest is made again; without one it is
 * removed after use. O(bytes).
 * @throws whatever `write` and `use` throw, such as RangeError for options out of range.
 * @example await withGeneratedFiles(generatedOnlineRetail({ seed: 1, rows: 1000 }), null, (folder) => readdir(folder))
 */
export async function withGeneratedFiles<T>(
  generated: Generated,
  cacheDir: string | null,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const kept = cacheDir === null ? null : await keptFolder(generated, cacheDir);
  if (kept !== null) return use(kept);
  const folder = await mkdtemp(join(tmpdir(), "segmentbook-"));
  try {
    await generated.write(folder);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The kept folder, made when it is not there or broken; null when the cache folder cannot be written. */
async function keptFolder(generated: Generated, cacheDir: string): Promise<string | null> {
  const prefix = `generated-${generated.label}-`;
  const named = async (folder: string) => `${prefix}${await digestOf(folder, generated.files)}`;
  const temporary = join(cacheDir, `${prefix}${randomUUID()}.tmp`);
  try {
    await mkdir(cacheDir, { recursive: true });
    for (const name of await readdir(cacheDir)) {
      if (!name.startsWith(prefix) || name.endsWith(".tmp")) continue;
      const folder = join(cacheDir, name);
      if (name === (await named(folder))) return folder;
      await rm(folder, { recursive: true, force: true });
    }
    await mkdir(temporary);
    await generated.write(temporary);
    const folder = join(cacheDir, await named(temporary));
    await rename(temporary, folder).catch((error: NodeJS.ErrnoException) => {
      // Another process was faster: its folder has the same bytes, as its name says.
      if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
    });
    return folder;
  } catch (error) {
    if (isUnwritable(error)) return null;
    throw error;
  } finally {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** One digest of all files' bytes; empty when one is not there. */
async function digestOf(folder: string, files: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  try {
    for (const file of files) hash.update((await scanFile(join(folder, file))).sha256);
  } catch {
    return "";
  }
  return hash.digest("hex");
}

/** Whether a folder refuses writing: it is read-only, forbidden, full, or there is a file in its place. */
function isUnwritable(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return ["EACCES", "EPERM", "EROFS", "ENOSPC", "ENOTDIR", "EEXIST"].includes(code);
}
