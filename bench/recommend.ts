/**
 * What it takes to learn recommenders from generated purchases in the shape of Instacart's, beside PyPI's implicit on the
 * same table: implicit alternating least squares from the same starts, and item–item cosines, of which the nearest are
 * kept. They run if Python can import them: `PYTHON=path npm run bench -- recommend`; `CUSTOMERS=20000` takes fewer.
 * It fails where the others come to something else.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { alternatingFactors } from "../src/recommend/als/als-factors";
import type { Ratings } from "../src/recommend/ratings";
import { nearestCosines } from "../src/recommend/similarity";
import { createRandom } from "../src/stats/random";
import { type Learnt, learnWith, pythonWithImplicit, type RecommenderPeer } from "./peers/recommenders";

const CUSTOMERS = Number(process.env.CUSTOMERS ?? 100_000);
const ITEMS = 10_000;
const HOW = { factors: 32, regularization: 10, alpha: 1, iterations: 3 };
const NEIGHBOURS = 20;
const TRIED = 1000;

/** Customers with 65 items or so, a third of them from a taste shared with others; a few items are in very many hands. */
function groceryShaped(): Ratings {
  const random = createRandom(12);
  const reach = new Float64Array(ITEMS);
  for (let i = 0, sum = 0; i < ITEMS; i++) {
    sum += 1 / (i + 12) ** 0.93;
    reach[i] = sum;
  }
  const draw = () => {
    const at = random.next() * (reach.at(-1) as number);
    let [low, high] = [0, ITEMS - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (reach[middle]! > at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const tastes = Array.from({ length: 400 }, () => Array.from({ length: 120 }, draw));
  const starts = new Uint32Array(CUSTOMERS + 1);
  const items: number[] = [];
  for (let customer = 0; customer < CUSTOMERS; customer++) {
    const taste = tastes[random.int(tastes.length)]!;
    const length = 4 + Math.floor(-66 * Math.log(1 - random.next()));
    const own = new Set<number>();
    for (let i = 0; i < length; i++) own.add(random.next() < 0.35 ? random.choice(taste) : draw());
    items.push(...Uint32Array.from(own).sort());
    starts[customer + 1] = items.length;
  }
  const values = Float64Array.from(items, () => 1 + Math.floor(-0.8 * Math.log(1 - random.next())));
  return { customers: CUSTOMERS, items: ITEMS, starts, itemOf: Uint32Array.from(items), values };
}

async function measured<T>(work: () => Promise<T> | T, reached: (learnt: T) => number): Promise<Learnt> {
  const begun = performance.now();
  const before = process.cpuUsage();
  const learnt = await work();
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - begun) / 1000;
  return { seconds, processor: (user + system) / 1e6, reached: reached(learnt) };
}

/** Tells a run beside ours; it fails when what it reached is further off than `within`, relatively. */
function tell(name: string, run: Learnt, ours: Learnt, within: number): void {
  const ratio = (of: "seconds" | "processor") => `${(run[of] / ours[of]).toFixed(2).padStart(6)} × ours`;
  const off = run.reached / ours.reached - 1;
  console.log(
    `  ${name.padEnd(34)} ${run.seconds.toFixed(1).padStart(6)} s ${ratio("seconds")}` +
      ` ${run.processor.toFixed(1).padStart(7)} s of processor ${ratio("processor")}  ${(off * 100).toFixed(4)} % off`,
  );
  if (Math.abs(off) <= within) return;
  console.error(`  ${name} reached ${run.reached}, not ${ours.reached}`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "segmentbook-bench-"));
  try {
    const ratings = groceryShaped();
    const { customers, items } = ratings;
    const random = createRandom(3);
    const customerFactors = Float64Array.from(
      { length: customers * HOW.factors },
      () => 0.1 * random.normal(),
    );
    writeFileSync(join(folder, "starts.u32"), ratings.starts);
    writeFileSync(join(folder, "items.u32"), ratings.itemOf);
    writeFileSync(join(folder, "orders.f64"), ratings.values);
    writeFileSync(join(folder, "starts.f64"), customerFactors);
    const python = pythonWithImplicit();
    const beside = (peer: RecommenderPeer, threads: number, ours: Learnt, within: number) => {
      if (python === undefined) return;
      const run = learnWith(python, peer, folder, {
        ...HOW,
        customers,
        items,
        neighbours: NEIGHBOURS,
        tried: TRIED,
        threads,
      });
      tell(`${peer}, ${threads} thread${threads === 1 ? "" : "s"}`, run, ours, within);
    };
    if (python === undefined)
      console.log("implicit is not there (set PYTHON to a Python that can import implicit)");
    console.log(`${customers} customers × ${items} items, ${ratings.values.length} pairs`);

    console.log(`alternating least squares, ${HOW.factors} factors, ${HOW.iterations} sweeps: loss`);
    const factors = await measured(
      () => alternatingFactors(ratings, { ...HOW, customerFactors }),
      ({ losses }) => losses.at(-1) as number,
    );
    tell("ours, this thread, exact", factors, factors, 0);
    // implicit reckons with 32 bits a number; its three steps of conjugate gradients stop short of the exact solution.
    for (const threads of [1, 2]) {
      beside("implicit als cholesky", threads, factors, 1e-5);
      beside("implicit als cg", threads, factors, 2e-2);
    }

    console.log(`item–item cosines, ${NEIGHBOURS} nearest: their sum over the items of ${TRIED} customers`);
    const bought = { ...ratings, values: new Float64Array(ratings.values.length).fill(1) };
    const scores = new Float64Array(items);
    const cosines = await measured(
      () => nearestCosines(bought, NEIGHBOURS),
      (similarity) => {
        let sum = 0;
        for (let customer = 0; customer < TRIED; customer++) {
          similarity.addUp(customer, scores);
          for (const score of scores) sum += score;
        }
        return sum;
      },
    );
    tell("ours, this thread", cosines, cosines, 0);
    for (const threads of [1, 2]) beside("implicit cosine", threads, cosines, 1e-9);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
