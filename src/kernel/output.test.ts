import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { CellOutput, currentOutput, printingTo } from "./output";

function collect() {
  const sent: [string, unknown][] = [];
  const output = new CellOutput((type, content) => sent.push([type, content.text ?? content]));
  return { sent, output };
}

test("a text leaves at once, and those that follow it closely as one message, soon", async () => {
  const { sent, output } = collect();
  output.write("stdout", "a");
  output.write("stdout", "b");
  output.write("stdout", "c");
  assert.deepEqual(sent, [["stream", "a"]]);
  await sleep(100);
  assert.deepEqual(sent, [
    ["stream", "a"],
    ["stream", "bc"],
  ]);
});

test("the order of stdout, stderr and displays is kept", () => {
  const { sent, output } = collect();
  output.write("stdout", "1");
  output.write("stderr", "2");
  output.write("stdout", "3");
  output.send("display_data", { data: 4 });
  output.write("stdout", "5");
  output.flush();
  assert.deepEqual(sent, [
    ["stream", "1"],
    ["stream", "2"],
    ["stream", "3"],
    ["display_data", { data: 4 }],
    ["stream", "5"],
  ]);
});

test("a long text does not wait", () => {
  const { sent, output } = collect();
  output.write("stdout", "x".repeat(70_000));
  assert.equal(sent.length, 1);
});

test("what was printed before an output is dropped leaves, nothing after", async () => {
  const { sent, output } = collect();
  output.write("stdout", "before");
  output.drop();
  output.write("stdout", "after");
  output.send("display_data", {});
  await sleep(60);
  assert.deepEqual(sent, [["stream", "before"]]);
});

test("the output of the cell that started a timer is current in it, also while another cell runs", async () => {
  const [first, second] = [collect().output, collect().output];
  const inTimer = printingTo(first, () => sleep(30).then(() => currentOutput()));
  await printingTo(second, async () => {
    await sleep(60);
    assert.equal(currentOutput(), second);
  });
  assert.equal(await inTimer, first);
  assert.equal(currentOutput(), second, "outside of any cell it is the newest");
});
