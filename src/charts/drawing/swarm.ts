/** A dot of a swarm: how many steps from the left, how many from the middle line, and its shade. */
export interface SwarmDot {
  readonly across: number;
  readonly up: number;
  readonly shade: number;
}

/**
 * A swarm of dots around a line: rows of one step along stand above each other, sorted by shade, at most `most` of them.
 * Where some step has more rows, a dot stands for several: the dots of each step are as its share of the fullest one, but
 * at least one, and their shades are those of its rows at even ranks. O(rows log rows).
 *
 * @param at place of each row along the line, in steps
 * @param shades shade of each row, a small whole number
 * @example swarm([0.2, 0.7, 5.1], [0, 1, 1], 8).map(({ up }) => up) // [-0.5, 0.5, 0]
 */
export function swarm(at: ArrayLike<number>, shades: ArrayLike<number>, most: number): SwarmDot[] {
  const steps = new Map<number, number[]>();
  for (let row = 0; row < at.length; row++) {
    const across = Math.floor(at[row]!);
    const own = steps.get(across);
    if (own) own.push(shades[row]!);
    else steps.set(across, [shades[row]!]);
  }
  const fullest = [...steps.values()].reduce((high, { length }) => Math.max(high, length), 0);
  return [...steps]
    .sort(([a], [b]) => a - b)
    .flatMap(([across, own]) => {
      own.sort((a, b) => a - b);
      const dots = fullest <= most ? own.length : Math.max(1, Math.round((most * own.length) / fullest));
      return Array.from({ length: dots }, (_v, i) => {
        const shade = own[Math.floor(((i + 0.5) * own.length) / dots)]!;
        return { across, up: i - (dots - 1) / 2, shade };
      });
    });
}
