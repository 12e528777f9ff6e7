import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { findTslab } from "./tslab";

const folder = mkdtempSync(join(tmpdir(), "tslab "));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Lays out a tslab of a version with a compiler that exports `exports`. */
function layOut(name: string, version: string, exports: string): string {
  const files = {
    "package.json": JSON.stringify({ name: "tslab", version }),
    "node_modules/@tslab/typescript-for-tslab/package.json": '{ "main": "index.js" }',
    "node_modules/@tslab/typescript-for-tslab/index.js": `module.exports = ${exports};`,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name, path)), { recursive: true });
    writeFileSync(join(folder, name, path), text);
  }
  return join(folder, name, "package.json");
}

test("the installed tslab is the one the mends were made for", () => {
  const { ts } = findTslab();
  assert.equal(ts.version, "5.0.4");
});

test("another tslab, another compiler, or one that lacks a function is refused with a word on what to do", () => {
  const ask = /made for tslab 1\.0\.22 .*Run "npm ci"/;
  for (const [name, version, exports, what] of [
    ["newer", "1.0.23", "{}", /: tslab is 1\.0\.23\./],
    ["compiler", "1.0.22", '{ version: "5.9.3" }', /: its TypeScript is 5\.9\.3, not 5\.0\.4\./],
    ["lacking", "1.0.22", '{ version: "5.0.4" }', /: ts\.bindSourceFile is missing\./],
  ] as const) {
    const manifest = layOut(name, version, exports);
    assert.throws(() => findTslab(manifest), ask);
    assert.throws(() => findTslab(manifest), what);
  }
});
