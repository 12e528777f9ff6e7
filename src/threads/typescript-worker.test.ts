import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { typescriptWorker } from "./typescript-worker";

const folder = mkdtempSync(join(tmpdir(), "segmentbook-threads-"));
after(() => rmSync(folder, { recursive: true }));

test("a thread runs TypeScript, and sees the data it was given", async () => {
  const program = join(folder, "double.ts");
  writeFileSync(
    program,
    `import { parentPort, workerData } from "node:worker_threads";
    const { number } = workerData as { number: number };
    parentPort?.postMessage(2 * number satisfies number);`,
  );
  const worker = typescriptWorker(program, { number: 21 });
  const [answer] = await once(worker, "message");
  assert.equal(answer, 42);
  await worker.terminate();
});

test("a program that is not there is told by the worker's error", async () => {
  const [error] = await once(typescriptWorker(join(folder, "none.ts"), {}), "error");
  assert.match(String((error as Error).message), /none\.ts/);
});
