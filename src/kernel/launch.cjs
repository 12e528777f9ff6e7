"use strict";
// Starts the project's kernel. The launcher is written in TypeScript; this file gives Node a way to read it,
// with the compiler that tslab brings along: none other has to be loaded.
const { readFileSync } = require("node:fs");
const Module = require("node:module");

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
Module._extensions[".ts"] = (module, file) => {
  const compilerOptions = {
    module: ts.ModuleKind.CommonJS,
    target: ts.ScriptTarget.ES2022,
    esModuleInterop: true,
  };
  const { outputText } = ts.transpileModule(readFileSync(file, "utf8"), { fileName: file, compilerOptions });
  module._compile(outputText, file);
};
require("./launch.ts").launch(process.argv);
