import { type Cell, joinLines, type Notebook, splitLines, tagsOf } from "./nbformat";

/** Parameters given on the command line: name → the text after `=`. */
export type GivenParameters = ReadonlyMap<string, string>;

/** A parameter that a notebook declares, such as `const seed = 1;`. */
export interface Declaration {
  readonly name: string;
  /** Its type annotation, where there is one. */
  readonly annotation: string | undefined;
  /** Kind of its literal; `other` for anything that is no plain literal. */
  readonly kind: "number" | "text" | "boolean" | "other";
}

/**
 * Reads `name=value`.
 *
 * @throws {Error} if there is no `=`, or the name is no TypeScript name
 * @example readParameter("k=7") // ["k", "7"]
 */
export function readParameter(text: string): [string, string] {
  const match = /^([A-Za-z_$][\w$]*)=([\s\S]*)$/.exec(text);
  if (match === null) {
    throw new Error(`-p takes name=value, such as -p seed=7; given was ${JSON.stringify(text)}.`);
  }
  return [match[1] ?? "", match[2] ?? ""];
}

/**
 * The parameters that a notebook's cell tagged `parameters` declares, one a line; none without such a cell.
 *
 * @example declarations(notebook) // [{ name: "seed", annotation: undefined, kind: "number" }]
 */
export function declarations(notebook: Notebook): readonly Declaration[] {
  const cell = notebook.cells.find((candidate) => tagsOf(candidate).includes("parameters"));
  const lines = cell === undefined ? [] : joinLines(cell.source).split("\n");
  return lines.flatMap((line) => {
    const match = /^(?:const|let|var)\s+([A-Za-z_$][\w$]*)\s*(?::\s*([^=]+?)\s*)?=\s*(.+)$/.exec(line.trim());
    if (match === null) return [];
    return [{ name: match[1] ?? "", annotation: match[2], kind: kindOf(match[3] ?? "") }];
  });
}

/**
 * The notebook with the given parameters that it declares put into a cell after its `parameters` cell, tagged
 * `injected-parameters`, as papermill does. Parameters that it does not declare are passed over. Values are
 * always literals, never code.
 *
 * @throws {Error} if a value does not fit the kind its declaration has
 * @example injectParameters(notebook, new Map([["seed", "7"]]))
 */
export function injectParameters(notebook: Notebook, given: GivenParameters): Notebook {
  const chosen = declarations(notebook).filter(({ name }) => given.has(name));
  const cells = notebook.cells.filter((cell) => !tagsOf(cell).includes("injected-parameters"));
  if (chosen.length === 0) return { ...notebook, cells };
  const lines = chosen.map((declaration) => {
    const annotation = declaration.annotation === undefined ? "" : `: ${declaration.annotation}`;
    return `const ${declaration.name}${annotation} = ${literal(declaration, given.get(declaration.name) ?? "")};`;
  });
  const injected: Cell = {
    id: "injected-parameters",
    cell_type: "code",
    metadata: { tags: ["injected-parameters"] },
    source: splitLines(lines.join("\n")),
    execution_count: null,
    outputs: [],
  };
  const after = cells.findIndex((cell) => tagsOf(cell).includes("parameters")) + 1;
  return { ...notebook, cells: [...cells.slice(0, after), injected, ...cells.slice(after)] };
}

/**
 * Makes sure that each given parameter is declared by at least one notebook.
 *
 * @throws {Error} naming the unknown one and all that there are
 * @example requireDeclared([notebook], new Map([["sed", "7"]])) // throws: No chosen notebook has a parameter "sed"; …
 */
export function requireDeclared(notebooks: readonly Notebook[], given: GivenParameters): void {
  const known = [
    ...new Set(notebooks.flatMap((notebook) => declarations(notebook).map(({ name }) => name))),
  ].sort();
  for (const name of given.keys()) {
    if (known.includes(name)) continue;
    const list = known.length === 0 ? "they declare none" : `they declare ${known.join(", ")}`;
    throw new Error(`No chosen notebook has a parameter "${name}"; ${list}.`);
  }
}

function kindOf(value: string): Declaration["kind"] {
  if (/^["'`]/.test(value)) return "text";
  if (/^(?:true|false)\b/.test(value)) return "boolean";
  return /^[-+]?[\d.][\w.]*\s*;?\s*(?:\/\/.*)?$/.test(value) ? "number" : "other";
}

function literal({ name, kind }: Declaration, text: string): string {
  if (kind === "text") return JSON.stringify(text);
  const number = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text) ? Number(text) : Number.NaN;
  const boolean = text === "true" || text === "false";
  if (kind === "number" && !Number.isFinite(number)) throw unfit(name, "a number", text);
  if (kind === "boolean" && !boolean) throw unfit(name, "true or false", text);
  if (Number.isFinite(number)) return JSON.stringify(number);
  return boolean ? text : JSON.stringify(text);
}

function unfit(name: string, wanted: string, text: string): Error {
  return new Error(`Parameter "${name}" is ${wanted}; given was ${JSON.stringify(text)}.`);
}
