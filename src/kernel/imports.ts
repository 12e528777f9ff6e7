import type TypeScript from "typescript";

/** What the compiler knows of a file and does not declare: what its imports were resolved to. */
type Resolving = TypeScript.SourceFile & {
  resolvedModules?: {
    forEach(tell: (one: { resolvedModule?: TypeScript.ResolvedModuleFull }, name: string) => void): void;
  };
};

/** What a file imports, directly or through other files of the project. */
export interface Imports {
  /** The project's files, the importing one first. */
  files: TypeScript.SourceFile[];
  /** Everything else, named so that another version has another name; what was not found, too. */
  others: string[];
}

const isSource = (path: string): boolean =>
  /\.([cm]?ts|tsx|js)$/.test(path) && !/\.d\.[cm]?ts$/.test(path) && !path.includes("/node_modules/");

/**
 * Follows the imports of a file through the project, up to packages and declaration files: those are
 * neither checked nor loaded as source.
 *
 * @example const { files } = importsOf(program, program.getSourceFile("/project/src/index.ts"));
 */
export function importsOf(program: TypeScript.Program, file: TypeScript.SourceFile): Imports {
  const files = new Set([file]);
  const others = new Set<string>();
  for (const one of files) {
    (one as Resolving).resolvedModules?.forEach(({ resolvedModule }, name) => {
      const path = resolvedModule?.resolvedFileName ?? "";
      const next = isSource(path) ? program.getSourceFile(path) : undefined;
      if (next) files.add(next);
      else others.add(`${name} ${path} ${resolvedModule?.packageId?.version ?? ""}`);
    });
  }
  return { files: [...files], others: [...others].sort() };
}
