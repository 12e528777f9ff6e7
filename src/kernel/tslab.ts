import { createRequire } from "node:module";
import type { Converter } from "tslab/dist/converter";
import type TypeScript from "typescript";

/** The compiler that tslab brings along: TypeScript 5.0.4 and a few functions of its own. */
export type Ts = typeof TypeScript & {
  getPreEmitDiagnosticsOfFiles(
    program: TypeScript.Program,
    files: readonly TypeScript.SourceFile[],
  ): readonly TypeScript.Diagnostic[];
  bindSourceFile(file: TypeScript.SourceFile, options: TypeScript.CompilerOptions): void;
};

/** What the kernel takes from tslab: its compiler, and what makes a cell into a module and back. */
export interface Tslab {
  readonly ts: Ts;
  /** Loads tslab's converter with `patch`'s functions in the place of the compiler's of the same name. */
  load(patch: Partial<Ts>): TslabParts;
}

/** The functions of tslab that the kernel calls, and the slot its `display` writes through. */
export interface TslabParts {
  createConverter(options: { isJS: boolean; isBrowser: boolean }): Converter;
  isCompleteCode(code: string): { completed: boolean; indent?: string };
  printQuickInfo(info: TypeScript.QuickInfo): string;
  /** Where `import { display } from "tslab"` sends what it shows. */
  jupyter: { lastWriteDisplayData: ((content: unknown, update?: boolean) => void) | null };
}

const TSLAB = "1.0.22";
const TYPESCRIPT = "5.0.4";
const NEEDED = [
  "bindSourceFile",
  "createAbstractBuilder",
  "createWatchCompilerHost",
  "createWatchProgram",
  "getPreEmitDiagnosticsOfFiles",
  "transpileModule",
] as const;

function fail(what: string): never {
  throw new Error(
    `The kernel's mends were made for tslab ${TSLAB} and do not fit what is installed: ${what}. ` +
      `Run "npm ci" to install the versions of package-lock.json.`,
  );
}

/**
 * Finds tslab and its compiler beside this project, whatever the folder the kernel runs in.
 *
 * @param manifest tslab's package.json; the installed one's unless told
 * @throws Error if the version is another one or a function that is mended is missing.
 * @example const { ts, load } = findTslab();
 */
export function findTslab(manifest = require.resolve("tslab/package.json")): Tslab {
  const from = createRequire(manifest);
  const { version } = from(manifest) as { version: string };
  if (version !== TSLAB) fail(`tslab is ${version}`);
  const id = from.resolve("@tslab/typescript-for-tslab");
  const ts = from(id) as Ts;
  if (ts.version !== TYPESCRIPT) fail(`its TypeScript is ${ts.version}, not ${TYPESCRIPT}`);
  for (const name of NEEDED) if (typeof ts[name] !== "function") fail(`ts.${name} is missing`);
  return {
    ts,
    load(patch) {
      const cached = require.cache[id];
      if (!cached) return fail("its TypeScript was not loaded");
      cached.exports = new Proxy(ts, {
        get: (target, name, receiver) => Reflect.get(name in patch ? patch : target, name, receiver),
      });
      const converter = from("./dist/converter.js") as TslabParts;
      const { printQuickInfo } = from("./dist/inspect.js") as TslabParts;
      const jupyter = from("./dist/jupyter.js") as TslabParts["jupyter"];
      const { createConverter, isCompleteCode } = converter;
      for (const part of [createConverter, isCompleteCode, printQuickInfo]) {
        if (typeof part !== "function") fail("its converter has other functions");
      }
      return { createConverter, isCompleteCode, printQuickInfo, jupyter };
    },
  };
}
