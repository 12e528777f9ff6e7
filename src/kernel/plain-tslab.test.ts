import assert from "node:assert/strict";
import { join } from "node:path";
import { after, test } from "node:test";
import { Bed } from "./demands/bed";
import { cells } from "./demands/cells";
import { errors } from "./demands/errors";
import { output } from "./demands/output";
import { types } from "./demands/types";

// Shows that the checks of launch.test.ts can fail: plain tslab does not meet those that are mends.
// The check of the loop takes half a minute there and is left out; 1e7 steps were measured to take 10 to 13 s.
const SLOW = /^a let at the top of a cell/;
const BIN = join(__dirname, "..", "..", "node_modules", "tslab", "bin", "tslab");
const ARGV = [process.execPath, BIN, "kernel", "--config-path", "{connection_file}"];
const PATIENCE_MS = 5_000;

let bed: Bed | undefined;
let ended = true;

/** The kernel of the test before, or a new one where that has died of its test. */
async function plainKernel(): Promise<Bed> {
  if (bed && !ended) return bed;
  await bed?.close();
  const opened = await Bed.open(ARGV, PATIENCE_MS);
  ended = false;
  void opened.kernel.exited.then(() => {
    ended = true;
  });
  bed = opened;
  return opened;
}

after(() => bed?.close());

for (const demand of [...cells, ...errors, ...output, ...types].filter(({ name }) => !SLOW.test(name))) {
  test(`plain tslab ${demand.plain ? "also meets" : "fails"}: ${demand.name}`, async () => {
    const plain = await plainKernel();
    await new Promise((resolve) => setTimeout(resolve, 250)); // it gives up what comes at once after a failure
    if (demand.plain) await demand.check(plain);
    else await assert.rejects(demand.check(plain), assert.AssertionError);
  });
}
