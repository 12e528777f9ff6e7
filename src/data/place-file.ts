import { copyFile, mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { writeAtomically } from "./atomic";
import { DownloadError } from "./download-error";
import { scanFile } from "./scan";

/** What a file must be. */
export interface Digest {
  readonly bytes: number;
  /** SHA-256 in hexadecimal. */
  readonly sha256: string;
}

/**
 * Checks that a file is the one with that digest. O(bytes).
 * @param source what the error names as the file's origin
 * @throws DownloadError with the digest found and the one wanted.
 * @example await requireDigest("data.csv", { bytes: 9, sha256: "…" }, "https://example.org/data.csv")
 */
export async function requireDigest(path: string, wanted: Digest, source: string): Promise<void> {
  const { sha256, bytes } = await scanFile(path);
  if (sha256 === wanted.sha256) return;
  const found = `SHA-256 ${sha256}, ${bytes} bytes`;
  const right = `the right one has ${wanted.sha256}, ${wanted.bytes} bytes`;
  throw new DownloadError(source, `this is another file (${found}; ${right}); get it from another place`);
}

/**
 * Copies a file that one already has to its place, whole or not at all, after checking its digest.
 * @throws DownloadError when it is another file or cannot be read; Error as `node:fs` does when it cannot be written.
 * @example await placeFile("downloads/data.csv", "data/online-retail/data.csv", source)
 */
export async function placeFile(from: string, to: string, wanted: Digest): Promise<void> {
  // Before anything is written, so that a wrong file leaves no trace, not even a folder.
  await requireDigest(from, wanted, from).catch((cause: NodeJS.ErrnoException) => {
    if (cause instanceof DownloadError) throw cause;
    throw new DownloadError(from, `this is no file that can be read (${cause.message}); check the path`, {
      cause,
    });
  });
  await writeAtomically(to, async (temporary) => {
    await copyFile(from, temporary);
    await requireDigest(temporary, wanted, from);
  });
}

/**
 * Copies checked files into a folder that is not there yet, all or none: the folder gets its name when they are whole.
 * @throws DownloadError when something lies there already; Error as `node:fs` does when it cannot be written.
 * @example await placeAll("downloads", "data/instacart", ["orders.csv", "products.csv"])
 */
export async function placeAll(from: string, to: string, files: readonly string[]): Promise<void> {
  const free = await stat(to).then(
    () => false,
    () => true,
  );
  if (!free) throw new DownloadError(to, "something lies here already; move it away first");
  await writeAtomically(to, async (temporary) => {
    await mkdir(temporary);
    for (const file of files) await copyFile(join(from, file), join(temporary, file));
  });
}

/**
 * Whether the right file lies at a path already; false when nothing is there.
 * @throws DownloadError when another file is there: it is not overwritten.
 * @example await isInPlace("data/online-retail/data.csv", source)
 */
export async function isInPlace(path: string, wanted: Digest): Promise<boolean> {
  try {
    await stat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
  await requireDigest(path, wanted, path).catch((cause: unknown) => {
    throw new DownloadError(path, "another file lies here already; move it away first", { cause });
  });
  return true;
}
