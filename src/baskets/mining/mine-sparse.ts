import type { FoundSets } from "./found-sets";
import { type DenseMiner, denseMiner } from "./mine-dense";
import type { Occurrences } from "./occurrences";
import type { SearchLimits } from "./search-limits";

/** Baskets that hold the sets of one prefix, kept as {@link Occurrences} of what can extend it. */
interface Level {
  /** Number of items that can extend the prefix. */
  size: number;
  /** Rank of each of them in the whole, ascending. */
  labels: Uint32Array;
  counts: Uint32Array;
  /** Where each one's places begin and end. */
  heads: Uint32Array;
  ends: Uint32Array;
  places: Uint32Array;
  cells: Uint16Array | Uint32Array;
  /** The number that stands before each basket. */
  wall: number;
  /** How many of the baskets at hand hold each item; zeros between uses. */
  tally: Uint32Array;
}

/** From this share of ones up, bits of 32 baskets a word beat walking through baskets; measured. */
const DENSE = 0.25;

/**
 * A search for all frequent sets whose least frequent item has a given rank. The baskets that hold a prefix are walked
 * back from the item's occurrences, counting the more frequent items they hold (occurrence deliver); those that stay
 * frequent are copied to a smaller collection for the next item, or, where they are dense, to bitsets that are
 * intersected. A set is found after all of its subsets.
 *
 * @see Uno, Kiyomi & Arimura (2004), "LCM ver. 2"; Zaki (2000), "Scalable algorithms for association mining"
 * @example const mine = sparseMiner(occurrences, limits); mine(0, found); mine(1, found);
 */
export function sparseMiner(
  whole: Occurrences,
  limits: SearchLimits,
): (rank: number, found: FoundSets) => void {
  const { minCount, maxLength, enough } = limits;
  const prefix = new Uint32Array(whole.ranks);
  const levels: Level[] = [levelOf(whole)];
  const dense = denseMiner(limits, prefix);

  function mine(depth: number, item: number, found: FoundSets): void {
    const level = levels[depth]!;
    prefix[depth] = level.labels[item]!;
    found.add(prefix, depth + 1, level.counts[item]!);
    // Baskets without any of the more frequent items have no place here.
    if (level.ends[item]! - level.heads[item]! < minCount || depth + 1 >= maxLength) return;
    levels[depth + 1] ??= emptyLevel(whole);
    const next = levels[depth + 1]!;
    const kept = extensions(level, item, next, minCount);
    if (next.size === 0) return;
    if (next.size === 1 || depth + 2 >= maxLength) {
      level.tally.fill(0, 0, item);
      for (let i = 0; i < next.size && found.size < enough; i++) {
        prefix[depth + 1] = next.labels[i]!;
        found.add(prefix, depth + 2, next.counts[i]!);
      }
      return;
    }
    const baskets = level.ends[item]! - level.heads[item]!;
    if (kept >= DENSE * baskets * next.size) {
      mineDense(level, item, next, depth + 1, dense, found);
      return;
    }
    project(level, item, next, kept);
    for (let i = 0; i < next.size && found.size < enough; i++) mine(depth + 1, i, found);
  }
  return (rank, found) => mine(0, rank, found);
}

function levelOf({ ranks, counts, heads, places, cells }: Occurrences): Level {
  return {
    size: ranks,
    labels: Uint32Array.from({ length: ranks }, (_, rank) => rank),
    counts,
    heads,
    ends: heads.subarray(1),
    places,
    cells,
    wall: ranks,
    tally: new Uint32Array(ranks),
  };
}

function emptyLevel({ ranks, cells }: Occurrences): Level {
  return {
    size: 0,
    labels: new Uint32Array(ranks),
    counts: new Uint32Array(ranks),
    heads: new Uint32Array(ranks),
    ends: new Uint32Array(ranks),
    places: new Uint32Array(0),
    cells: cells instanceof Uint16Array ? new Uint16Array(0) : new Uint32Array(0),
    wall: ranks,
    tally: new Uint32Array(ranks),
  };
}

/**
 * Finds which items extend the prefix by one more `item`, with their counts, and notes for each of them the number
 * (plus one) under which it goes in the next level in `tally`. Returns how many cells they fill.
 */
function extensions(level: Level, item: number, next: Level, minCount: number): number {
  const { heads, ends, places, cells, wall, tally, labels } = level;
  const end = ends[item]!;
  for (let p = heads[item]!; p < end; p++) {
    let cell = places[p]! - 1;
    for (let other = cells[cell]!; other !== wall; other = cells[--cell]!) tally[other]!++;
  }
  let [size, kept] = [0, 0];
  for (let other = 0; other < item; other++) {
    const count = tally[other]!;
    if (count < minCount) {
      tally[other] = 0;
      continue;
    }
    next.labels[size] = labels[other]!;
    next.counts[size] = count;
    next.heads[size] = kept;
    kept += count;
    tally[other] = ++size;
  }
  next.size = size;
  return kept;
}

/** Copies the baskets that hold `item`, reduced to the extensions, to the next level; clears `tally`. */
function project(level: Level, item: number, next: Level, kept: number): void {
  const { heads, ends, places, cells, wall, tally } = level;
  const end = ends[item]!;
  const baskets = end - heads[item]!;
  if (next.places.length < kept) next.places = new Uint32Array(2 * kept);
  if (next.cells.length < kept + baskets) {
    const size = 2 * (kept + baskets);
    next.cells = next.cells instanceof Uint16Array ? new Uint16Array(size) : new Uint32Array(size);
  }
  next.wall = next.size;
  next.ends.set(next.heads.subarray(0, next.size));
  const { cells: to, places: toPlaces, ends: toEnds } = next;
  let size = 0;
  for (let p = heads[item]!; p < end; p++) {
    // The basket is walked from its back, so it is filled in from the front and turned around.
    let cell = places[p]! - 1;
    let last = size;
    for (let other = cells[cell]!; other !== wall; other = cells[--cell]!) {
      const local = tally[other]!;
      if (local !== 0) to[++last] = local - 1;
    }
    if (last < size + 2) continue;
    to[size] = next.wall;
    for (let a = size + 1, b = last; a < b; a++, b--) {
      const swapped = to[a]!;
      to[a] = to[b]!;
      to[b] = swapped;
    }
    for (let a = size + 1; a <= last; a++) toPlaces[toEnds[to[a]!]!++] = a;
    size = last + 1;
  }
  tally.fill(0, 0, item);
}

/** Sets a bit for each basket that holds `item` and an extension, and goes on with bits; clears `tally`. */
function mineDense(
  level: Level,
  item: number,
  next: Level,
  depth: number,
  dense: DenseMiner,
  found: FoundSets,
): void {
  const { heads, ends, places, cells, wall, tally } = level;
  const head = heads[item]!;
  const baskets = ends[item]! - head;
  const words = (baskets + 31) >>> 5;
  const bits = dense.room(next.size * words);
  bits.fill(0, 0, next.size * words);
  for (let basket = 0; basket < baskets; basket++) {
    const word = basket >>> 5;
    const bit = 1 << (basket & 31);
    let cell = places[head + basket]! - 1;
    for (let other = cells[cell]!; other !== wall; other = cells[--cell]!) {
      const local = tally[other]!;
      if (local !== 0) bits[(local - 1) * words + word]! |= bit;
    }
  }
  tally.fill(0, 0, item);
  dense.mine(next, words, depth, found);
}
