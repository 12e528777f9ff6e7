import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { openCache } from "./cache";
import { makeChecks } from "./checks";
import { findTslab } from "./tslab";

const { ts } = findTslab();
const folder = mkdtempSync(join(tmpdir(), "checks ")).replaceAll("\\", "/");
after(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};

/** What a kernel that starts now finds wrong with `src/a.ts`; the cache is the one of those before. */
function wrong(): string[] {
  const file = `${folder}/src/a.ts`;
  const program = ts.createProgram([file], {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    noLib: true,
    types: [],
  });
  const checks = makeChecks(ts, `${folder}/cell.ts`, openCache(join(folder, "cache")));
  const source = program.getSourceFile(file);
  checks.getPreEmitDiagnosticsOfFiles(program, source ? [source] : []);
  return checks.errors().map(({ code }) => `TS${code}`);
}

test("what was found without error is checked again when anything that it takes types from has changed", () => {
  write(
    "src/a.ts",
    'import { b } from "./b";\nimport { p } from "p";\nimport type { O } from "./o";\nexport const a: number = b + p;\nexport const o: O = 1;\n',
  );
  write("src/b.ts", "export const b = 1;\n");
  write("src/o.d.ts", "export type O = number;\n");
  write("node_modules/p/package.json", '{ "name": "p", "version": "1.0.0", "types": "p.d.ts" }');
  write("node_modules/p/p.d.ts", 'export { p } from "./inner";\nimport "q";\n');
  write("node_modules/p/inner.d.ts", 'export declare const p: import("q").Q;\n');
  write("node_modules/q/package.json", '{ "name": "q", "version": "1.0.0", "types": "q.d.ts" }');
  write("node_modules/q/q.d.ts", '/// <reference path="./r.d.ts" />\nexport type Q = R;\n');
  write("node_modules/q/r.d.ts", "type R = number;\n");
  assert.deepEqual(wrong(), []);
  assert.deepEqual(wrong(), [], "it is kept");
  for (const [name, good, bad] of [
    ["src/b.ts", "export const b = 1;\n", 'export const b = "1";\n'],
    ["src/o.d.ts", "export type O = number;\n", "export type O = string;\n"],
    [
      "node_modules/p/inner.d.ts",
      'export declare const p: import("q").Q;\n',
      "export declare const p: string;\n",
    ],
    ["node_modules/q/r.d.ts", "type R = number;\n", "type R = string;\n"],
  ] as const) {
    write(name, bad);
    assert.deepEqual(wrong(), ["TS2322"], name);
    write(name, good);
    assert.deepEqual(wrong(), [], name);
  }
});
