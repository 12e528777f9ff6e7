import type TypeScript from "typescript";
import { seeingShorthand, writeShorthandOut } from "./shorthand";
import type { Ts } from "./tslab";

/** What the compiler knows of a file and does not declare: what its imports were resolved to. */
type Resolved = TypeScript.SourceFile & {
  resolvedModules?: {
    forEach(tell: (one: { resolvedModule?: TypeScript.ResolvedModule }) => void): void;
  };
};

/**
 * The project's files that a file imports, directly or through others, and itself first. Packages and
 * declaration files are left out: they are neither checked nor loaded as source.
 *
 * @example const names = projectFilesOf(program, program.getSourceFile("/project/src/index.ts"));
 */
export function projectFilesOf(program: TypeScript.Program, file: TypeScript.SourceFile): string[] {
  const found = new Set([file.fileName]);
  for (const name of found) {
    (program.getSourceFile(name) as Resolved | undefined)?.resolvedModules?.forEach(({ resolvedModule }) => {
      const path = resolvedModule?.resolvedFileName ?? "";
      if (
        /\.([cm]?ts|tsx|js)$/.test(path) &&
        !path.includes("/node_modules/") &&
        !/\.d\.[cm]?ts$/.test(path)
      ) {
        found.add(path);
      }
    });
  }
  return [...found];
}

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
  own.getAllDependencies = (file) => projectFilesOf(builder.getProgram(), file);
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
    return builder.emit(file, named, token, onlyDeclarations, all);
  };
  return own;
}
