import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { findJupyter, withKernelsOf } from "./jupyter";

let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "lab project "));
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

function put(...path: string[]): string {
  const folder = join(project, ...path.slice(0, -1));
  mkdirSync(folder, { recursive: true });
  const file = join(project, ...path);
  writeFileSync(file, "");
  return file;
}

test("JUPYTER goes before .venv, and .venv before PATH; only a place with JupyterLab counts", () => {
  const platform = "linux";
  const PATH = [join(project, "without"), join(project, "with")].join(delimiter);
  assert.equal(findJupyter(project, { platform, env: { PATH } }), undefined);
  put("without", "jupyter");
  assert.equal(findJupyter(project, { platform, env: { PATH } }), undefined);
  put("with", "jupyter-lab");
  assert.equal(findJupyter(project, { platform, env: { PATH } }), join(project, "with", "jupyter"));
  put(".venv", "bin", "jupyter-lab");
  assert.equal(findJupyter(project, { platform, env: { PATH } }), join(project, ".venv", "bin", "jupyter"));
  const JUPYTER = put("named", "jupyter");
  assert.equal(findJupyter(project, { platform, env: { PATH, JUPYTER } }), JUPYTER);
});

test("a JUPYTER that names no file is an error and not passed over", () => {
  const env = { JUPYTER: join(project, "nowhere") };
  assert.throws(
    () => findJupyter(project, { platform: "linux", env }),
    /JUPYTER is .*nowhere, which is no file/,
  );
});

test("on Windows the virtual environment keeps its programs in Scripts", () => {
  put(".venv", "Scripts", "jupyter-lab.exe");
  const found = findJupyter(project, { platform: "win32", env: {} });
  assert.equal(found, join(project, ".venv", "Scripts", "jupyter.exe"));
});

test("the prefix's kernels are looked for first, and those of JUPYTER_PATH stay", () => {
  assert.equal(withKernelsOf("/p", {}).JUPYTER_PATH, join("/p", "share", "jupyter"));
  const both = withKernelsOf("/p", { JUPYTER_PATH: "/other" }).JUPYTER_PATH;
  assert.equal(both, `${join("/p", "share", "jupyter")}${delimiter}/other`);
});
