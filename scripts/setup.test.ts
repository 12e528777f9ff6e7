import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "set up "));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const command = (name: string) => ["--import", "tsx", join(__dirname, name)];

function run(name: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command(name), ...args], {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return { status, stdout, stderr };
}

test("setup registers the kernel in the user's folder, says where, and takes it back", () => {
  const env = { JUPYTER_DATA_DIR: folder };
  const spec = join(folder, "kernels", "tslab", "kernel.json");
  const done = run("setup.ts", [], env);
  assert.equal(done.status, 0, done.stderr);
  assert.ok(done.stdout.includes(join(folder, "kernels", "tslab")), done.stdout);
  assert.equal(JSON.parse(readFileSync(spec, "utf8")).display_name, "TypeScript (segmentbook)");
  const back = run("setup.ts", ["--remove"], env);
  assert.match(back.stdout, /^Removed the kernel from /);
  assert.throws(() => readFileSync(spec), /ENOENT/);
});

test("setup leaves a kernel of somebody else alone and says how to put it aside", () => {
  const kernel = join(folder, "share", "jupyter", "kernels", "tslab");
  mkdirSync(kernel, { recursive: true });
  writeFileSync(join(kernel, "kernel.json"), "{}");
  const refused = run("setup.ts", ["--prefix", folder]);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /did not write.*--force/);
  assert.equal(readFileSync(join(kernel, "kernel.json"), "utf8"), "{}");
});

test("setup refuses an argument it does not know", () => {
  const { status, stderr } = run("setup.ts", ["--perfix", folder]);
  assert.equal(status, 1);
  assert.match(stderr, /--perfix/);
});

test(
  "lab says plainly how to get JupyterLab where there is none",
  { skip: existsSync(join(__dirname, "..", ".venv")) && "there is one in .venv" },
  () => {
    const { status, stderr } = run("lab.ts", [], { JUPYTER: "", PATH: folder });
    assert.equal(status, 1);
    assert.match(stderr, /python3 -m venv \.venv\n {2}\.venv\/bin\/pip install jupyterlab/);
  },
);

test(
  "lab opens the notebooks with the kernel registered and passes arguments and Ctrl-C on",
  {
    skip: process.platform === "win32" && "a shell script stands for jupyter",
  },
  async () => {
    const jupyter = join(folder, "jupyter");
    const script = `#!${process.execPath}
process.on("SIGINT", () => process.exit(7));
console.log(JSON.stringify({ args: process.argv.slice(2), path: process.env.JUPYTER_PATH }));
setInterval(() => {}, 1000);`;
    writeFileSync(jupyter, script);
    chmodSync(jupyter, 0o755);
    const lab = spawn(process.execPath, [...command("lab.ts"), "--no-browser"], {
      env: { ...process.env, JUPYTER: jupyter },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [text] = await once(lab.stdout, "data");
    const { args, path } = JSON.parse(String(text));
    assert.equal(args[0], "lab");
    assert.ok(args.includes("--LabApp.default_url=/lab/tree/notebooks"));
    assert.equal(args.at(-1), "--no-browser");
    const spec = JSON.parse(
      readFileSync(join(path.split(":")[0], "kernels", "tslab", "kernel.json"), "utf8"),
    );
    assert.equal(spec.language, "typescript");
    lab.kill("SIGINT");
    const [code] = await once(lab, "exit");
    assert.equal(code, 7);
  },
);
