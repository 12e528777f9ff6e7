import { posix } from "node:path";
import type TypeScript from "typescript";

interface Resolved<T> {
  forEach(tell: (one: T, name: string) => void): void;
}

/** What the compiler knows of a file and does not declare: what its imports were resolved to. */
type Resolving = TypeScript.SourceFile & {
  resolvedModules?: Resolved<{ resolvedModule?: TypeScript.ResolvedModuleFull }>;
  resolvedTypeReferenceDirectiveNames?: Resolved<{
    resolvedTypeReferenceDirective?: TypeScript.ResolvedTypeReferenceDirective;
  }>;
};

/** What a file imports, directly or through other files of the project. */
export interface Imports {
  /** The project's files, the importing one first. */
  files: TypeScript.SourceFile[];
  /** The declaration files of packages that these import. */
  packages: TypeScript.SourceFile[];
  /** What has no types or was not found, with its name and place. */
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
  const packages = new Set<TypeScript.SourceFile>();
  const others = new Set<string>();
  for (const one of files) {
    (one as Resolving).resolvedModules?.forEach(({ resolvedModule }, name) => {
      const path = resolvedModule?.resolvedFileName ?? "";
      const next = program.getSourceFile(path);
      if (!next) others.add(`${name} ${path}`);
      else if (isSource(path)) files.add(next);
      else packages.add(next);
    });
  }
  return { files: [...files], packages: [...packages], others: [...others].sort() };
}

/**
 * Follows a declaration file of a package to all those it takes its types from, itself the first, also those
 * of other packages.
 *
 * @example const files = declarationsOf(program, packages[0]);
 */
export function declarationsOf(
  program: TypeScript.Program,
  entry: TypeScript.SourceFile,
): TypeScript.SourceFile[] {
  const files = new Set([entry]);
  const add = (path = ""): void => {
    const file = program.getSourceFile(path);
    if (file) files.add(file);
  };
  for (const one of files) {
    const { resolvedModules, resolvedTypeReferenceDirectiveNames: types }: Resolving = one;
    resolvedModules?.forEach(({ resolvedModule }) => {
      add(resolvedModule?.resolvedFileName);
    });
    types?.forEach(({ resolvedTypeReferenceDirective: type }) => {
      add(type?.resolvedFileName);
    });
    for (const { fileName } of one.referencedFiles) add(posix.join(posix.dirname(one.fileName), fileName));
  }
  return [...files];
}
