import assert from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { installKernelspec, ownerOf, prefixKernels, removeKernelspec, userKernels } from "./kernelspec";

let prefix: string;
let kernels: string;
beforeEach(() => {
  prefix = mkdtempSync(join(tmpdir(), "jupyter prefix "));
  kernels = prefixKernels(prefix);
});
afterEach(() => rmSync(prefix, { recursive: true, force: true }));

function writeForeign(): void {
  mkdirSync(join(kernels, "tslab"), { recursive: true });
  writeFileSync(join(kernels, "tslab", "kernel.json"), '{"argv":["tslab"],"display_name":"TypeScript"}');
}

test("the user's folder of kernels is Jupyter's on each system, and JUPYTER_DATA_DIR goes first", () => {
  const home = "/home/ada";
  assert.equal(
    userKernels({ platform: "linux", env: {}, home }),
    join(home, ".local", "share", "jupyter", "kernels"),
  );
  assert.equal(
    userKernels({ platform: "linux", env: { XDG_DATA_HOME: "/x" }, home }),
    join("/x", "jupyter", "kernels"),
  );
  assert.equal(
    userKernels({ platform: "darwin", env: {}, home }),
    join(home, "Library", "Jupyter", "kernels"),
  );
  const windows = { platform: "win32", env: { APPDATA: "C:/Roaming" }, home } as const;
  assert.equal(userKernels(windows), join("C:/Roaming", "jupyter", "kernels"));
  assert.throws(() => userKernels({ platform: "win32", env: {}, home }), /APPDATA is not set/);
  assert.equal(userKernels({ ...windows, env: { JUPYTER_DATA_DIR: "/j" } }), join("/j", "kernels"));
});

test("the kernelspec names this node and a launcher that is there, by absolute paths", () => {
  const { folder } = installKernelspec(kernels);
  const spec = JSON.parse(readFileSync(join(folder, "kernel.json"), "utf8"));
  const [node, launcher, ...rest] = spec.argv;
  assert.equal(node, process.execPath);
  assert.ok(existsSync(launcher), launcher);
  assert.deepEqual(rest, ["--config-path", "{connection_file}"]);
  assert.equal(spec.language, "typescript");
  assert.equal(spec.interrupt_mode, "signal");
  assert.deepEqual(readdirSync(kernels), ["tslab"], "nothing else is left behind");
});

test("installing again replaces our own kernelspec, and removing takes it away", () => {
  installKernelspec(kernels);
  installKernelspec(kernels);
  assert.equal(ownerOf(kernels), "ours");
  assert.deepEqual(removeKernelspec(kernels), {
    folder: join(kernels, "tslab"),
    removed: true,
    restored: false,
  });
  assert.deepEqual(readdirSync(kernels), []);
  assert.equal(removeKernelspec(kernels).removed, false);
});

test("a kernelspec of somebody else is left alone unless forced, and comes back", () => {
  writeForeign();
  assert.throws(() => installKernelspec(kernels), /did not write.*--force/);
  assert.throws(() => removeKernelspec(kernels), /not written by this project/);
  assert.equal(ownerOf(kernels), "other");
  const { aside } = installKernelspec(kernels, true);
  assert.ok(aside && existsSync(join(aside, "kernel.json")));
  assert.equal(ownerOf(kernels), "ours");
  assert.equal(removeKernelspec(kernels).restored, true);
  assert.equal(ownerOf(kernels), "other");
  assert.ok(!existsSync(aside));
});

test("a second kernelspec of somebody else is not thrown away for the first", () => {
  writeForeign();
  installKernelspec(kernels, true);
  rmSync(join(kernels, "tslab"), { recursive: true });
  writeForeign();
  assert.throws(() => installKernelspec(kernels, true), /is there already/);
  assert.equal(ownerOf(kernels), "other");
});

test("a kernelspec that cannot be read counts as somebody else's", () => {
  mkdirSync(join(kernels, "tslab"), { recursive: true });
  writeFileSync(join(kernels, "tslab", "kernel.json"), "{");
  assert.equal(ownerOf(kernels), "other");
});
