import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GENERATOR_VERSION, type GenerateOptions, generateOnlineRetail } from "./generate/online-retail";
import { writeCsv } from "./generate/write";
import { scanFile } from "./scan";

/**
 * Gives a generated file of Online Retail to `use`. With a cache folder the file is kept there, its
 * digest in its name, and a kept file whose bytes no longer match that digest is made again; without
 * one it is removed after use. 541,909 rows are written in about 1.5 s.
 * @throws RangeError when the rows or the seed are out of range; whatever `use` throws.
 * @example await withGeneratedFile({ seed: 1, rows: 1000 }, null, (path) => scanFile(path))
 */
export async function withGeneratedFile<T>(
  options: GenerateOptions,
  cacheDir: string | null,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const kept = cacheDir === null ? null : await keptFile(options, cacheDir);
  if (kept !== null) return use(kept);
  const folder = await mkdtemp(join(tmpdir(), "segmentbook-"));
  try {
    const path = join(folder, "data.csv");
    await writeCsv(path, generateOnlineRetail(options).orders);
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The kept file, made when it is not there or broken; null when the cache folder cannot be written. */
async function keptFile(options: GenerateOptions, cacheDir: string): Promise<string | null> {
  const prefix = `generated-v${GENERATOR_VERSION}-seed${options.seed}-rows${options.rows}-`;
  try {
    await mkdir(cacheDir, { recursive: true });
    for (const name of await readdir(cacheDir)) {
      if (!name.startsWith(prefix) || !name.endsWith(".csv")) continue;
      const path = join(cacheDir, name);
      if (name === `${prefix}${(await scanFile(path)).sha256}.csv`) return path;
      await rm(path, { force: true });
    }
  } catch (error) {
    if (isUnwritable(error)) return null;
    throw error;
  }
  const temporary = join(cacheDir, `${prefix}${randomUUID()}.tmp`);
  try {
    await writeCsv(temporary, generateOnlineRetail(options).orders);
    const path = join(cacheDir, `${prefix}${(await scanFile(temporary)).sha256}.csv`);
    await rename(temporary, path);
    return path;
  } catch (error) {
    await rm(temporary, { force: true });
    if (isUnwritable(error)) return null;
    throw error;
  }
}

/** Whether a folder refuses writing: it is read-only, forbidden, full, or there is a file in its place. */
function isUnwritable(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return ["EACCES", "EPERM", "EROFS", "ENOSPC", "ENOTDIR", "EEXIST"].includes(code);
}
