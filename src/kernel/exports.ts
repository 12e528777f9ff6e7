import type TypeScript from "typescript";
import type { Ts } from "./tslab";

/**
 * Blanks the word `export` before declarations, so that code from a module runs when it is pasted into a cell:
 * tslab exports every variable of a cell itself, and refuses those that are exported already. Nothing moves.
 *
 * @example blankExports(ts, "export const a = 1;"); // "       const a = 1;"
 */
export function blankExports(ts: Ts, code: string): string {
  if (!/\bexport\b/.test(code)) return code;
  const file = ts.createSourceFile("cell.ts", code, ts.ScriptTarget.ES2022);
  let text = code;
  for (const statement of file.statements) {
    for (const modifier of exportsOf(ts, statement)) {
      const { end } = modifier;
      const start = modifier.getStart(file);
      text = text.slice(0, start) + " ".repeat(end - start) + text.slice(end);
    }
  }
  return text;
}

function exportsOf(ts: Ts, statement: TypeScript.Statement): TypeScript.Modifier[] {
  const isDeclared = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
  if (!ts.canHaveModifiers(statement) || (isDeclared && !statement.name)) return [];
  const { ExportKeyword, DefaultKeyword } = ts.SyntaxKind;
  const modifiers = ts.getModifiers(statement) ?? [];
  return modifiers.filter(({ kind }) => kind === ExportKeyword || kind === DefaultKeyword);
}
