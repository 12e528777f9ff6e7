import fc from "fast-check";
import { createRandom } from "../../stats/random";
import type { Features } from "../features/features";
import { type BinnedFeature, binEdges, binValues } from "./bins";
import { Crew } from "./crew";
import { type GrownTree, TreeGrower, type TreeLimits } from "./grow-tree";
import { keepDerivatives, writeRecords } from "./records";
import { layOut } from "./training-memory";

/** The table of the reference values: three features of which the third misses every fifth value, and a target. */
export function referenceTable(n: number): { features: Features; target: Float64Array } {
  const i = Array.from({ length: n }, (_, row) => row);
  const x0 = i.map((k) => ((k * 37) % 101) / 7);
  const x1 = i.map((k) => (k * k * 13) % 67);
  const x2 = i.map((k) => (k % 5 === 0 ? Number.NaN : ((k * 29) % 83) / 3));
  const target = Float64Array.from(
    i,
    (k) => Math.sin(x0[k]!) + 0.02 * x1[k]! * (k % 5 === 0 ? 1.5 : x2[k]! / 20) + ((k * 7) % 11) / 20,
  );
  return { features: { names: ["x0", "x1", "x2"], columns: [x0, x1, x2] }, target };
}

/** Limits that hold nothing back. */
export const FREE: TreeLimits = {
  maxLeaves: 64,
  maxDepth: Infinity,
  minRows: 1,
  minHessian: 0,
  lambda: 0,
  learningRate: 1,
  columnShareByNode: 1,
};

/** One tree of least squares around 0, on all rows and features, with the rows in the order of its leaves; `slots` are those for histograms. */
export function leastSquaresTree(
  features: Features,
  target: ArrayLike<number>,
  limits: Partial<TreeLimits> = {},
  slots = Infinity,
): GrownTree & { order: Int32Array } {
  const all = { ...FREE, ...limits };
  const [rows, count] = [target.length, features.columns.length];
  const shape = { rows, judged: 0, features: count, weighted: false, maxLeaves: all.maxLeaves, threads: 1 };
  const laidOut = layOut(shape);
  const memory = { ...laidOut, slots: laidOut.slots.slice(0, slots) };
  const crew = new Crew(memory.crew, 1, 0);
  const binned = features.columns.map((column, f): BinnedFeature => {
    const edges = binEdges(column, 255);
    binValues(column, edges, memory.columns[f]!);
    return { edges, categorical: false, direction: 0 };
  });
  memory.target.set(target);
  writeRecords(rows, memory, crew);
  const { units } = keepDerivatives("squared error", rows, 0, memory, crew);
  for (let row = 0; row < rows; row++) memory.order[row] = row;
  const grower = new TreeGrower(memory, crew, binned, all, createRandom(1));
  const grown = grower.grow(rows, [...binned.keys()], units);
  return { ...grown, order: memory.order };
}

/** Small tables of coarse numbers with missing values, and a target. */
export const anyTable = fc
  .record({ rows: fc.integer({ min: 1, max: 24 }), features: fc.integer({ min: 1, max: 3 }) })
  .chain(({ rows, features }) => {
    const column = fc.array(fc.oneof(fc.integer({ min: -4, max: 4 }), fc.constant(Number.NaN)), {
      minLength: rows,
      maxLength: rows,
    });
    return fc.record({
      columns: fc.array(column, { minLength: features, maxLength: features }),
      target: fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: rows, maxLength: rows }),
    });
  })
  .map(({ columns, target }) => ({ features: { names: columns.map((_, f) => `x${f}`), columns }, target }));

/** Five uniform features, and labels drawn from the log-odds 3·[x0 > .5 and x1 > .3] + 1.5 sin(6 x2) + x3 − 2. */
export function plantedTable(start: number, n: number): { features: Features; labels: Uint8Array } {
  const columns = Array.from({ length: 6 }, (_, j) =>
    Float64Array.from({ length: n }, (_, i) => hashed(start + i, j)),
  );
  const labels = Uint8Array.from({ length: n }, (_, i) => {
    const [a, b, c, d, e] = [0, 1, 2, 3, 5].map((j) => columns[j]![i]!) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const margin = 3 * (a > 0.5 && b > 0.3 ? 1 : 0) + 1.5 * Math.sin(6 * c) + d - 2;
    return e < 1 / (1 + Math.exp(-margin)) ? 1 : 0;
  });
  return { features: { names: ["x0", "x1", "x2", "x3", "x4"], columns: columns.slice(0, 5) }, labels };
}

/** A number from 0 to below 1 for a row and a column, by MurmurHash3's finalizer, which NumPy can repeat. */
function hashed(i: number, j: number): number {
  let x = (Math.imul(i, 2654435761) + Math.imul(j, 40503)) >>> 0;
  x ^= x >>> 15;
  x = Math.imul(x, 0x85ebca6b);
  x ^= x >>> 13;
  x = Math.imul(x, 0xc2b2ae35);
  x ^= x >>> 16;
  return (x >>> 0) / 2 ** 32;
}
