import type TypeScript from "typescript";
import type { Ts } from "./tslab";

type Flagged = (node: unknown, around: unknown, flags: number, ...rest: unknown[]) => unknown;

/** What the compiler asks for the types it writes into declarations; it does not declare this itself. */
interface EmitResolver {
  createTypeOfDeclaration: Flagged;
  createReturnTypeOfSignatureDeclaration: Flagged;
  createTypeOfExpression: Flagged;
}
type Resolving = TypeScript.TypeChecker & { getEmitResolver(...of: unknown[]): EmitResolver };

/**
 * Lets the declarations of a cell name types by files of a package that the package does not export, as in
 * `const result = kmeans(rows, 3, {})`: they are only for the next cell, on this machine. Without it such a
 * variable is refused (TS2742), and would be `any` in the next cell.
 */
export function nameEveryType(ts: Ts, checker: TypeScript.TypeChecker): void {
  const resolving = checker as Resolving;
  const { getEmitResolver } = resolving;
  const { AllowNodeModulesRelativePaths } = ts.NodeBuilderFlags as unknown as Record<string, number>;
  resolving.getEmitResolver = (...of) => {
    const resolver = getEmitResolver(...of);
    const allow =
      (make: Flagged): Flagged =>
      (node, around, flags, ...rest) =>
        make(node, around, flags | (AllowNodeModulesRelativePaths ?? 0), ...rest);
    return {
      ...resolver,
      createTypeOfDeclaration: allow(resolver.createTypeOfDeclaration),
      createReturnTypeOfSignatureDeclaration: allow(resolver.createReturnTypeOfSignatureDeclaration),
      createTypeOfExpression: allow(resolver.createTypeOfExpression),
    };
  };
}
