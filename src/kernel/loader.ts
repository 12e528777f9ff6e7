import { readFileSync } from "node:fs";
import Module from "node:module";
import { relative, sep } from "node:path";
import { type Cache, digest } from "./cache";
import { registerSource, throughMap } from "./stack";
import { stampOf } from "./stamp";
import type { Ts } from "./tslab";

interface CompilingModule {
  _compile(code: string, file: string): unknown;
}
type Resolve = (id: string, parent: unknown, ...rest: unknown[]) => string;
interface ModuleInsides {
  _extensions: Record<string, (module: CompilingModule, file: string) => void>;
  _resolveFilename: Resolve;
}

/** Packages do not change under a kernel. */
const PACKAGES = `${sep}node_modules${sep}`;

/** Loads the project's files into the cells' process. */
export interface Loader {
  /** Forgets every loaded file if one of them was edited, so that the next import reads them anew. */
  forgetEdited(): void;
}

/**
 * Lets `require` read `.ts` files: transpiled, with stack traces in lines of the source, and found as
 * TypeScript finds them (`./rfm`, `./rfm.js` and `../src` for `../src/index.ts`).
 *
 * All loaded files are forgotten together when one was edited: then no old copy of a module stays behind
 * in another, at the price of a second reading (a few milliseconds a file).
 *
 * @example const loader = installLoader(ts, project, cache);
 */
export function installLoader(ts: Ts, project: string, cache: Cache): Loader {
  const loaded = new Map<string, string>();
  const insides = Module as unknown as ModuleInsides;
  const compilerOptions = {
    module: ts.ModuleKind.CommonJS,
    target: ts.ScriptTarget.ES2022,
    esModuleInterop: true,
    sourceMap: true,
  };
  /** Transpiles a text, or takes what an earlier kernel has made of the same one. */
  function transpile(text: string): { code: string; map: string } {
    const key = digest("transpiled", ts.version, JSON.stringify(compilerOptions), text);
    const before = cache.get(key);
    if (before !== undefined) return JSON.parse(before);
    const { outputText, sourceMapText = "{}" } = ts.transpileModule(text, { compilerOptions });
    const made = { code: outputText.replace(/\/\/# sourceMappingURL=.*\s*$/, ""), map: sourceMapText };
    cache.put(key, JSON.stringify(made));
    return made;
  }
  insides._extensions[".ts"] = (module, file) => {
    const made = transpile(readFileSync(file, "utf8"));
    const shown = relative(project, file);
    const name = shown.startsWith("..") ? file : shown.split(sep).join("/");
    registerSource(file, throughMap(JSON.parse(made.map), name));
    module._compile(made.code, file);
  };
  for (const kind of [".ts", ".js", ".json"]) {
    const load = insides._extensions[kind];
    insides._extensions[kind] = (module, file) => {
      if (!file.includes(PACKAGES)) loaded.set(file, stampOf(file));
      load?.(module, file);
    };
  }
  const resolve = insides._resolveFilename;
  insides._resolveFilename = function (id, parent, ...rest) {
    try {
      return resolve.call(this, id, parent, ...rest);
    } catch (error) {
      if (!/^\.\.?\/.*\.js$/.test(id)) throw error;
      return resolve.call(this, id.replace(/js$/, "ts"), parent, ...rest);
    }
  };
  return {
    forgetEdited() {
      if (![...loaded].some(([file, seen]) => stampOf(file) !== seen)) return;
      for (const file of loaded.keys()) delete require.cache[file];
      loaded.clear();
    },
  };
}
