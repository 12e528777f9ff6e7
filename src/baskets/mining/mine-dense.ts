import type { FoundSets } from "./found-sets";
import type { SearchLimits } from "./search-limits";

/** Extensions of a prefix, and how many baskets hold the prefix with each. */
interface Extensions {
  size: number;
  labels: Uint32Array;
  counts: Uint32Array;
}

interface DenseLevel extends Extensions {
  /** A bitset of so many words for each extension: which of the baskets hold it. */
  bits: Uint32Array;
}

/** Searches on where baskets are dense. */
export interface DenseMiner {
  /** An array of at least so many words, to be filled with the first level's bitsets. */
  room(words: number): Uint32Array;
  /** Finds all frequent sets of the prefix (its first `depth` items) and one or more of the extensions. */
  mine(extensions: Extensions, words: number, depth: number, found: FoundSets): void;
}

/**
 * A search for frequent sets by intersecting bitsets of baskets and counting ones (Eclat). Arrays are used again from
 * search to search, one for each number of items beyond the prefix.
 *
 * @example const dense = denseMiner(limits, prefix); dense.mine(extensions, words, 1, found);
 */
export function denseMiner({ minCount, maxLength, enough }: SearchLimits, prefix: Uint32Array): DenseMiner {
  const levels: DenseLevel[] = [];
  const levelAt = (step: number): DenseLevel => {
    levels[step] ??= {
      size: 0,
      labels: new Uint32Array(prefix.length),
      counts: new Uint32Array(prefix.length),
      bits: new Uint32Array(0),
    };
    return levels[step]!;
  };

  function mine(step: number, words: number, depth: number, found: FoundSets): void {
    const { size, labels, counts, bits } = levels[step]!;
    for (let item = 0; item < size && found.size < enough; item++) {
      prefix[depth] = labels[item]!;
      found.add(prefix, depth + 1, counts[item]!);
      if (item === 0 || depth + 1 >= maxLength) continue;
      const next = levelAt(step + 1);
      if (next.bits.length < item * words) next.bits = new Uint32Array(size * words);
      next.size = 0;
      for (let other = 0; other < item; other++) {
        const count = intersect(bits, item * words, other * words, words, next.bits, next.size * words);
        if (count < minCount) continue;
        next.labels[next.size] = labels[other]!;
        next.counts[next.size++] = count;
      }
      if (next.size > 0) mine(step + 1, words, depth + 1, found);
    }
  }

  return {
    room(words) {
      const first = levelAt(0);
      if (first.bits.length < words) first.bits = new Uint32Array(2 * words);
      return first.bits;
    },
    mine({ size, labels, counts }, words, depth, found) {
      Object.assign(levelAt(0), { size, labels, counts });
      mine(0, words, depth, found);
    },
  };
}

/** Writes to `to` the baskets that stand in two bitsets, and counts them. */
function intersect(
  bits: Uint32Array,
  a: number,
  b: number,
  words: number,
  to: Uint32Array,
  at: number,
): number {
  let count = 0;
  for (let word = 0; word < words; word++) {
    let x = bits[a + word]! & bits[b + word]!;
    to[at + word] = x;
    x -= (x >>> 1) & 0x55555555;
    x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
    count += Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}
