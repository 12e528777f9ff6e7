import type TypeScript from "typescript";
import type { Ts } from "./tslab";

type Diagnostics = readonly TypeScript.Diagnostic[];

/** Checks a cell's types, and those of the project's files it imports. */
export interface Checks {
  /** Takes the place of the compiler's function of this name; tslab calls it once a cell. */
  getPreEmitDiagnosticsOfFiles(
    program: TypeScript.Program,
    files: readonly TypeScript.SourceFile[],
  ): Diagnostics;
  /** What was wrong with the last cell; empty if nothing was. */
  errors(): Diagnostics;
}

const AWAIT_OUTSIDE_ASYNC = 1308;

/** Whether a diagnostic only says that `await` stands at the top of a cell, where tslab allows it. */
function isTopLevelAwait(ts: Ts, diagnostic: TypeScript.Diagnostic): boolean {
  const { code, file, start } = diagnostic;
  if (code !== AWAIT_OUTSIDE_ASYNC || !file || start === undefined) return false;
  const isAround = (node: TypeScript.Node) => node.getStart(file) <= start && start < node.end;
  let node: TypeScript.Node | undefined = file;
  while (node) {
    if (ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isModuleDeclaration(node)) return false;
    node = ts.forEachChild(node, (child) => (isAround(child) ? child : undefined));
  }
  return true;
}

/**
 * Makes the checks. A cell is checked each time, a project's file only once until a file is edited: otherwise
 * each cell would pay for the whole of `src` again. tslab itself says nothing of errors outside the
 * notebook's folder, so they are kept here.
 *
 * @example const checks = makeChecks(ts, "/project/notebooks/a/__tslab__.ts");
 */
export function makeChecks(ts: Ts, cellFile: string): Checks {
  let known = new Map<TypeScript.SourceFile, Diagnostics>();
  let seen = new Map<string, TypeScript.SourceFile>();
  let errors: Diagnostics = [];

  function forgetIfEdited(program: TypeScript.Program): void {
    const now = new Map<string, TypeScript.SourceFile>();
    let edited = false;
    for (const file of program.getSourceFiles()) {
      if (file.fileName === cellFile || file.fileName.endsWith("/__prev__.d.ts")) continue;
      now.set(file.fileName, file);
      edited ||= seen.has(file.fileName) && seen.get(file.fileName) !== file;
    }
    seen = now;
    if (edited) known = new Map();
  }

  function ofProject(program: TypeScript.Program, file: TypeScript.SourceFile): Diagnostics {
    const before = known.get(file);
    if (before) return before;
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    known.set(file, found);
    return found;
  }

  return {
    getPreEmitDiagnosticsOfFiles(program, files) {
      forgetIfEdited(program);
      const cell = files.filter((file) => file.fileName === cellFile);
      const others = files.filter(
        (file) => !cell.includes(file) && !file.fileName.includes("/node_modules/"),
      );
      const found = [
        ...ts.getPreEmitDiagnosticsOfFiles(program, cell),
        ...others.flatMap((file) => ofProject(program, file)),
      ];
      errors = found.filter((one) => one.file && !isTopLevelAwait(ts, one));
      return found;
    },
    errors: () => errors,
  };
}
