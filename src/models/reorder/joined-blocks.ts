import { type Columns, numbers } from "../../data/engine";
import type { Features } from "../features";

/** The pairs of a block of customers, as the engine answered them, in narrower arrays. */
export interface PairBlock {
  readonly customers: Int32Array;
  readonly products: Int32Array;
  readonly labels: Uint8Array;
  readonly columns: Float32Array[];
}

/** The pairs of all customers. */
export interface JoinedPairs {
  readonly features: Features;
  readonly labels: Uint8Array;
  readonly customers: Int32Array;
  readonly products: Int32Array;
  readonly starts: Uint32Array;
  readonly noneRate: number;
}

/**
 * A block of pairs with their labels: 1 where the answers hold the pair. Both are ordered by customer and product.
 * O(pairs × features + answers).
 */
export function pairBlock(pairs: Columns, answers: Columns, names: readonly string[]): PairBlock {
  const [customers, products] = [numbers(pairs, "customer"), numbers(pairs, "product")];
  const [buyers, bought] = [numbers(answers, "customer"), numbers(answers, "product")];
  const labels = new Uint8Array(pairs.rows);
  let at = 0;
  for (let i = 0; i < labels.length; i++) {
    const [customer, product] = [customers[i]!, products[i]!];
    while (
      at < buyers.length &&
      (buyers[at]! < customer || (buyers[at] === customer && bought[at]! < product))
    )
      at++;
    if (buyers[at] === customer && bought[at] === product) labels[i] = 1;
  }
  const columns = names.map((name) => new Float32Array(numbers(pairs, name)));
  return { customers: new Int32Array(customers), products: new Int32Array(products), labels, columns };
}

/**
 * Joins blocks of ascending customers. The columns of the blocks are let go as they are copied, so that memory never
 * holds the features twice. O(pairs × features).
 *
 * @example joinedBlocks([block], ["uxp_times_bought"]).starts
 */
export function joinedBlocks(blocks: readonly PairBlock[], names: readonly string[]): JoinedPairs {
  const rows = blocks.reduce((sum, block) => sum + block.labels.length, 0);
  const [labels, customers, products] = [new Uint8Array(rows), new Int32Array(rows), new Int32Array(rows)];
  let offset = 0;
  for (const block of blocks) {
    labels.set(block.labels, offset);
    customers.set(block.customers, offset);
    products.set(block.products, offset);
    offset += block.labels.length;
  }
  const columns = names.map(() => {
    const column = new Float32Array(rows);
    let filled = 0;
    for (const block of blocks) {
      const part = block.columns.shift()!;
      column.set(part, filled);
      filled += part.length;
    }
    return column;
  });
  const starts = startsOf(customers);
  return {
    features: { names, columns },
    labels,
    customers,
    products,
    starts,
    noneRate: noneRate(labels, starts),
  };
}

function startsOf(customers: Int32Array): Uint32Array {
  const starts: number[] = [];
  for (let i = 0; i < customers.length; i++) if (i === 0 || customers[i] !== customers[i - 1]) starts.push(i);
  return Uint32Array.from([...starts, customers.length]);
}

function noneRate(labels: Uint8Array, starts: Uint32Array): number {
  let none = 0;
  for (let o = 0; o + 1 < starts.length; o++)
    if (!labels.subarray(starts[o], starts[o + 1]).includes(1)) none++;
  return none / (starts.length - 1);
}
