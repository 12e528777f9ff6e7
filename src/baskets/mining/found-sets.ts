/** Sets as they are found, one after another: set i holds `items[starts[i]]` up to, without, `items[starts[i + 1]]`. */
export interface SetLists {
  readonly size: number;
  readonly starts: Uint32Array;
  readonly items: Uint32Array;
  readonly counts: Uint32Array;
}

/** Gathers sets in typed arrays that grow by half. */
export class FoundSets {
  /** Number of sets so far. */
  size = 0;
  private starts: Uint32Array = new Uint32Array(256);
  private counts: Uint32Array = new Uint32Array(256);
  private items: Uint32Array = new Uint32Array(512);

  /** Adds the set of the first `length` items. O(length) on average. */
  add(items: Uint32Array, length: number, count: number): void {
    if (this.size + 2 > this.starts.length) {
      this.starts = grown(this.starts);
      this.counts = grown(this.counts);
    }
    const start = this.starts[this.size]!;
    if (start + length > this.items.length) this.items = grown(this.items, start + length);
    for (let i = 0; i < length; i++) this.items[start + i] = items[i]!;
    this.counts[this.size++] = count;
    this.starts[this.size] = start + length;
  }

  /** The sets, in arrays of just their size. */
  lists(): SetLists {
    const { size, starts, items, counts } = this;
    return {
      size,
      starts: starts.slice(0, size + 1),
      items: items.slice(0, starts[size]),
      counts: counts.slice(0, size),
    };
  }
}

function grown(numbers: Uint32Array, least = 0): Uint32Array {
  const larger = new Uint32Array(Math.max(least, Math.ceil(numbers.length * 1.5)));
  larger.set(numbers);
  return larger;
}
