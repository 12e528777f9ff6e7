import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { chooseNotebooks } from "./choose";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "segmentbook notebooks-")));
after(() => rmSync(folder, { recursive: true }));
const root = join(folder, "notebooks");
for (const file of [
  "notebooks/shop/02-b.ipynb",
  "notebooks/shop/01-a.ipynb",
  "notebooks/00-audit.ipynb",
  "notebooks/.ipynb_checkpoints/x.ipynb",
  "notebooks/shop/notes.md",
  "notebooks/..odd/x.ipynb",
  "own/one.ipynb",
  "other/one.ipynb",
  "empty/x.txt",
]) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), "");
}
const names = (...paths: string[]): string[] => chooseNotebooks(paths, root, folder).map(({ name }) => name);

test("all notebooks are taken in order, checkpoints left out", () => {
  assert.deepEqual(names(), ["00-audit", "shop/01-a", "shop/02-b"]);
});

test("files and folders may be named, inside the notebooks' folder or elsewhere", () => {
  assert.deepEqual(names("notebooks/shop/02-b.ipynb", "notebooks/shop"), ["shop/02-b", "shop/01-a"]);
  assert.deepEqual(names("own", "notebooks/00-audit.ipynb"), ["own/one", "00-audit"]);
  assert.deepEqual(names("own/one.ipynb"), ["one"]);
  assert.deepEqual(names("notebooks/..odd/x.ipynb"), ["..odd/x"]);
});

test("below the notebooks' folder, and without its ending, a notebook is found as well", () => {
  assert.deepEqual(names("shop/02-b", "shop/01-a.ipynb", "00-audit"), ["shop/02-b", "shop/01-a", "00-audit"]);
  assert.deepEqual(names("shop"), ["shop/01-a", "shop/02-b"]);
});

test("a wrong path is told by its name", () => {
  assert.throws(() => names("nowhere"), /There is no notebook or folder "nowhere"/);
  assert.throws(() => names("notebooks/shop/notes.md"), /"notebooks\/shop\/notes\.md" is no notebook/);
  assert.throws(() => names("empty"), /The folder "empty" holds no notebook/);
  assert.throws(() => names("own/one.ipynb", "other/one.ipynb"), /would both be written as one/);
});

test("without a notebooks' folder there are none", () => {
  assert.deepEqual(chooseNotebooks([], join(folder, "none"), folder), []);
});
