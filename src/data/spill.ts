import { randomUUID } from "node:crypto";
import { readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const NAME = /^segmentbook-spill-(\d+)-[0-9a-f-]{36}$/;
/** How long nothing was written to a folder before it counts as left behind, in milliseconds. */
const QUIET = 3_600_000;

/**
 * A new name for a folder of temporary files of this process, below the system's; the engine makes it when it needs it
 * and removes it when it is closed. Folders that killed processes left behind are removed. O(entries of the folder).
 * @param parent the folder of temporary files; the system's by default
 * @example spillFolder() // "/tmp/segmentbook-spill-4711-…"
 */
export function spillFolder(parent: string = tmpdir()): string {
  for (const name of namesIn(parent)) {
    const pid = NAME.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const folder = join(parent, name);
    try {
      // A process of another container, unseen from here, would have written lately.
      if (Date.now() - statSync(folder).mtimeMs > QUIET) rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another process was faster, or the folder is another user's.
    }
  }
  return join(parent, `segmentbook-spill-${process.pid}-${randomUUID()}`);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
