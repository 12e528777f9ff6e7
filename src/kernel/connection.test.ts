import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { test } from "node:test";
import { newConnectionFile } from "./connection";

test("a connection has five different ports and a long key, in a file that only its owner can read", async () => {
  const file = await newConnectionFile();
  try {
    const { shell_port, iopub_port, stdin_port, control_port, hb_port, key } = file.connection;
    const ports = [shell_port, iopub_port, stdin_port, control_port, hb_port];
    assert.equal(new Set(ports).size, 5);
    for (const port of ports) assert.ok(port > 1023 && port < 65_536, String(port));
    assert.match(key, /^[0-9a-f]{48}$/);
    assert.deepEqual(JSON.parse(readFileSync(file.path, "utf8")), file.connection);
    if (process.platform !== "win32") assert.equal(statSync(file.path).mode & 0o777, 0o600);
  } finally {
    file.remove();
  }
  assert.ok(!existsSync(dirname(file.path)));
});

test("each connection has its own key", async () => {
  const files = await Promise.all([newConnectionFile(), newConnectionFile()]);
  for (const file of files) file.remove();
  const [a, b] = files.map(({ connection }) => connection.key);
  assert.notEqual(a, b);
});
