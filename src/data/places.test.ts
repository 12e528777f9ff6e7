import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { dataDir, PROJECT_DATA } from "./places";

/** What dataDir gives with SEGMENTBOOK_DATA set to a value, or unset. */
function withVariable(value: string | undefined, dir?: string): string {
  const before = process.env.SEGMENTBOOK_DATA;
  try {
    if (value === undefined) delete process.env.SEGMENTBOOK_DATA;
    else process.env.SEGMENTBOOK_DATA = value;
    return dataDir(dir);
  } finally {
    if (before === undefined) delete process.env.SEGMENTBOOK_DATA;
    else process.env.SEGMENTBOOK_DATA = before;
  }
}

test("the data folder is the one given, else SEGMENTBOOK_DATA's, else the project's", () => {
  assert.equal(withVariable(undefined), PROJECT_DATA);
  assert.equal(withVariable(""), PROJECT_DATA);
  assert.equal(withVariable("/else/where"), resolve("/else/where"));
  assert.equal(withVariable("/else/where", "/given"), resolve("/given"));
});

test("a relative SEGMENTBOOK_DATA counts from the project, wherever the process runs", () => {
  const before = process.cwd();
  try {
    process.chdir(__dirname);
    assert.equal(withVariable("../shared/data"), join(PROJECT_DATA, "../../shared/data"));
  } finally {
    process.chdir(before);
  }
});
