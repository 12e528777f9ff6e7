import type TypeScript from "typescript";
import type { Ts } from "./tslab";

/**
 * Writes `{ name }` as `{ name: name }` before a cell is emitted.
 *
 * tslab replaces a variable of an earlier cell by `exports.variable`, which has no place in a shorthand; it leaves
 * the name as it stands, and the cell dies of "name is not defined".
 */
export function writeShorthandOut(ts: Ts): TypeScript.TransformerFactory<TypeScript.SourceFile> {
  return (context) => {
    const { factory } = context;
    const visit = (node: TypeScript.Node): TypeScript.Node => {
      if (!ts.isShorthandPropertyAssignment(node)) return ts.visitEachChild(node, visit, context);
      const value = ts.setOriginalNode(factory.createIdentifier(node.name.text), node.name);
      const fallback = node.objectAssignmentInitializer;
      const right = fallback
        ? factory.createAssignment(value, ts.visitNode(fallback, visit) as TypeScript.Expression)
        : value;
      const written = factory.createPropertyAssignment(factory.createIdentifier(node.name.text), right);
      return ts.setTextRange(ts.setOriginalNode(written, node), node);
    };
    return (file) => ts.visitNode(file, visit) as TypeScript.SourceFile;
  };
}

/**
 * A checker as tslab needs it, which asks it of every name whether it is a variable of an earlier cell: it knows the names
 * that {@link writeShorthandOut} made as the variables they stand for, and says nothing of names of properties. In
 * `({ grade: g }) => g` the property may be of a type that an earlier cell declared, and `exports.grade: g` is no pattern.
 */
export function seeingShorthand(ts: Ts, checker: TypeScript.TypeChecker): TypeScript.TypeChecker {
  const own: TypeScript.TypeChecker = Object.create(checker);
  own.getSymbolAtLocation = (node) => {
    const parsed = ts.getParseTreeNode(node);
    if (parsed !== undefined && isPropertyName(ts, parsed)) return undefined;
    const made = parsed !== undefined && parsed !== node && ts.isShorthandPropertyAssignment(parsed.parent);
    return made
      ? checker.getShorthandAssignmentValueSymbol(parsed.parent)
      : checker.getSymbolAtLocation(node);
  };
  return own;
}

/** Whether a node is the name before the colon in a pattern or an object. */
function isPropertyName(ts: Ts, node: TypeScript.Node): boolean {
  const { parent } = node;
  if (parent === undefined) return false;
  return ts.isBindingElement(parent)
    ? parent.propertyName === node
    : ts.isPropertyAssignment(parent) && parent.name === node;
}
