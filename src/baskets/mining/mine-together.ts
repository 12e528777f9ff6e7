import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { SetLists } from "./found-sets";
import { type HelperThreads, helperThreads } from "./helper-threads";
import { partMiner, partsOf } from "./mine-part";
import type { Occurrences } from "./occurrences";
import type { SearchLimits } from "./search-limits";

/** What {@link minePartsTogether} may use, and whom it tells. */
export interface Together {
  /** Worker threads that help this one; 0 does all of the work here. */
  readonly workers: number;
  /** Called after each part of the search, with the frequent items that are done and all of them. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Milliseconds that this thread works alone: small searches end before a thread would have begun. */
  readonly patience?: number;
  /** The threads' program; tests put a broken one here. */
  readonly program?: string;
}

/** What a thread answers: the sets of the part with this number. */
interface Answer {
  readonly index: number;
  readonly sets: SetLists;
}

const PARTS = 128;

/**
 * Searches for frequent sets, shared out among this thread and others over one copy of the baskets; the lists come in
 * the order of the parts, the same with any number of threads. Parts that a thread could not do (it failed to begin,
 * or broke) are done in this one. Lists after the one with which there are `limits.enough` sets may be missing. No
 * thread is left behind.
 *
 * @throws whatever `onProgress` throws
 * @example await minePartsTogether(occurrences, limits, { workers: 1 })
 */
export async function minePartsTogether(
  occurrences: Occurrences,
  limits: SearchLimits,
  { workers, onProgress, patience = 250, program = join(__dirname, "mine-worker.ts") }: Together,
): Promise<SetLists[]> {
  const parts = partsOf(occurrences, PARTS);
  const taken = new Int32Array(new SharedArrayBuffer(4));
  const lists = new Array<SetLists | undefined>(parts.length);
  const state = { first: 0, sets: 0, ranks: 0 };
  const needsMore = () => state.first < parts.length && state.sets < limits.enough;
  const keep = (index: number, sets: SetLists) => {
    lists[index] = sets;
    state.ranks += parts[index]!.to - parts[index]!.from;
    while (state.first < parts.length && lists[state.first] !== undefined)
      state.sets += lists[state.first++]!.size;
    if (state.sets >= limits.enough) Atomics.store(taken, 0, parts.length);
    onProgress?.(state.ranks, occurrences.ranks);
  };
  const mine = partMiner(occurrences, limits);
  const begun = performance.now();
  let threads: HelperThreads | undefined;
  try {
    for (let index = take(taken); index < parts.length; index = take(taken)) {
      keep(index, mine(parts[index]!));
      await setImmediate();
      if (threads === undefined && performance.now() - begun >= patience) {
        threads = helperThreads<Answer>(workers, program, { occurrences, limits, parts, taken }, (answer) => {
          keep(answer.index, answer.sets);
          return needsMore();
        });
      }
      threads?.check();
    }
    if (needsMore()) await threads?.settled;
    threads?.check();
  } finally {
    await threads?.end();
  }
  for (let index = state.first; index < parts.length && needsMore(); index++) {
    if (lists[index] === undefined) keep(index, mine(parts[index]!));
  }
  return lists.filter((sets): sets is SetLists => sets !== undefined);
}

/** The number of a part that nobody has taken, or one above the last. */
function take(taken: Int32Array): number {
  return Atomics.add(taken, 0, 1);
}
