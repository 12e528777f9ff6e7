import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { readVersions } from "./versions";

test("versions are those installed, by name, after Node's and the project's own", (t) => {
  const root = mkdtempSync(join(tmpdir(), "segmentbook-"));
  t.after(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, "node_modules", "b"), { recursive: true });
  writeFileSync(
    join(root, "package.json"),
    '{"name":"own","version":"1.0.0","dependencies":{"b":"^2","a":"1"}}',
  );
  writeFileSync(join(root, "node_modules", "b", "package.json"), '{"version":"2.3.4"}');
  assert.deepEqual(Object.entries(readVersions(root)), [
    ["node", process.versions.node],
    ["own", "1.0.0"],
    ["a", "not installed"],
    ["b", "2.3.4"],
  ]);
});
