/**
 * Features of reorder prediction at full size: 206,209 customers and some 33 million lines, generated in the original's
 * layout; every feature of every pair, as of the last prior order and as of the train order. Time and peak memory,
 * against counting in the same engine how often each customer bought each product, the least that any way must do, which
 * is the named peer. Each label has a process of its own. Fails when a process holds more than 6 GB. `USERS=20000` takes
 * fewer customers.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDataset } from "../src/data/dataset";
import { numbers } from "../src/data/engine";
import { ORIGINAL_USERS } from "../src/data/generate/instacart/catalogue";
import { writeInstacart } from "../src/data/generate/instacart/write";
import { reorderPairs } from "../src/models/reorder/reorder-pairs";

const LIMIT_MB = 6_000;
const LABELS = ["last prior order", "train order"] as const;
type Label = (typeof LABELS)[number];

const COUNT = `SELECT count(*) AS pairs FROM (
  SELECT o.customer, l.product, count(*) AS times FROM lines l JOIN orders o ON o.order_id = l.order_id
  WHERE o.eval_set = 'prior' GROUP BY o.customer, l.product) t`;

/** What a task took: seconds on the clock, and of processors. */
async function timed<T>(task: () => Promise<T>): Promise<{ result: T; seconds: number; busy: number }> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const result = await task();
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: (performance.now() - start) / 1_000, busy: (user + system) / 1e6 };
}

/** Counts, then prepares the pairs of one label in this process, and tells what it took. */
async function measure(label: Label, dir: string, cache: string): Promise<void> {
  const shop = await openDataset("instacart", { source: "real", dir, cache });
  const peer = await timed(() => shop.engine.query(COUNT));
  const { result, seconds, busy } = await timed(() => reorderPairs(shop, { label }));
  // maxRSS is in kilobytes on every platform of Node.
  const megabytes = process.resourceUsage().maxRSS / 1_024;
  console.log(
    `${label}: ${result.labels.length} pairs × ${result.features.names.length} features in ${seconds.toFixed(1)} s ` +
      `(${busy.toFixed(1)} s of processors), ${megabytes.toFixed(0)} MB at most`,
  );
  console.log(
    `  counting ${numbers(peer.result, "pairs")[0]} pairs in the engine: ${peer.seconds.toFixed(1)} s ` +
      `(${peer.busy.toFixed(1)} s); ratio ${(busy / peer.busy).toFixed(1)} of processor time`,
  );
  if (megabytes > LIMIT_MB) process.exitCode = 1;
  await shop.close();
}

async function compare(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "segmentbook-bench-"));
  try {
    mkdirSync(join(folder, "instacart"));
    const users = Number(process.env.USERS ?? ORIGINAL_USERS);
    await writeInstacart(join(folder, "instacart"), { seed: 1, users });
    for (const label of LABELS) {
      const args = ["--import", "tsx", __filename, label, folder, join(folder, "cache")];
      const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
      if (status !== 0) process.exitCode = 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [label, dir, cache] = process.argv.slice(2);
const done = label === undefined ? compare() : measure(label as Label, dir!, cache!);
done.catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
