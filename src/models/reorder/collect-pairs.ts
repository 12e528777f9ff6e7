import { type Columns, numbers } from "../../data/engine";
import type { Features } from "../features/features";

/** The pairs of all customers. */
export interface CollectedPairs {
  readonly features: Features;
  readonly labels: Uint8Array;
  readonly customers: Int32Array;
  readonly products: Int32Array;
  readonly starts: Uint32Array;
  readonly noneRate: number;
}

/** Gathers pairs block by block in arrays that are made once, so that memory never holds the features twice. */
export interface PairCollector {
  /**
   * Adds a block of pairs with their labels: 1 where the answers hold the pair. Both are ordered by customer and product.
   * O(pairs × features + answers).
   */
  add(pairs: Columns, answers: Columns): void;
  /** What was gathered. @throws Error when it is not as many pairs as were foreseen. */
  collected(): CollectedPairs;
}

/**
 * Starts to gather pairs.
 *
 * @param rows how many there will be
 * @param names the columns of the blocks that are features
 * @example const collector = collectPairs(58_396, ["uxp_times_bought"])
 */
export function collectPairs(rows: number, names: readonly string[]): PairCollector {
  const [labels, customers, products] = [new Uint8Array(rows), new Int32Array(rows), new Int32Array(rows)];
  const columns = names.map(() => new Float32Array(rows));
  let filled = 0;
  return {
    add(pairs, answers) {
      if (filled + pairs.rows > rows) throw miscounted(filled + pairs.rows, rows);
      customers.set(numbers(pairs, "customer"), filled);
      products.set(numbers(pairs, "product"), filled);
      for (const [f, name] of names.entries()) columns[f]!.set(numbers(pairs, name), filled);
      const [buyers, bought] = [numbers(answers, "customer"), numbers(answers, "product")];
      let at = 0;
      for (let i = filled; i < filled + pairs.rows; i++) {
        const [customer, product] = [customers[i]!, products[i]!];
        while (
          at < buyers.length &&
          (buyers[at]! < customer || (buyers[at] === customer && bought[at]! < product))
        )
          at++;
        if (buyers[at] === customer && bought[at] === product) labels[i] = 1;
      }
      filled += pairs.rows;
    },
    collected() {
      if (filled !== rows) throw miscounted(filled, rows);
      const starts = startsOf(customers);
      const features = { names, columns };
      return { features, labels, customers, products, starts, noneRate: noneRate(labels, starts) };
    },
  };
}

function miscounted(found: number, rows: number): Error {
  return new Error(
    `There are ${found} pairs or more and ${rows} were counted: the tables changed meanwhile.`,
  );
}

function startsOf(customers: Int32Array): Uint32Array {
  const starts: number[] = [];
  for (let i = 0; i < customers.length; i++) if (i === 0 || customers[i] !== customers[i - 1]) starts.push(i);
  starts.push(customers.length);
  return Uint32Array.from(starts);
}

function noneRate(labels: Uint8Array, starts: Uint32Array): number {
  let none = 0;
  for (let o = 0; o + 1 < starts.length; o++) {
    if (!labels.subarray(starts[o], starts[o + 1]).includes(1)) none++;
  }
  return none / (starts.length - 1);
}
