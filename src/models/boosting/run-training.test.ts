import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { boost } from "./boost";
import type { BoostingOptions } from "./options";
import { runTraining } from "./run-training";
import { plantedTable } from "./testing";
import type { TrainingTask } from "./train";
import { layOut } from "./training-memory";

const folder = mkdtempSync(join(tmpdir(), "segmentbook-boost-"));
after(() => rmSync(folder, { recursive: true }));

const { features, labels } = plantedTable(0, 12_000);
const judged = plantedTable(12_000, 3000);
const quick: BoostingOptions = { loss: "log loss", trees: 4, maxLeaves: 20 };

test("any number of threads trains the same model, bit for bit", async () => {
  const validation = { features: judged.features, target: judged.labels, patience: 3 };
  const weights = Float64Array.from(labels, (label, row) => 1 + label + (row % 3) / 3);
  for (const options of [quick, { ...quick, rowShare: 0.6, columnShare: 0.6, validation, weights }]) {
    const alone = await boost(features, labels, { ...options, threads: 0 });
    assert.equal(alone.model.trees.length, 4);
    for (const threads of [1, 2, 3])
      assert.deepEqual(await boost(features, labels, { ...options, threads }), alone, `${threads} threads`);
  }
});

test("every tree is told, in order and with its loss", async () => {
  for (const threads of [0, 2]) {
    const told: [number, number, number][] = [];
    const { trainingLoss } = await boost(features, labels, {
      ...quick,
      threads,
      onTree: (...step) => void told.push(step),
    });
    assert.deepEqual(
      told,
      [1, 2, 3, 4].map((done) => [done, 4, trainingLoss[done]]),
    );
  }
});

test("a signal ends the training, and what is told may throw", async () => {
  for (const threads of [0, 2]) {
    const control = new AbortController();
    const onTree = () => control.abort(new Error("enough"));
    const options = { ...quick, trees: 5000, threads };
    await assert.rejects(boost(features, labels, { ...options, onTree, signal: control.signal }), /enough/);
    await assert.rejects(boost(features, labels, { ...options, signal: control.signal }), /enough/);
    const thrower = () => {
      throw new Error("no room on the page");
    };
    await assert.rejects(boost(features, labels, { ...options, onTree: thrower }), /no room on the page/);
  }
});

test("a thread that breaks or goes away without a word is told, with what to do", async () => {
  const shape = { rows: 10, judged: 0, features: 1, weighted: false, maxLeaves: 2, threads: 2 };
  const program = join(folder, "broken.ts");
  for (const text of ["throw new Error('broken')", "process.exit(3)"]) {
    writeFileSync(program, text);
    const run = runTraining({} as TrainingTask, layOut(shape), shape, { program, onStep: () => {} });
    await assert.rejects(run, /A training thread broke: train with the option threads: 0/);
  }
});
