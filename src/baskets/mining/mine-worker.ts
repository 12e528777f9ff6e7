/** A worker thread's side of {@link minePartsTogether}: does parts that nobody has taken until there are none. */
import { parentPort, workerData } from "node:worker_threads";
import { type Part, partMiner } from "./mine-part";
import type { Occurrences } from "./occurrences";
import type { SearchLimits } from "./search-limits";

const { occurrences, limits, parts, taken } = workerData as {
  occurrences: Occurrences;
  limits: SearchLimits;
  parts: readonly Part[];
  taken: Int32Array;
};
const mine = partMiner(occurrences, limits);
for (let index = Atomics.add(taken, 0, 1); index < parts.length; index = Atomics.add(taken, 0, 1)) {
  const sets = mine(parts[index] as Part);
  parentPort?.postMessage({ index, sets }, [
    sets.starts.buffer,
    sets.items.buffer,
    sets.counts.buffer,
  ] as ArrayBuffer[]);
}
