import type TypeScript from "typescript";
import { nameEveryType } from "./declarations";
import { importsOf } from "./imports";
import { seeingShorthand, writeShorthandOut } from "./shorthand";
import type { Ts } from "./tslab";

/**
 * Gives tslab the builder it expects, made of one that keeps no books about the whole program: tslab makes two
 * programs a cell, and with the packages of a notebook loaded those books took half of a cell's time.
 *
 * A cell's output is named as tslab looks for it, whatever folder the cell's imports lie in; the imported
 * files are not emitted, since the loader reads them.
 *
 * @example const builder = cellBuilder(ts, abstractBuilder, "/project/notebooks/a/__tslab__.ts");
 */
export function cellBuilder(
  ts: Ts,
  builder: TypeScript.BuilderProgram,
  cellFile: string,
): TypeScript.BuilderProgram {
  const own: TypeScript.BuilderProgram = Object.create(builder);
  // tslab reads the cell's names before anything has asked for types, which is when they are bound.
  const cell = builder.getSourceFile(cellFile);
  if (cell) ts.bindSourceFile(cell, builder.getCompilerOptions());
  own.getAllDependencies = (file) => importsOf(builder.getProgram(), file).files.map((one) => one.fileName);
  own.getProgram = () => {
    const program: TypeScript.Program = Object.create(builder.getProgram());
    program.getTypeChecker = () => seeingShorthand(ts, builder.getProgram().getTypeChecker());
    return program;
  };
  own.emit = (file, write, token, onlyDeclarations, transformers) => {
    if (file?.fileName !== cellFile) return { emitSkipped: true, diagnostics: [] };
    const named: TypeScript.WriteFileCallback = (name, text, ...more) =>
      write?.(`outDir/__tslab__${name.endsWith(".d.ts") ? ".d.ts" : ".js"}`, text, ...more);
    const all = { ...transformers, before: [writeShorthandOut(ts)] };
    const { emit, getTypeChecker } = builder.getProgram();
    nameEveryType(ts, getTypeChecker());
    // The last argument is not declared: it emits declarations, whatever is said against publishing them.
    return Reflect.apply(emit, undefined, [file, named, token, onlyDeclarations, all, true]);
  };
  return own;
}
