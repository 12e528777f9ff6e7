import type { Tree } from "./tree";

const PARTS = ["feature", "threshold", "missingLeft", "left", "right", "value", "rows", "gain"] as const;

/**
 * A tree as what JSON can hold. O(nodes).
 * @example plainTree(tree).threshold // number[]
 */
export function plainTree({ leftCategories, ...parts }: Tree): Record<string, unknown> {
  const plain = Object.fromEntries(PARTS.map((name) => [name, Array.from(parts[name])]));
  if (!leftCategories) return plain;
  return { ...plain, leftCategories: Array.from(leftCategories, ([node, left]) => [node, [...left]]) };
}

/**
 * A tree from what JSON holds, checked so that every row reaches a leaf. O(nodes).
 *
 * @param read an object with an array for each part of {@link Tree}
 * @param features how many features the model has
 * @param what how messages call the tree
 * @throws RangeError naming the tree, the node and what is wrong
 * @example treeOf({ feature: [-1], threshold: [0], missingLeft: [0], left: [-1], … }, 3, "Tree 1")
 */
export function treeOf(read: unknown, features: number, what: string): Tree {
  const parts = partsOf(read, what);
  const nodes = parts.feature.length;
  for (let node = 0; node < nodes; node++) {
    const fail = (problem: string): never => {
      throw new RangeError(`${what}, node ${node}: ${problem}. The file is damaged: save the model again.`);
    };
    const at = (part: (typeof PARTS)[number]) => parts[part][node]!;
    if (!(at("rows") >= 1)) fail(`${at("rows")} training rows`);
    if (at("feature") === -1) continue;
    if (!Number.isInteger(at("feature")) || at("feature") < 0 || at("feature") >= features)
      fail(`the feature ${at("feature")} of ${features}`);
    if (at("missingLeft") !== 0 && at("missingLeft") !== 1) fail(`missingLeft ${at("missingLeft")}`);
    for (const side of ["left", "right"] as const) {
      const child = at(side);
      // Children after their parents: no row can walk in a circle.
      if (!Number.isInteger(child) || child <= node || child >= nodes) fail(`the ${side} child ${child}`);
    }
    if (parts.rows[at("left")]! + parts.rows[at("right")]! !== at("rows"))
      fail("the training rows of its children do not add up to its own");
  }
  return {
    feature: Int32Array.from(parts.feature),
    threshold: Float64Array.from(parts.threshold),
    ...categoriesOf(read, parts.feature, what),
    missingLeft: Uint8Array.from(parts.missingLeft),
    left: Int32Array.from(parts.left),
    right: Int32Array.from(parts.right),
    value: Float64Array.from(parts.value),
    rows: Float64Array.from(parts.rows),
    gain: Float64Array.from(parts.gain),
  };
}

/** The arrays of a tree, all of finite numbers and of one length. */
function partsOf(read: unknown, what: string): Record<(typeof PARTS)[number], readonly number[]> {
  const tree = new Map(Object.entries(read ?? {}));
  const part = (name: (typeof PARTS)[number]): readonly number[] => {
    const values: unknown = tree.get(name);
    if (!Array.isArray(values) || !values.every((value) => Number.isFinite(value)))
      throw new RangeError(
        `${what}: "${name}" is no list of numbers. The file is damaged: save the model again.`,
      );
    return values;
  };
  const parts = {
    feature: part("feature"),
    threshold: part("threshold"),
    missingLeft: part("missingLeft"),
    left: part("left"),
    right: part("right"),
    value: part("value"),
    rows: part("rows"),
    gain: part("gain"),
  };
  const nodes = parts.feature.length;
  if (nodes === 0 || PARTS.some((name) => parts[name].length !== nodes))
    throw new RangeError(
      `${what}: its lists are empty or differ in length. The file is damaged: save the model again.`,
    );
  return parts;
}

/** The categories that go left, of a tree that has any. */
function categoriesOf(
  read: unknown,
  feature: readonly number[],
  what: string,
): Pick<Tree, "leftCategories"> | undefined {
  const all: unknown = new Map(Object.entries(read ?? {})).get("leftCategories");
  if (all === undefined) return undefined;
  const isPair = (pair: unknown): pair is [number, number[]] =>
    Array.isArray(pair) &&
    pair.length === 2 &&
    feature[pair[0]] !== undefined &&
    feature[pair[0]] !== -1 &&
    Array.isArray(pair[1]) &&
    pair[1].every(Number.isFinite);
  if (!Array.isArray(all) || !all.every(isPair))
    throw new RangeError(
      `${what}: "leftCategories" are no lists of categories, each of a node that asks. The file is damaged: save the model again.`,
    );
  return { leftCategories: new Map(all.map(([node, left]) => [node, new Set(left)])) };
}
