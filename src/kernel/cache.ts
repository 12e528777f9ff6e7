import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Texts kept from one kernel to the next, by the digest of all they were made of. */
export interface Cache {
  get(key: string): string | undefined;
  put(key: string, text: string): void;
}

/** The digest of texts in order; different lists of texts give different digests. */
export function digest(...texts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest("hex");
}

const DIGEST = 64;

/**
 * Opens a cache in a folder, which is made when something is put there. A cache that cannot be read or
 * written is an empty one: it saves time, and nothing depends on it.
 *
 * @example const cache = openCache(join(home, "node_modules", ".cache", "segmentbook"));
 */
export function openCache(folder: string): Cache {
  return {
    get(key) {
      try {
        const kept = readFileSync(join(folder, key), "utf8");
        const text = kept.slice(DIGEST);
        // A file may have been cut off, where a disk was full or a machine went down.
        return kept.slice(0, DIGEST) === digest(key, text) ? text : undefined;
      } catch {
        return undefined;
      }
    },
    put(key, text) {
      const fresh = join(folder, `.${randomUUID()}`);
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(fresh, digest(key, text) + text);
        renameSync(fresh, join(folder, key));
      } catch {
        // a folder that cannot be written, or a full disk
        if (existsSync(fresh)) rmSync(fresh);
      }
    },
  };
}
