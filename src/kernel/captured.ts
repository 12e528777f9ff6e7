import type TypeScript from "typescript";
import type { Ts } from "./tslab";

/** What the binder knows of a node and does not declare: the names its scope has. */
type Scope = TypeScript.Node & { locals?: ReadonlyMap<string, unknown> };

/** Whether an identifier only names a member, as in `row.count` or `{ count: 1 }`. */
function isMemberName(ts: Ts, node: TypeScript.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  return (ts.isPropertyAssignment(parent) || ts.isClassElement(parent)) && parent.name === node;
}

/** Whether a scope between an identifier and the top of the file has a variable of its name. */
function isOfInnerScope(ts: Ts, node: TypeScript.Identifier): boolean {
  for (let scope: Scope = node.parent; !ts.isSourceFile(scope); scope = scope.parent) {
    if (scope.locals?.has(node.text)) return true;
  }
  return false;
}

/**
 * The top-level names that a function of the code uses; rather too many than too few, all where it says `eval`.
 *
 * @param file with its parents set
 * @example capturedNames(ts, file).has("total");
 */
export function capturedNames(ts: Ts, file: TypeScript.SourceFile): { has(name: string): boolean } {
  ts.bindSourceFile(file, {});
  const names = new Set<string>();
  const visit = (node: TypeScript.Node, inside: boolean): void => {
    if (ts.isIdentifier(node) && !isMemberName(ts, node)) {
      if (node.text === "eval" || (inside && !isOfInnerScope(ts, node))) names.add(node.text);
    }
    const within = inside || ts.isFunctionLike(node) || ts.isClassLike(node);
    ts.forEachChild(node, (child) => visit(child, within));
  };
  visit(file, false);
  return names.has("eval") ? { has: () => true } : names;
}
