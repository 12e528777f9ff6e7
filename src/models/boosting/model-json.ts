import { readFile, writeFile } from "node:fs/promises";
import { writeAtomically } from "../../data/atomic";
import type { BoostedTrees } from "./boosted-trees";
import { LOSSES, type LossName } from "./loss";
import type { Tree } from "./tree";
import { plainTree, treeOf } from "./tree-json";

const FORMAT = "segmentbook boosted trees 1";

/**
 * A model as JSON text; {@link boostedTreesFromJson} gives back the same bits. O(nodes).
 * @example boostedTreesToJson(model)
 */
export function boostedTreesToJson({ loss, names, base, trees }: BoostedTrees): string {
  const plain = trees.map(plainTree);
  return `${JSON.stringify({ format: FORMAT, loss, names, base, trees: plain })}\n`;
}

/**
 * Reads a model from JSON text and checks all of it, so that a damaged or foreign file cannot predict. O(nodes).
 *
 * @throws RangeError naming what is wrong with which tree and node
 * @example boostedTreesFromJson(boostedTreesToJson(model)) // as model
 */
export function boostedTreesFromJson(text: string): BoostedTrees {
  const read = parsed(text);
  if (read.format !== FORMAT)
    throw new RangeError(`The text is no model of the format "${FORMAT}": save the model again.`);
  const { loss, names, base, trees } = read;
  if (typeof loss !== "string" || !Object.hasOwn(LOSSES, loss))
    throw new RangeError(
      `The model's loss is ${JSON.stringify(loss)}: only "log loss" and "squared error" are known.`,
    );
  if (!isTexts(names) || names.length === 0 || new Set(names).size !== names.length)
    throw new RangeError("The model's names are not a list of different texts, one for each feature.");
  if (typeof base !== "number" || !Number.isFinite(base))
    throw new RangeError(`The model's base is ${JSON.stringify(base)}, not a number.`);
  if (!Array.isArray(trees)) throw new RangeError("The model has no list of trees.");
  const checked: Tree[] = trees.map((tree: unknown, i) => treeOf(tree, names.length, `Tree ${i + 1}`));
  return { loss: loss as LossName, names, base, trees: checked };
}

/**
 * Writes a model to a file ({@link boostedTreesToJson}): whole or not at all.
 * @throws the file system's error when the file cannot be written
 * @example await saveBoostedTrees("reorder.json", model)
 */
export async function saveBoostedTrees(path: string, model: BoostedTrees): Promise<void> {
  await writeAtomically(path, (temporary) => writeFile(temporary, boostedTreesToJson(model)));
}

/**
 * Reads a model from a file that {@link saveBoostedTrees} wrote.
 * @throws RangeError naming the file and what is wrong in it; the file system's error when it cannot be read
 * @example const model = await loadBoostedTrees("reorder.json")
 */
export async function loadBoostedTrees(path: string): Promise<BoostedTrees> {
  const text = await readFile(path, "utf8");
  try {
    return boostedTreesFromJson(text);
  } catch (error) {
    if (error instanceof RangeError) throw new RangeError(`${path}: ${error.message}`, { cause: error });
    throw error;
  }
}

function parsed(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new RangeError("The text is no JSON: the file is damaged or not a model.", { cause });
  }
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((name) => typeof name === "string");
}
