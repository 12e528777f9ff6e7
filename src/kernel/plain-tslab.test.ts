import assert from "node:assert/strict";
import { join } from "node:path";
import { after, test } from "node:test";
import { Bed } from "./demands/bed";
import { cells } from "./demands/cells";
import { errors } from "./demands/errors";
import { output } from "./demands/output";
import { types } from "./demands/types";

// Shows that the checks of launch.test.ts can fail: plain tslab does not meet those that are mends.
const BIN = join(__dirname, "..", "..", "node_modules", "tslab", "bin", "tslab");
const ARGV = [process.execPath, BIN, "kernel", "--config-path", "{connection_file}"];
const PATIENCE_MS = 5_000;

let bed: Bed | undefined;
let ended = true;

/** The kernel of the test before, or a new one where that has died of its test. */
async function plainKernel(): Promise<Bed> {
  if (bed && !ended) return bed;
  await bed?.close();
  // Plain tslab answers before its sockets are bound, and where that goes wrong it never starts.
  const opened = await Bed.open(ARGV, PATIENCE_MS).catch(() => Bed.open(ARGV, PATIENCE_MS));
  ended = false;
  void opened.kernel.exited.then(() => {
    ended = true;
  });
  bed = opened;
  return opened;
}

after(() => bed?.close());

for (const { name, plain, check } of [...output, ...cells, ...errors, ...types]) {
  const skip = typeof plain === "string" && plain;
  test(`plain tslab ${plain === true ? "also meets" : "fails"}: ${name}`, { skip }, async () => {
    const kernel = await plainKernel();
    await new Promise((resolve) => setTimeout(resolve, 250)); // it gives up what comes at once after a failure
    if (plain) await check(kernel);
    else await assert.rejects(check(kernel), assert.AssertionError);
  });
}
