import { readFile, rm, writeFile } from "node:fs/promises";

/**
 * Runs `use` while a lock file is held, so that two processes never do the same work at once. The lock of a process
 * that is no more is taken over.
 * @throws what `held` makes of the holder's process id when another has the lock; whatever `use` throws.
 * @example await withLock("data.csv.lock", (pid) => new Error(`process ${pid} is at it`), async () => { … })
 */
export async function withLock<T>(
  path: string,
  held: (pid: string) => Error,
  use: () => Promise<T>,
): Promise<T> {
  while (!(await taken(path))) {
    const holder = await readFile(path, "utf8").catch(() => "");
    if (!isGone(holder)) throw held(holder);
    await rm(path, { force: true });
  }
  try {
    return await use();
  } finally {
    await rm(path, { force: true });
  }
}

async function taken(path: string): Promise<boolean> {
  try {
    await writeFile(path, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Whether the process of that id has ended; a lock that is being written holds no id yet. */
function isGone(holder: string): boolean {
  if (!/^\d+$/.test(holder)) return false;
  try {
    process.kill(Number(holder), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
