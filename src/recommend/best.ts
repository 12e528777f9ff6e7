/** An item and its score. */
export interface Scored {
  readonly item: number;
  readonly score: number;
}

/**
 * The n best scored items, the best first; of equal scores the lower item number first. Items scored −Infinity or NaN
 * are none. A heap with the worst on top: O(items + n × log n) where few of them displace others, O(items × log n) at
 * worst.
 *
 * @param among items to choose from; all of them if not given
 * @param barred items that may not stand in the list
 * @example bestOf(Float64Array.of(1, 3, 2), 2) // items 1 and 2
 */
export function bestOf(
  scores: Float64Array,
  n: number,
  { among, barred }: { among?: ArrayLike<number>; barred?: ReadonlySet<number> } = {},
): Scored[] {
  const heap: number[] = [];
  const worse = (a: number, b: number) => scores[a]! < scores[b]! || (scores[a] === scores[b] && a > b);
  const candidates = among?.length ?? scores.length;
  for (let i = 0; i < candidates; i++) {
    const item = among === undefined ? i : among[i]!;
    if (!(scores[item]! > -Infinity)) continue;
    if (heap.length === n && !worse(heap[0]!, item)) continue;
    if (barred?.has(item)) continue;
    if (heap.length < n) push(heap, item, worse);
    else replaceTop(heap, item, worse);
  }
  return heap.sort((a, b) => (worse(a, b) ? 1 : -1)).map((item) => ({ item, score: scores[item]! }));
}

type Worse = (a: number, b: number) => boolean;

function push(heap: number[], item: number, worse: Worse): void {
  let at = heap.push(item) - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!worse(heap[at]!, heap[parent]!)) return;
    [heap[at], heap[parent]] = [heap[parent]!, heap[at]!];
    at = parent;
  }
}

function replaceTop(heap: number[], item: number, worse: Worse): void {
  heap[0] = item;
  let at = 0;
  for (;;) {
    let worst = at;
    for (const child of [2 * at + 1, 2 * at + 2]) {
      if (child < heap.length && worse(heap[child]!, heap[worst]!)) worst = child;
    }
    if (worst === at) return;
    [heap[at], heap[worst]] = [heap[worst]!, heap[at]!];
    at = worst;
  }
}
