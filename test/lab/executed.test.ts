import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { type CellOutputs, differences, readOutputs } from "./executed";

const folder = mkdtempSync(join(tmpdir(), "segmentbook-executed-"));
after(() => rmSync(folder, { recursive: true }));

const read = (outputs: readonly object[]): readonly CellOutputs[] => {
  const path = join(folder, "a.ipynb");
  writeFileSync(path, JSON.stringify({ cells: [{ cell_type: "code", id: "a", outputs }] }));
  return readOutputs(path);
};
const stream = (text: unknown, name = "stdout"): object => ({ output_type: "stream", name, text });
const bundle = (data: object): object => ({ output_type: "display_data", data, metadata: {} });

test("runs agree where only the cutting of texts and the order of names differ", () => {
  const one = read([stream("a\nb\n"), bundle({ "text/plain": "x\ny", "x/y+json": { a: 1, b: [2] } })]);
  const other = read([
    stream(["a\n"]),
    stream(["b\n"]),
    bundle({ "x/y+json": { b: [2], a: 1 }, "text/plain": ["x\n", "y"] }),
  ]);
  assert.deepEqual(differences(one, other), []);
});

test("another text, stream, value, kind or number of outputs is a difference", () => {
  const one = read([stream("a"), bundle({ "text/html": "<b>1</b>" })]);
  for (const other of [
    [stream("b"), bundle({ "text/html": "<b>1</b>" })],
    [stream("a", "stderr"), bundle({ "text/html": "<b>1</b>" })],
    [stream("a"), bundle({ "text/html": "<b>2</b>" })],
    [stream("a"), bundle({ "text/markdown": "<b>1</b>" })],
    [stream("a")],
  ]) {
    assert.equal(differences(one, read(other)).length, 1);
  }
  assert.deepEqual(differences(one, []), ["1 cells here, 0 there"]);
});
