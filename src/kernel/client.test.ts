import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { startKernel } from "./client";

const cwd = tmpdir();
const node = (code: string) => [process.execPath, "-e", code, "{connection_file}"];
const started = startKernel({ cwd });
after(async () => (await started).shutdown());

test("a kernel that ends at its start is an error with its code and what it wrote", async () => {
  const argv = node("console.error('no such thing'); process.exit(3)");
  await assert.rejects(startKernel({ cwd, argv }), /it ended with code 3\.\nno such thing$/);
});

test("a command that is not there is an error that names it", async () => {
  await assert.rejects(startKernel({ cwd, argv: ["no-such-command-here"] }), /no-such-command-here ENOENT/);
});

test("a kernel that never answers is ended", async () => {
  const argv = node("setInterval(() => {}, 1000)");
  await assert.rejects(startKernel({ cwd, argv, startTimeoutMs: 600 }), /gave no answer and was ended/);
});

test("a kernel whose port was taken in the meantime is started again with other ports", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kernel test "));
  const seen = join(folder, "seen");
  const argv =
    node(`const fs = require("fs"); const { shell_port } = JSON.parse(fs.readFileSync(process.argv[1]));
    fs.appendFileSync(${JSON.stringify(seen)}, shell_port + "\\n");
    console.error("Address already in use"); process.exit(1)`);
  await assert.rejects(startKernel({ cwd, argv }), /Address already in use/);
  const ports = readFileSync(seen, "utf8").trim().split("\n");
  rmSync(folder, { recursive: true });
  assert.equal(ports.length, 3);
});

test("a cell that takes too long is interrupted, and the kernel lives on", async () => {
  const kernel = await started;
  const result = await kernel.execute("while (true) {}", { timeoutMs: 300 });
  assert.equal(result.status, "timeout");
  assert.equal(result.error?.ename, "Interrupted");
  assert.equal((await kernel.execute("1")).status, "ok");
});

test("cells sent at once run one after the other, each with its own output", async () => {
  const kernel = await started;
  const texts = ["", "", ""];
  const cells = texts.map((_, i) =>
    kernel.execute(`await new Promise((r) => setTimeout(r, 20)); console.log(${i})`, {
      onMessage: ({ type, content }) => {
        if (type === "stream") texts[i] += String(content.text);
      },
    }),
  );
  const counts = (await Promise.all(cells)).map(({ executionCount }) => executionCount ?? 0);
  assert.deepEqual(texts, ["0\n", "1\n", "2\n"]);
  assert.deepEqual(
    counts.map((count) => count - (counts[0] ?? 0)),
    [0, 1, 2],
  );
});

test("a cell that ends the process makes the kernel dead, and requests fail", async () => {
  const kernel = await started;
  const result = await kernel.execute("process.exit(5)");
  assert.deepEqual(result, { status: "dead", executionCount: null });
  assert.equal((await kernel.exited).code, 5);
  assert.equal((await kernel.execute("1")).status, "dead");
  await assert.rejects(kernel.complete("a", 1), /ended \(exit code 5\) before it answered complete_request/);
});

test("a cell that cannot be interrupted is killed with its kernel", async () => {
  const kernel = await startKernel({ cwd });
  await kernel.execute("1"); // the first cell takes longer, and could be interrupted before it runs
  // An interrupt ends the cell's own steps; those of an asynchronous function are not among them.
  const result = await kernel.execute("async function f() { await null; while (true) {} }\nawait f();", {
    timeoutMs: 1000,
  });
  assert.deepEqual(result, { status: "timeout", executionCount: null });
  assert.equal((await kernel.exited).signal, "SIGKILL");
});

test("a kernel that is shut down ends by itself and leaves no connection file behind", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kernel test "));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const kernel = await startKernel({ cwd });
    assert.equal(readdirSync(folder).length, 1);
    await kernel.shutdown();
    assert.deepEqual(await kernel.exited, { code: 0, signal: null, stderr: "" });
    assert.deepEqual(readdirSync(folder), []);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a kernel ends when the process that started it is killed", async () => {
  const starter = `require(${JSON.stringify(join(__dirname, "client.ts"))})
    .startKernel({ cwd: process.argv[1] })
    .then(async (kernel) => {
      await kernel.execute("console.log(process.pid)", { onMessage: (m) => m.type === "stream" && console.log(m.content.text) });
    });`;
  const folder = mkdtempSync(join(tmpdir(), "kernel test ")); // a killed process leaves its connection file
  const env = { ...process.env, TMPDIR: folder };
  const parent = spawn(process.execPath, ["--import", "tsx", "-e", starter, cwd], { cwd: __dirname, env });
  const [text] = await once(parent.stdout, "data");
  const pid = Number(String(text));
  assert.ok(pid > 1, String(text));
  parent.kill("SIGKILL");
  const deadline = performance.now() + 10_000;
  const alive = () => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  while (alive() && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 100));
  rmSync(folder, { recursive: true, force: true });
  assert.equal(alive(), false, `the kernel ${pid} lives on`);
});
