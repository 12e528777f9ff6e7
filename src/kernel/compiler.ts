import { existsSync, readdirSync } from "node:fs";
import { join, parse } from "node:path";
import type { Converter } from "tslab/dist/converter";
import type TypeScript from "typescript";
import { cellBuilder } from "./builder";
import type { Cache } from "./cache";
import { makeChecks } from "./checks";
import { blankExports } from "./exports";
import type { Ts, Tslab, TslabParts } from "./tslab";
import { installWatch } from "./watch";

/** A cell made into JavaScript (an ES module with its source map inline), or what is wrong with its types. */
export interface Converted {
  errors: readonly TypeScript.Diagnostic[];
  js?: string;
  /** The declarations that the next cell sees, if this one succeeds. */
  declarations: string;
  /** The name under which the module exports the value of its last expression. */
  lastName?: string;
}

/** Checks, transpiles, completes and explains cells; `declarations` are those of the cells before. */
export interface Compiler {
  readonly ts: Ts;
  readonly parts: TslabParts;
  convert(declarations: string, code: string): Converted;
  complete(
    declarations: string,
    code: string,
    at: number,
  ): { start: number; end: number; candidates: string[] };
  /** What shift-tab shows at a place, or nothing. */
  inspect(declarations: string, code: string, at: number): string | undefined;
}

const CANNOT_FIND_MODULE = new Set([2307, 2792, 7016]);

/** The options cells are checked with: those of the project's tsconfig, where tslab's are of an older time. */
function cellOptions(ts: Ts, options: TypeScript.CompilerOptions, home: string, cwd: string) {
  return {
    ...options,
    strict: true,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    customConditions: ["node"],
    lib: ["lib.es2023.d.ts"],
    types: ["node"],
    typeRoots: [...(options.typeRoots ?? []), join(home, "node_modules", "@types")],
    rootDir: parse(cwd).root, // a cell may import from beside or above its folder
    inlineSourceMap: true,
  };
}

/** Declarations of the project for packages that have none of their own. */
function ambientFiles(home: string): string[] {
  const folder = join(home, "src", "types");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".d.ts"))
    .sort()
    .map((name) => join(folder, name).replaceAll("\\", "/"));
}

/**
 * Loads tslab's converter with the mends of types: packages resolve by their `exports`, cells are checked
 * `strict`, imports may lie outside the notebook's folder, edits are seen at once.
 *
 * Takes about 2 s, nearly all of it TypeScript reading its library.
 *
 * @param tslab what `findTslab` found
 * @param home the folder of this project, which has the packages
 * @param cwd the notebook's folder, which is the kernel's working folder
 * @param cache where it is kept that a file was found without error
 * @example const compiler = openCompiler(findTslab(), home, process.cwd(), cache);
 */
export function openCompiler(tslab: Tslab, home: string, cwd: string, cache: Cache): Compiler {
  const { ts } = tslab;
  const watch = installWatch(ts);
  const cellFile = join(cwd, "__tslab__.ts").replaceAll("\\", "/");
  const checks = makeChecks(ts, cellFile, cache);
  const ambient = ambientFiles(home);

  const patch = {
    getPreEmitDiagnosticsOfFiles: checks.getPreEmitDiagnosticsOfFiles,
    // Cells stay ES modules here; they are finished in cell.ts.
    transpileModule: (input: string) => ({ outputText: input }),
    createWatchCompilerHost: (
      files: string[],
      options: TypeScript.CompilerOptions,
      system: TypeScript.System,
      _builder: unknown,
      ...rest: unknown[]
    ) =>
      Reflect.apply(ts.createWatchCompilerHost, ts, [
        [...files, ...ambient],
        cellOptions(ts, options, home, cwd),
        system,
        ts.createAbstractBuilder,
        ...rest,
      ]),
    createWatchProgram(host: TypeScript.WatchCompilerHost<TypeScript.BuilderProgram>) {
      const created = host.afterProgramCreate;
      host.afterProgramCreate = (builder) => created?.(cellBuilder(ts, builder, cellFile));
      return Reflect.apply(ts.createWatchProgram, ts, [host]);
    },
  };
  const parts = tslab.load(patch as unknown as Partial<Ts>);

  let converter: Converter | undefined;
  let stale = false;
  /** The converter, made anew where it would not notice: a module that was missing, a changed package.json. */
  function fresh(): Converter {
    if (watch.look()) stale = true;
    if (stale) {
      converter?.close();
      converter = undefined;
    }
    stale = false;
    converter ??= parts.createConverter({ isJS: false, isBrowser: false });
    return converter;
  }
  fresh();

  return {
    ts,
    parts,
    convert(declarations, code) {
      const made = fresh().convert(declarations, blankExports(ts, code));
      const errors = checks.errors();
      stale = errors.some((error) => CANNOT_FIND_MODULE.has(error.code));
      if (errors.length > 0) return { errors, declarations };
      return {
        errors,
        js: made.output,
        declarations: made.declOutput ?? "",
        lastName: made.lastExpressionVar,
      };
    },
    complete: (declarations, code, at) => fresh().complete(declarations, code, at),
    inspect(declarations, code, at) {
      const info = fresh().inspect(declarations, code, at);
      return info ? parts.printQuickInfo(info) : undefined;
    },
  };
}
