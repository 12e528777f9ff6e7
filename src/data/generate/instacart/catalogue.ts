import type { Random } from "../../../stats/random";
import { weighted } from "../calendar";
import { DEPARTMENTS } from "./departments";

/** The products of the generated shop. Ids of products, aisles and departments are indices plus 1. */
export interface InstacartCatalogue {
  /** Names of the aisles, in the order of the departments. */
  readonly aisles: readonly string[];
  readonly names: readonly string[];
  /** Index of each product's aisle and department. */
  readonly aisleOf: Int32Array;
  readonly departmentOf: Int32Array;
  /** First product of each department; its products stand together, up to the next department's first. */
  readonly first: Int32Array;
  /** Draws a product of a department by popularity. */
  draw(department: number, random: Random): number;
}

/** The number of customers of the original. */
export const ORIGINAL_USERS = 206_209;
const ORIGINAL_PRODUCTS = 49_688;
const FEWEST_PRODUCTS = 1_000;
/** Popularity falls with rank. */
const POPULARITY = { shift: 3, power: 0.85 };
const KINDS = [
  "Organic",
  "Classic",
  "Small Batch",
  "Family",
  "Golden",
  "Farmhouse",
  "Village",
  "Country",
  "Honest",
  "Everyday",
  "Sunny",
  "Harvest",
  "Old Town",
  "Northern",
  "Southern",
  "Hilltop",
  "Riverside",
  "Meadow",
  "Harbour",
  "Orchard",
];
const PACKS = ["", ", Small", ", Large", ", Twin Pack", ", 4 Pack", ", 6 Pack", ", Value Pack", ", Mini"];

/** How many products a shop of that many customers has: all 49,688 at full size, and by its square root below. */
export function productCount(users: number): number {
  return Math.max(FEWEST_PRODUCTS, Math.round(ORIGINAL_PRODUCTS * Math.sqrt(users / ORIGINAL_USERS)));
}

/**
 * Lays out the products over aisles and departments. Nothing is random but the draws later. O(products).
 * @example makeInstacartCatalogue(2000).names.length
 */
export function makeInstacartCatalogue(users: number): InstacartCatalogue {
  const aisles = DEPARTMENTS.flatMap((department, d) =>
    department.aisles.map((text) => {
      const [name, nouns] = text.split(": ") as [string, string];
      return { name, nouns: nouns.split(", "), department: d };
    }),
  );
  const count = productCount(users);
  const names: string[] = [];
  const [aisleOf, departmentOf] = [new Int32Array(count), new Int32Array(count)];
  const first = new Int32Array(DEPARTMENTS.length + 1).fill(-1);
  for (const [a, { nouns, department }] of aisles.entries()) {
    if (first[department] === -1) first[department] = names.length;
    const end = Math.round((count * (a + 1)) / aisles.length);
    for (let n = 0; names.length < end; n++) {
      aisleOf[names.length] = a;
      departmentOf[names.length] = department;
      names.push(nameOf(nouns, n));
    }
  }
  first[DEPARTMENTS.length] = count;
  const draws = DEPARTMENTS.map((_, d) =>
    weighted(
      Float64Array.from(
        { length: first[d + 1]! - first[d]! },
        (_, rank) => (rank + POPULARITY.shift) ** -POPULARITY.power,
      ),
    ),
  );
  // Strides spread the most popular products of a department over its aisles.
  const sizes = draws.map((_, d) => first[d + 1]! - first[d]!);
  const strides = sizes.map(stride);
  return {
    aisles: aisles.map(({ name }) => name),
    names,
    aisleOf,
    departmentOf,
    first,
    draw(department, random) {
      return first[department]! + ((draws[department]!(random) * strides[department]!) % sizes[department]!);
    },
  };
}

/** The n-th name of an aisle: nouns change fastest, then kinds, then packs; no name comes twice. */
function nameOf(nouns: readonly string[], n: number): string {
  const noun = nouns[n % nouns.length]!;
  const kind = Math.floor(n / nouns.length);
  const pack = Math.floor(kind / KINDS.length);
  const size = PACKS[pack % PACKS.length]!;
  const series = pack < PACKS.length ? "" : ` No. ${Math.floor(pack / PACKS.length) + 1}`;
  return `${KINDS[kind % KINDS.length]} ${noun}${series}${size}`;
}

/** A step that visits every place of a ring of that size once: the first from .38 of it on without common divisor. */
function stride(size: number): number {
  const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
  let step = Math.max(1, Math.floor(size * 0.381966));
  while (gcd(step, size) !== 1) step++;
  return step;
}
