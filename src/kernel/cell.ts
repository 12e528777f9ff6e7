import type TypeScript from "typescript";
import { capturedNames } from "./captured";
import { type Locate, type Place, throughMap } from "./stack";
import { awaitsToYields } from "./steps";
import type { Ts } from "./tslab";

/**
 * A cell ready to run: the text of a function expression of `(exports, require, declare)`. It is a generator if
 * the cell awaits, and an asynchronous function only where it uses `for await`.
 */
export interface CompiledCell {
  kind: "plain" | "steps" | "async";
  code: string;
  /** How many columns the first line was pushed to the right. */
  shift: number;
  locate: Locate;
  /** Where the `await` of a number stands, in a cell of steps. */
  placeOfAwait(index: number): Place | undefined;
}

/** tslab puts one line in front of a cell, to make it a module. */
const LINES_BEFORE = 1;
const DECLARE = "__segmentbook_declare__";
const BOX = "__segmentbook_box__";
const MAP = /\n?\/\/# sourceMappingURL=data:application\/json;base64,([\w+/=]+)\s*$/;

/** Whether code outside of any function has a node of a kind. */
function hasAtTop(ts: Ts, node: TypeScript.Node, isIt: (node: TypeScript.Node) => boolean): boolean {
  if (isIt(node)) return true;
  if (ts.isFunctionLike(node) || ts.isClassLike(node)) return false;
  return ts.forEachChild(node, (child) => hasAtTop(ts, child, isIt) || undefined) ?? false;
}

function kindOf(ts: Ts, file: TypeScript.SourceFile): CompiledCell["kind"] {
  const isForAwait = (node: TypeScript.Node) => ts.isForOfStatement(node) && node.awaitModifier !== undefined;
  if (hasAtTop(ts, file, isForAwait)) return "async";
  return hasAtTop(ts, file, ts.isAwaitExpression) ? "steps" : "plain";
}

/** The names a top-level statement binds that may be written later. */
function writableNames(ts: Ts, file: TypeScript.SourceFile): Set<string> {
  const names = new Set<string>();
  const bind = (name: TypeScript.BindingName): void => {
    if (ts.isIdentifier(name)) names.add(name.text);
    else for (const part of name.elements) if (ts.isBindingElement(part)) bind(part.name);
  };
  const visit = (node: TypeScript.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return;
    if (ts.isVariableDeclarationList(node) && !(node.flags & ts.NodeFlags.Const)) {
      for (const declaration of node.declarations) bind(declaration.name);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}

/**
 * The text of an object with a getter, and if it may be written a setter, for each variable.
 *
 * A variable that no function uses is copied into a box, and stays out of every closure: in a loop V8 then
 * keeps it in a register (8 times quicker for a sum). Until the cell has ended nobody else can see it.
 */
function accessors(ts: Ts, names: ReadonlySet<string>, file: TypeScript.SourceFile): string {
  const writable = writableNames(ts, file);
  const shared = capturedNames(ts, file);
  const boxed = [...names].filter((one) => writable.has(one) && !shared.has(one));
  const pairs = [...names].map((one) => {
    const place = boxed.includes(one) ? `${BOX}.${one}` : one;
    return `get ${one}() { return ${place}; },${writable.has(one) ? ` set ${one}(v) { ${place} = v; },` : ""}`;
  });
  return `((${BOX}) => ({ ${pairs.join(" ")} }))({ ${boxed.join(", ")} })`;
}

const isWriteToStream = (text: string): boolean => /^process\.std(out|err)\.write\(/.test(text);

/**
 * Finishes a cell that tslab has made into an ES module: takes its exports out, and hands its variables to
 * `declare` as getters and setters when it has run to its end.
 *
 * tslab instead writes each exported variable through a Proxy, at each assignment: a hundred times slower, and
 * a function of an earlier cell does not see what a later cell assigns. Here the variables stay plain
 * variables; only other cells go through the accessors.
 *
 * @param js the module, with its source map inline
 * @param name the cell's name in stack traces
 * @param lastName the export that holds the value of the last expression
 * @example const cell = finishCell(ts, converted.js, "cell[3]", converted.lastName);
 */
export function finishCell(ts: Ts, js: string, name: string, lastName?: string): CompiledCell {
  const [, encoded = ""] = MAP.exec(js) ?? [];
  const toSource = throughMap(JSON.parse(Buffer.from(encoded, "base64").toString("utf8")), name);
  let text = js.replace(MAP, "");
  const file = ts.createSourceFile("cell.js", text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const names = new Set<string>();
  const blank = (from: number, to: number) => {
    text = text.slice(0, from) + text.slice(from, to).replace(/[^\n]/g, " ") + text.slice(to);
  };
  for (const statement of file.statements) {
    if (ts.isExportDeclaration(statement) && !statement.moduleSpecifier) {
      const { exportClause } = statement;
      if (exportClause && ts.isNamedExports(exportClause)) {
        for (const one of exportClause.elements) names.add(one.name.text);
      }
      blank(statement.getStart(file), statement.end);
    } else if (lastName && ts.isVariableStatement(statement)) {
      const [modifier] = statement.modifiers ?? [];
      const [declaration] = statement.declarationList.declarations;
      if (!modifier || declaration?.name.getText(file) !== lastName) continue;
      blank(modifier.getStart(file), modifier.end);
      if (!isWriteToStream(declaration.initializer?.getText(file) ?? "")) names.add(lastName);
    }
  }
  const kind = kindOf(ts, file);
  const places: number[] = [];
  const made = ts.transpileModule(`${text}\nexport {};\n${DECLARE}(${accessors(ts, names, file)});`, {
    fileName: "cell.js",
    transformers: kind === "steps" ? { before: [awaitsToYields(ts, places)] } : {},
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      esModuleInterop: true,
      noImplicitUseStrict: true,
      sourceMap: true,
    },
  });
  const toModule = throughMap(JSON.parse(made.sourceMapText ?? "{}"), name);
  const body = made.outputText.replace(/\/\/# sourceMappingURL=.*\s*$/, "");
  const lines = body.split("\n").length;
  const start = { plain: "function", steps: "function*", async: "async function" }[kind];
  const head = `(${start} (exports, require, ${DECLARE}) { `;
  const inCell = (place: Place | undefined) => place && { ...place, line: place.line - LINES_BEFORE };
  return {
    kind,
    code: `${head}${body}\n})`,
    shift: head.length,
    locate(line, column) {
      if (line > lines) return undefined; // the call that runs the cell
      const middle = toModule(line, column);
      const place = middle && toSource(middle.line, middle.column);
      return inCell(place);
    },
    placeOfAwait(index) {
      const { line, character } = file.getLineAndCharacterOfPosition(places[index] ?? 0);
      return inCell(toSource(line + 1, character + 1));
    },
  };
}
