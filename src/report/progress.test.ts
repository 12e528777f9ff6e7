import assert from "node:assert/strict";
import { test } from "node:test";
import { showProgress } from "./progress";

function record(isTTY: boolean, columns = 80) {
  const written: string[] = [];
  let time = 0;
  const progress = showProgress({ isTTY, columns, write: (text) => written.push(text) }, () => time);
  return {
    progress,
    text: () => written.join(""),
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

test("away from a terminal each notebook has a line as it begins and as it ends", () => {
  const { progress, text, pass } = record(false);
  progress.start("a");
  progress.cell("a", 1, 9);
  pass(2500);
  progress.end("a", "outputs/a.html");
  progress.close();
  assert.equal(text(), "a: starting\na: outputs/a.html, 2.5 s\n");
});

test("away from a terminal a long notebook says every ten seconds where it is", async () => {
  const { progress, text, pass } = record(false);
  progress.start("a");
  progress.cell("a", 3, 9);
  pass(10_100);
  await new Promise((resolve) => setTimeout(resolve, 450));
  progress.close();
  assert.equal(text(), "a: starting\na: cell 3 of 9, 10.1 s\n");
});

test("on a terminal each running notebook has one line, redrawn in place and cut to the width", () => {
  const { progress, text, pass } = record(true, 24);
  progress.start("a");
  progress.start("b".repeat(40));
  pass(1000);
  progress.cell("a", 2, 9);
  progress.close();
  const up = "\u001b[2A\u001b[0J";
  assert.ok(text().includes(`${up}  a: cell 2 of 9, 1.0 s\n  ${"b".repeat(21)}\n`), JSON.stringify(text()));
  assert.ok(text().endsWith(up));
});

test("on a terminal other text stands above the live lines", () => {
  const { progress, text } = record(true);
  progress.start("a");
  const written: string[] = [];
  progress.around(() => written.push(text()));
  progress.close();
  assert.ok(written[0]?.endsWith("\u001b[1A\u001b[0J"));
});
