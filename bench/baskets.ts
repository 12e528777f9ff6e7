/**
 * Frequent itemsets of the benchmark T10I4D100K, beside Borgelt's C (PyPI's pyfim) and mlxtend on the same baskets, from
 * baskets in memory to all sets in memory. They run if Python can import them: `PYTHON=path npm run bench -- baskets`.
 * `BASKETS=3200000 npm run bench -- baskets` adds so many generated baskets in the shape of Instacart's:
 * it fails when a search in a process of its own takes more than three times what the baskets do, themselves counted.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { frequentItemsets } from "../src/baskets/frequent-itemsets";
import { questBaskets } from "../src/baskets/testing";
import type { Transactions } from "../src/baskets/transactions";
import { dataDir } from "../src/data/places";
import { median } from "../src/stats/quantile";
import { createRandom } from "../src/stats/random";
import { type Peer, pythonWith, type Searched, searchWith } from "./peers/itemsets";

const PRODUCTS = 49_688;

/** Baskets of ten products or so: a few products are in very many, and each basket has a taste that it buys from. */
function groceryShaped(rows: number): Transactions {
  const random = createRandom(11);
  const reach = new Float64Array(PRODUCTS);
  for (let i = 0, sum = 0; i < PRODUCTS; i++) {
    sum += 1 / (i + 12) ** 0.93;
    reach[i] = sum;
  }
  const draw = () => {
    const at = random.next() * (reach.at(-1) as number);
    let [low, high] = [0, PRODUCTS - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (reach[middle]! > at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const tastes = Array.from({ length: 400 }, () => Array.from({ length: 30 }, draw));
  const starts = new Uint32Array(rows + 1);
  let items = new Uint32Array(rows * 12);
  let end = 0;
  for (let row = 0; row < rows; row++) {
    const taste = tastes[random.int(tastes.length)]!;
    const length = 1 + Math.floor(-9.5 * Math.log(1 - random.next()));
    const basket = new Set<number>();
    for (let i = 0; i < length; i++) basket.add(random.next() < 0.3 ? random.choice(taste) : draw());
    if (end + basket.size > items.length) {
      const more = new Uint32Array(items.length * 1.2);
      more.set(items);
      items = more;
    }
    items.set(Uint32Array.from(basket).sort(), end);
    end += basket.size;
    starts[row + 1] = end;
  }
  return {
    names: Array.from({ length: PRODUCTS }, (_, i) => `${i}`),
    rows,
    starts,
    items: items.slice(0, end),
  };
}

async function ours(
  transactions: Transactions,
  minCount: number,
  workers: number,
  runs: number,
): Promise<Searched> {
  const seconds: number[] = [];
  const processor: number[] = [];
  let sets = 0;
  for (let run = 0; run < runs; run++) {
    const begun = performance.now();
    const before = process.cpuUsage();
    sets = (await frequentItemsets(transactions, { minCount, workers })).size;
    const { user, system } = process.cpuUsage(before);
    seconds.push((performance.now() - begun) / 1000);
    processor.push((user + system) / 1e6);
  }
  return { seconds: median(seconds), processor: median(processor), sets };
}

function tell(name: string, run: Searched, first: Searched): void {
  const ratio = (of: "seconds" | "processor") => `${(run[of] / first[of]).toFixed(2).padStart(7)} × ours`;
  console.log(
    `  ${name.padEnd(26)} ${run.seconds.toFixed(2).padStart(7)} s ${ratio("seconds")}` +
      ` ${run.processor.toFixed(2).padStart(7)} s of processor ${ratio("processor")}`,
  );
  if (run.sets === first.sets) return;
  console.error(`  ${name} found ${run.sets} sets, not ${first.sets}`);
  process.exitCode = 1;
}

/** The baskets and all that the search holds beside them, in a process that did nothing else before. */
function tellMemory(
  folder: string,
  { starts, items }: Transactions,
  minCount: number,
  workers: number,
): void {
  const program = join(__dirname, "peers", "search-memory.ts");
  const args = ["--import", "tsx", program, folder, `${minCount}`, `${workers}`];
  const run = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`The search for its memory failed:\n${run.stderr}`);
  const [peak, input] = [Number(run.stdout), (items.byteLength + starts.byteLength) / 2 ** 20];
  const times = (peak / input).toFixed(1);
  console.log(`  peak memory ${peak.toFixed(0)} MiB, ${times} times the ${input.toFixed(0)} of the baskets`);
  if (peak > 3 * input) process.exitCode = 1;
}

async function compare(
  title: string,
  transactions: Transactions,
  minCounts: readonly number[],
  peers: readonly Peer[],
) {
  const folder = mkdtempSync(join(tmpdir(), "segmentbook-bench-"));
  const large = transactions.rows > 1_000_000;
  try {
    writeFileSync(join(folder, "starts.u32"), transactions.starts);
    writeFileSync(join(folder, "items.u32"), transactions.items);
    for (const minCount of minCounts) {
      const runs = large ? 1 : 7;
      const first = await ours(transactions, minCount, 0, runs);
      const share = ((minCount / transactions.rows) * 100).toFixed(2);
      console.log(`${title}, in ${minCount} baskets or more (${share} %): ${first.sets} sets`);
      tell("ours, this thread", first, first);
      const helpers = availableParallelism() - 1;
      tell(`ours, ${helpers} more`, await ours(transactions, minCount, helpers, runs), first);
      for (const peer of peers) {
        const python = pythonWith(peer.startsWith("pyfim") ? "fim" : "mlxtend");
        if (python === undefined)
          console.log(`  ${peer} is not there (set PYTHON to a Python that can import it)`);
        else
          tell(
            peer,
            searchWith(python, peer, folder, minCount, peer.startsWith("mlxtend") ? 1 : runs),
            first,
          );
      }
      if (large) tellMemory(folder, transactions, minCount, helpers);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  if (existsSync(join(dataDir(), "fimi/T10I4D100K.dat"))) {
    const peers = ["pyfim eclat", "pyfim fpgrowth", "mlxtend fpgrowth"] as const;
    await compare("T10I4D100K", questBaskets(), [500, 100], peers);
  } else
    console.log("T10I4D100K is not there: put fimi/T10I4D100K.dat in the data folder (SEGMENTBOOK_DATA)");
  const rows = Number(process.env.BASKETS ?? 0);
  if (rows > 0) {
    const large = groceryShaped(rows);
    console.log(`${rows} generated baskets, ${large.items.length} lines`);
    await compare("generated", large, [Math.ceil(rows / 1000)], ["pyfim eclat"]);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
