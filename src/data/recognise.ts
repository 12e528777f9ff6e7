import { stat } from "node:fs/promises";
import { DataError } from "./data-error";
import { openDuckDB } from "./duckdb";
import { loadRaw } from "./load";
import { scanFile } from "./scan";
import type { SourceFile } from "./sources";

/** What a file turns out to be: the original, nothing at all, or something else, and how it is known. */
export interface Recognised {
  readonly kind: "original" | "absent" | "other";
  /** For people: the digest found, or what differs. */
  readonly detail: string;
}

/**
 * Says whether the file at a path is the one of a source: by its digest where one is pinned, else by its layout and
 * number of rows. O(bytes).
 * @throws Error as `node:fs` does when the file is there and cannot be read.
 * @example (await recognise("downloads/orders.csv", source.files[0])).kind // "original"
 */
export async function recognise(path: string, { digest, shape }: SourceFile): Promise<Recognised> {
  try {
    if (!(await stat(path)).isFile()) return { kind: "other", detail: "this is no file" };
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) {
      return { kind: "absent", detail: "no such file" };
    }
    throw error;
  }
  if (digest !== null) {
    const { sha256, bytes } = await scanFile(path);
    if (sha256 === digest.sha256) return { kind: "original", detail: `SHA-256 ${sha256}` };
    return {
      kind: "other",
      detail: `${bytes} bytes, SHA-256 ${sha256}; the original has ${digest.bytes} bytes`,
    };
  }
  const engine = await openDuckDB();
  try {
    const { rows } = await loadRaw(engine, path, shape!.layout, "candidate", null);
    if (rows === shape!.rows) return { kind: "original", detail: `${rows} rows of the right layout` };
    return { kind: "other", detail: `${rows} rows; the original has ${shape!.rows}` };
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return { kind: "other", detail: error.message };
  } finally {
    await engine.close();
  }
}
