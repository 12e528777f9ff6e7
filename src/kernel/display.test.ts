import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { clearOutput, display, inKernel } from "./display";

test("outside of a kernel a display prints its plain text, and only that", () => {
  const code = `const { display } = require(${JSON.stringify(join(__dirname, "display.ts"))});
display({ "image/svg+xml": "<svg/>", "text/plain": "a chart" });
display({ "image/svg+xml": "<svg/>" });`;
  const { stdout } = spawnSync(process.execPath, ["--import", "tsx", "-e", code], {
    encoding: "utf8",
    cwd: __dirname,
  });
  assert.equal(stdout, "a chart\n");
});

test("outside of a kernel nothing is cleared, and this is not a kernel", () => {
  clearOutput();
  assert.equal(inKernel(), false);
});

test("an update without the id of what it replaces is refused", () => {
  assert.throws(() => display({ "text/plain": "" }, { update: true }), /an update needs the id/);
});
