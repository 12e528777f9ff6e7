import { spawnSync } from "node:child_process";

/** What one search for itemsets took and found. */
export interface Searched {
  /** Median of the runs. */
  readonly seconds: number;
  /** Processor time of all threads, median of the runs. */
  readonly processor: number;
  readonly sets: number;
}

const PROGRAM = `
import json, resource, statistics, sys, time
import numpy as np
folder, peer, least, runs = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
starts = np.fromfile(folder + "/starts.u32", dtype=np.uint32).astype(np.int64)
items = np.fromfile(folder + "/items.u32", dtype=np.uint32).astype(np.int64)
rows = len(starts) - 1
if peer.startswith("pyfim"):
    import fim
    engine = getattr(fim, peer.split(" ")[1])
    number = list(range(items.max() + 1))
    baskets = [[number[i] for i in items[starts[r]:starts[r + 1]].tolist()] for r in range(rows)]
    search = lambda: len(engine(baskets, target="s", supp=-least, zmin=1, report="a"))
else:
    import pandas as pd
    from mlxtend.frequent_patterns import fpgrowth
    table = np.zeros((rows, items.max() + 1), dtype=bool)
    table[np.repeat(np.arange(rows), np.diff(starts)), items] = True
    table = pd.DataFrame(table)
    search = lambda: len(fpgrowth(table, min_support=(least - 0.5) / rows))
def used():
    u = resource.getrusage(resource.RUSAGE_SELF)
    return u.ru_utime + u.ru_stime
seconds, processor = [], []
for run in range(runs):
    begun, before = time.perf_counter(), used()
    sets = search()
    seconds.append(time.perf_counter() - begun)
    processor.append(used() - before)
print(json.dumps({"seconds": statistics.median(seconds), "processor": statistics.median(processor), "sets": sets}))
`;

/** Other engines: Borgelt's C by way of pyfim, and mlxtend. */
export type Peer = "pyfim eclat" | "pyfim fpgrowth" | "mlxtend fpgrowth";

/** The Python that can import a module: `PYTHON`, or python3 on the path; undefined when neither can. */
export function pythonWith(module: "fim" | "mlxtend"): string | undefined {
  return [process.env.PYTHON, "python3"].find(
    (python) => python && spawnSync(python, ["-c", `import numpy, ${module}`]).status === 0,
  );
}

/**
 * Searches the baskets in `folder/starts.u32` and `folder/items.u32` for all frequent sets, from lists of numbers
 * (pyfim) or a table of ones and zeros (mlxtend) that are made before the clock starts.
 * @throws Error with what Python said, when it fails
 */
export function searchWith(
  python: string,
  peer: Peer,
  folder: string,
  minCount: number,
  runs: number,
): Searched {
  const args = ["-c", PROGRAM, folder, peer, `${minCount}`, `${runs}`];
  const run = spawnSync(python, args, { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`${peer} failed:\n${run.stderr}`);
  return JSON.parse(run.stdout.trim().split("\n").at(-1) as string) as Searched;
}
