import assert from "node:assert/strict";
import { test } from "node:test";
import { OutputFolder } from "./outputs";

const text = (name: string, content: string) => ({ type: "stream", content: { name, text: content } });
const shown = (data: object, id?: string) => ({
  type: "display_data",
  content: { data, metadata: {}, transient: id === undefined ? {} : { display_id: id } },
});

test("neighbouring text of one stream is joined, of two streams kept apart", () => {
  const cell = new OutputFolder().cell();
  for (const message of [
    text("stdout", "a"),
    text("stdout", "b\nc"),
    text("stderr", "x"),
    text("stdout", "d"),
  ])
    cell.apply(message);
  assert.deepEqual(cell.outputs(), [
    { output_type: "stream", name: "stdout", text: ["ab\n", "c"] },
    { output_type: "stream", name: "stderr", text: ["x"] },
    { output_type: "stream", name: "stdout", text: ["d"] },
  ]);
});

test("carriage returns are folded over messages", () => {
  const cell = new OutputFolder().cell();
  for (const part of ["10 %", "\r50", " %\r100 %", "\n"]) cell.apply(text("stdout", part));
  assert.deepEqual(cell.outputs(), [{ output_type: "stream", name: "stdout", text: ["100 %\n"] }]);
});

test("a display is updated in place, also from a later cell", () => {
  const folder = new OutputFolder();
  const first = folder.cell();
  first.apply(shown({ "text/plain": "0 %" }, "bar"));
  first.apply(text("stdout", "after"));
  const update = { data: { "text/plain": "100 %" }, metadata: { a: 1 }, transient: { display_id: "bar" } };
  folder.cell().apply({ type: "update_display_data", content: update });
  assert.deepEqual(first.outputs()[0], {
    output_type: "display_data",
    data: { "text/plain": ["100 %"] },
    metadata: { a: 1 },
  });
  assert.equal(first.outputs().length, 2);
});

test("an update of an unknown display shows nothing", () => {
  const cell = new OutputFolder().cell();
  cell.apply({ type: "update_display_data", content: { data: {}, transient: { display_id: "none" } } });
  assert.deepEqual(cell.outputs(), []);
});

test("outputs are cleared at once, or when the next one comes", () => {
  const cell = new OutputFolder().cell();
  cell.apply(text("stdout", "a"));
  cell.apply({ type: "clear_output", content: { wait: false } });
  assert.deepEqual(cell.outputs(), []);
  cell.apply(text("stdout", "b"));
  cell.apply({ type: "clear_output", content: { wait: true } });
  assert.equal(cell.outputs().length, 1);
  cell.apply(shown({ "text/plain": "c" }));
  assert.deepEqual(cell.outputs(), [
    { output_type: "display_data", data: { "text/plain": ["c"] }, metadata: {} },
  ]);
});

test("text and SVG are stored in lines, pictures and JSON as they came", () => {
  const cell = new OutputFolder().cell();
  cell.apply(
    shown({
      "text/html": "a\nb",
      "image/svg+xml": "<svg>\n</svg>",
      "image/png": "AA\n==",
      "application/x+json": { a: [1] },
    }),
  );
  assert.deepEqual(cell.outputs()[0], {
    output_type: "display_data",
    metadata: {},
    data: {
      "text/html": ["a\n", "b"],
      "image/svg+xml": ["<svg>\n", "</svg>"],
      "image/png": "AA\n==",
      "application/x+json": { a: [1] },
    },
  });
});

test("errors and results are kept, status and input are passed over", () => {
  const cell = new OutputFolder().cell();
  cell.apply({ type: "status", content: { execution_state: "busy" } });
  cell.apply({ type: "execute_input", content: { code: "x" } });
  cell.apply({
    type: "execute_result",
    content: { execution_count: 3, data: { "text/plain": "1" }, metadata: {} },
  });
  cell.apply({ type: "error", content: { ename: "RangeError", evalue: "no", traceback: ["at x"] } });
  assert.deepEqual(cell.outputs(), [
    { output_type: "execute_result", execution_count: 3, data: { "text/plain": ["1"] }, metadata: {} },
    { output_type: "error", ename: "RangeError", evalue: "no", traceback: ["at x"] },
  ]);
});
