import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { runStarts } from "./run-starts";
import { threeHeaps } from "./testing-lloyd";

const folder = mkdtempSync(join(tmpdir(), "segmentbook-threads-"));
after(() => rmSync(folder, { recursive: true }));

const points = threeHeaps(80, 2);
const limits = { maxIterations: 100, rest: 0 };
const starts = [2, 5, 3, 4].map((k) => ({ k, from: { seed: k }, engine: "hamerly" as const }));
const broken = (name: string, code: string) => {
  const program = join(folder, `${name}.cjs`);
  writeFileSync(program, code);
  return program;
};

test("each start is answered in its place, whoever ran it", async () => {
  const here = await runStarts(points, starts, limits, { workers: 0 });
  assert.deepEqual(
    here.map(({ centres }) => centres.length / 2),
    [2, 5, 3, 4],
  );
  assert.deepEqual(await runStarts(points, starts, limits, { workers: 3 }), here);
});

test("threads that cannot begin, or break on the way, leave their work to this one", async () => {
  const here = await runStarts(points, starts, limits, { workers: 0 });
  const programs = [
    join(folder, "is-not-there.cjs"),
    broken("throws", "throw new Error('no')"),
    broken("leaves", "process.exit(3)"),
    broken(
      "breaks",
      "require('node:worker_threads').parentPort.on('message', () => { throw new Error('no') })",
    ),
    broken("silent", "require('node:worker_threads').parentPort.once('message', () => process.exit(0))"),
  ];
  for (const program of programs) {
    const seen: number[] = [];
    const settled = await runStarts(points, starts, limits, {
      workers: 2,
      program,
      onDone: (n) => seen.push(n),
    });
    assert.deepEqual(settled, here, program);
    assert.deepEqual(seen, [1, 2, 3, 4]);
  }
});

test("an error of the one who is told ends the work of all threads, and comes once", async () => {
  let told = 0;
  const onDone = () => {
    told++;
    if (told === 1) throw new Error("stopped by the reader");
  };
  const many = Array.from({ length: 12 }, () => starts).flat();
  await assert.rejects(runStarts(points, many, limits, { workers: 2, onDone }), /stopped by the reader/);
  // The other thread was at one start at most.
  assert.ok(told <= 2, `${told}`);
});
