"use strict";
// Starts the project's kernel. The launcher is written in TypeScript; this file gives Node a way to read it,
// with the compiler that tslab brings along: none other has to be loaded.
const { readFileSync } = require("node:fs");
const Module = require("node:module");
const path = require("node:path");

function load(find) {
  try {
    return find();
  } catch (error) {
    if (error.code !== "MODULE_NOT_FOUND") throw error;
    console.error(
      `segmentbook: the kernel's packages are not installed; run "npm ci" in the project.\n${error.message}`,
    );
    process.exit(1);
  }
}

const ts = load(() =>
  Module.createRequire(require.resolve("tslab/package.json"))("@tslab/typescript-for-tslab"),
);
const compilerOptions = {
  module: ts.ModuleKind.CommonJS,
  target: ts.ScriptTarget.ES2022,
  esModuleInterop: true,
};
let cached = (_text, make) => make();
Module._extensions[".ts"] = (module, file) => {
  const text = readFileSync(file, "utf8");
  module._compile(
    cached(text, () => ts.transpileModule(text, { compilerOptions }).outputText),
    file,
  );
};
const { digest, openCache } = require("./cache.ts");
const cache = openCache(path.join(__dirname, "..", "..", "node_modules", ".cache", "segmentbook", "kernel"));
cached = (text, make) => {
  const key = digest("launcher", ts.version, JSON.stringify(compilerOptions), text);
  const before = cache.get(key);
  const code = before ?? make();
  if (before === undefined) cache.put(key, code);
  return code;
};
require("./launch.ts").launch(process.argv);
