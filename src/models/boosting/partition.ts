import type { Crew } from "./crew";
import { NOTES, type TrainingMemory } from "./training-memory";

/** Below so many rows the threads would wait for one another longer than they work. */
const WORTH_SHARING = 4096;

/**
 * Divides a node's rows in place, all threads together: those that go left first. Every thread takes its share of the
 * rows apart and then moves it to where it belongs. O(rows / threads).
 *
 * @param from the node's first place in the order, and
 * @param to the place to end before
 * @param bins the split feature's bin of every row
 * @param goesRight for each bin 1 where its rows go right
 * @returns the first place of a row that went right
 * @example const middle = partition(memory, crew, from, to, memory.columns[split.feature], goesRight)
 */
export function partition(
  { order, spare, notes }: TrainingMemory,
  crew: Crew,
  from: number,
  to: number,
  bins: Uint8Array,
  goesRight: Uint8Array,
): number {
  const alone = to - from < WORTH_SHARING;
  const [begin, end] = alone ? [crew.me === 0 ? from : to, to] : crew.shareOf(from, to);
  // Written without a branch, which no processor could guess: every row goes to both ends, and one of them moves on.
  let left = begin;
  let right = end - 1;
  for (let i = begin; i < end; i++) {
    const row = order[i]!;
    const toRight = goesRight[bins[row]!]!;
    spare[left] = row;
    spare[right] = row;
    left += 1 - toRight;
    right -= toRight;
  }
  notes[crew.me * NOTES] = left - begin;
  crew.meet();
  let before = 0;
  let all = 0;
  for (let thread = 0; thread < crew.threads; thread++) {
    if (thread < crew.me) before += notes[thread * NOTES]!;
    all += notes[thread * NOTES]!;
  }
  const middle = from + all;
  order.set(spare.subarray(begin, left), from + before);
  order.set(spare.subarray(left, end), middle + (begin - from - before));
  crew.meet();
  return middle;
}
