import { lstat, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { DataError } from "./data-error";

const PROJECT = resolve(__dirname, "../..");

/** The project's own data folder: raw files in `<name>/`, caches in `.cache/`. */
export const PROJECT_DATA = join(PROJECT, "data");

/** The folder of caches. It may be deleted at any time; it is filled again when needed. */
export const CACHE_DIR = join(PROJECT_DATA, ".cache");

/**
 * The folder of raw data: `dir` when given, else what SEGMENTBOOK_DATA names, else the project's `data/`.
 * A relative SEGMENTBOOK_DATA counts from the project's folder, as kernels run in their notebook's.
 * @example dataDir() // "…/data"
 */
export function dataDir(dir?: string): string {
  if (dir !== undefined) return resolve(dir);
  return resolve(PROJECT, process.env.SEGMENTBOOK_DATA || "data");
}

/**
 * The raw file of a data set in a data folder; null when the folder has nothing of that data set.
 * @throws DataError when the data folder itself, or the file within the data set's folder, is missing:
 * data that somebody meant to give is never replaced silently.
 * @example await findRaw("data", "online-retail", "data.csv")
 */
export async function findRaw(dir: string, name: string, file: string): Promise<string | null> {
  const folder = join(dir, name);
  if ((await kindOf(dir)) !== "folder" && dir !== PROJECT_DATA) {
    throw new DataError({
      file: dir,
      problem: "There is no such data folder, or it may not be read",
      advice: `set SEGMENTBOOK_DATA to a folder that holds ${name}/${file}, or unset it`,
    });
  }
  if ((await kindOf(folder)) === "nothing") return null;
  const path = join(folder, file);
  if ((await kindOf(path)) !== "file") {
    throw new DataError({
      file: path,
      problem: `The folder of ${name} is there, but its file is not (or may not be read, or is a link that leads nowhere)`,
      advice: `put ${file} there (npm run data -- ${name}), or remove the folder to work with generated data`,
    });
  }
  return path;
}

/** What lies at a path, links followed; a link that leads nowhere and a pipe are neither file nor folder. */
export async function kindOf(path: string): Promise<"file" | "folder" | "nothing" | "neither"> {
  try {
    const found = await stat(path);
    return found.isDirectory() ? "folder" : found.isFile() ? "file" : "neither";
  } catch {
    return lstat(path).then(
      () => "neither",
      (error: NodeJS.ErrnoException) =>
        ["ENOENT", "ENOTDIR"].includes(error.code ?? "") ? "nothing" : "neither",
    );
  }
}
