import assert from "node:assert/strict";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { createRandom } from "../../stats/random";
import { transactionsOf } from "../transactions";
import { minePartsTogether } from "./mine-together";
import { layOut } from "./occurrences";

const folder = mkdtempSync(join(tmpdir(), "segmentbook-threads-"));
after(() => rmSync(folder, { recursive: true }));

const random = createRandom(5);
const lists = Array.from({ length: 3000 }, () =>
  Array.from({ length: 8 }, () => `item ${Math.min(random.int(60), random.int(60))}`),
);
const occurrences = layOut(transactionsOf(lists), 12);
const limits = { minCount: 12, maxLength: Infinity, enough: Infinity };
const alone = minePartsTogether(occurrences, limits, { workers: 0 });

const broken = (name: string, code: string) => {
  const program = join(folder, `${name}.cjs`);
  writeFileSync(program, code);
  return program;
};

/** The threads' program, noting in a file each part that a thread has done; and how many those are. */
function noting(name: string) {
  const notes = join(folder, `${name}.txt`);
  writeFileSync(notes, "");
  const program = broken(
    name,
    `const { parentPort } = require("node:worker_threads");
    const post = parentPort.postMessage.bind(parentPort);
    parentPort.postMessage = (...answer) => {
      require("node:fs").appendFileSync(${JSON.stringify(notes)}, ".");
      post(...answer);
    };
    require(${JSON.stringify(join(__dirname, "mine-worker.ts"))});`,
  );
  return { program, done: () => statSync(notes).size };
}

/** Holds this thread until others have done so many parts; their answers wait meanwhile. */
function waitFor(done: () => number, parts: number): void {
  const clock = new Int32Array(new SharedArrayBuffer(4));
  for (let rounds = 0; done() < parts; rounds++) {
    assert.ok(rounds < 2000, "no thread has done its part");
    Atomics.wait(clock, 0, 0, 10);
  }
}

test("the same lists with any number of threads, and each item told once", async () => {
  const here = await alone;
  for (const workers of [1, 3]) {
    const { program, done } = noting(`${workers} threads`);
    const told: number[] = [];
    const lists = await minePartsTogether(occurrences, limits, {
      workers,
      program,
      patience: 0,
      onProgress: (items, total) => {
        told.push(items);
        assert.equal(total, occurrences.ranks);
        if (told.length === 2) waitFor(done, 20);
      },
    });
    assert.deepEqual(lists, here);
    assert.deepEqual(
      told,
      [...told].sort((a, b) => a - b),
    );
    assert.equal(told.at(-1), occurrences.ranks);
    assert.equal(told.length, here.length);
  }
});

test("threads that cannot begin, or break with a part in hand, leave their work to this one", async () => {
  const here = await alone;
  const take = "Atomics.add(require('node:worker_threads').workerData.taken, 0, 1);";
  const programs = [
    join(folder, "is-not-there.cjs"),
    broken("throws", `${take} throw new Error('no')`),
    broken("leaves", `${take} ${take} process.exit(3)`),
    broken("silent", take.repeat(200)),
  ];
  for (const program of programs) {
    const lists = await minePartsTogether(occurrences, limits, { workers: 2, patience: 0, program });
    assert.deepEqual(lists, here, program);
  }
});

test("an error of the one who is told ends the search and all threads, whoever did the part", async () => {
  const parts = (await alone).length;
  for (const last of [1, 2, 3, 30]) {
    const { program, done } = noting(`told ${last} times`);
    let told = 0;
    const onProgress = () => {
      told++;
      // From the third time on it is the others' parts that are told.
      if (told === 2) waitFor(done, last > 2 ? parts - 2 : 1);
      if (told === last) throw new Error("stopped by the reader");
    };
    const search = minePartsTogether(occurrences, limits, { workers: 1, patience: 0, program, onProgress });
    await assert.rejects(search, /stopped by the reader/);
    assert.equal(told, last);
    const since = done();
    await setTimeout(30);
    assert.equal(done(), since, "a thread goes on");
  }
});

test("a search that has enough ends early, with the same first sets", async () => {
  const here = (await alone).flatMap(({ counts }) => [...counts]);
  for (const workers of [0, 2]) {
    const lists = await minePartsTogether(occurrences, { ...limits, enough: 500 }, { workers, patience: 0 });
    assert.deepEqual(lists.flatMap(({ counts }) => [...counts]).slice(0, 500), here.slice(0, 500));
    if (workers === 0) assert.ok(lists.length < (await alone).length);
  }
});
