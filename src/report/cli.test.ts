import assert from "node:assert/strict";
import { test } from "node:test";
import { help, readCall } from "./cli";

test("without arguments all notebooks run, two at a time, into outputs", () => {
  assert.deepEqual(readCall([]), {
    paths: [],
    parameters: new Map(),
    timeoutMs: 600_000,
    jobs: 2,
    out: "outputs",
    times: true,
    help: false,
  });
});

test("paths and options may be mixed, and -p repeated", () => {
  const call = readCall([
    "a",
    "-p",
    "seed=7",
    "b.ipynb",
    "-p",
    "k=x=y",
    "--timeout",
    "1.5",
    "--jobs",
    "1",
    "--no-times",
  ]);
  assert.deepEqual(call.paths, ["a", "b.ipynb"]);
  assert.deepEqual(
    [...call.parameters],
    [
      ["seed", "7"],
      ["k", "x=y"],
    ],
  );
  assert.deepEqual([call.timeoutMs, call.jobs, call.times], [1500, 1, false]);
});

test("values that do not fit are refused by the option's name", () => {
  for (const value of ["0", "-1", "x", "1e9", "NaN"])
    assert.throws(() => readCall([`--timeout=${value}`]), /--timeout takes seconds/);
  for (const value of ["0", "1.5", "x", "65"])
    assert.throws(() => readCall([`--jobs=${value}`]), /--jobs takes a whole number/);
  assert.throws(() => readCall(["--nope"]), /--nope/);
  assert.throws(() => readCall(["-p", "seed"]), /-p takes name=value/);
});

test("the help names every option", () => {
  for (const option of ["-p", "--timeout", "--jobs", "--out", "--no-times", "--help"])
    assert.ok(help.includes(option));
});
