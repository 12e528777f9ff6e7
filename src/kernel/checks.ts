import type TypeScript from "typescript";
import { type Cache, digest } from "./cache";
import { declarationsOf, importsOf } from "./imports";
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
 * What is wrong with a file's types. Not asked for is whether its declarations could be published: those of a
 * cell are only for the next cell, where `const result = kmeans(rows, 3, {})` need not name the result's type.
 */
const typesOf = (program: TypeScript.Program, file: TypeScript.SourceFile): Diagnostics => [
  ...program.getSyntacticDiagnostics(file),
  ...program.getSemanticDiagnostics(file),
];

/** Declarations that every file sees: the project's own, and those of Node. */
const isAmbient = ({ fileName }: TypeScript.SourceFile): boolean =>
  fileName.endsWith(".d.ts") &&
  (fileName.includes("/node_modules/@types/node/") || !/\/node_modules\/|\/__prev__\./.test(fileName));

/**
 * Makes the checks. A cell is checked each time, a project's file once for each state of itself and of what
 * it imports, to the last declaration: otherwise each cell would pay for the whole of `src` again. That a file was found without
 * error is also kept in `cache`, for the kernels after this one.
 *
 * tslab itself says nothing of errors outside the notebook's folder, so they are kept here.
 *
 * @example const checks = makeChecks(ts, "/project/notebooks/a/__tslab__.ts", cache);
 */
export function makeChecks(ts: Ts, cellFile: string, cache: Cache): Checks {
  const known = new Map<string, Diagnostics>();
  const digests = new WeakMap<TypeScript.SourceFile, string>();
  const packages = new WeakMap<TypeScript.SourceFile, string>();
  let errors: Diagnostics = [];

  function digestOf(file: TypeScript.SourceFile): string {
    const before = digests.get(file);
    const made = before ?? digest(file.text);
    if (before === undefined) digests.set(file, made);
    return made;
  }

  /** What the check of every file depends on. */
  function surroundings(program: TypeScript.Program): string {
    const { typeRoots: _, rootDir: __, ...options } = program.getCompilerOptions();
    const ambient = program.getSourceFiles().filter(isAmbient);
    return digest(ts.version, JSON.stringify(options), ...ambient.map(digestOf));
  }

  /** The digest of a package's types; packages do not change under a kernel, but between two. */
  function ofPackage(program: TypeScript.Program, entry: TypeScript.SourceFile): string {
    const before = packages.get(entry);
    const made = before ?? digest(...declarationsOf(program, entry).map(digestOf));
    if (before === undefined) packages.set(entry, made);
    return made;
  }

  function ofProject(program: TypeScript.Program, file: TypeScript.SourceFile, around: string): Diagnostics {
    const { files, packages: entries, others } = importsOf(program, file);
    const types = entries.map((entry) => ofPackage(program, entry));
    const key = digest(around, ...files.map(digestOf), "", ...types, "", ...others);
    const before = known.get(key) ?? (cache.get(key) === undefined ? undefined : []);
    if (before) {
      known.set(key, before);
      return before;
    }
    const found = typesOf(program, file);
    known.set(key, found);
    if (found.length === 0) cache.put(key, "");
    return found;
  }

  return {
    getPreEmitDiagnosticsOfFiles(program, files) {
      const cell = files.filter((file) => file.fileName === cellFile);
      const others = files.filter((file) => file.fileName !== cellFile);
      const around = surroundings(program);
      const found = [
        ...cell.flatMap((file) => typesOf(program, file)),
        ...others.flatMap((file) => ofProject(program, file, around)),
      ];
      errors = found.filter((one) => one.file && !isTopLevelAwait(ts, one));
      return found;
    },
    errors: () => errors,
  };
}
