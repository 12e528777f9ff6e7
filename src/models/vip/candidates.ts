import type { VipTask } from "./vip-task";

/** The customers of a task who are no VIPs yet. */
export interface Candidates {
  /** Their places among the task's customers, ascending. */
  readonly rows: Uint32Array;
  readonly customers: readonly string[];
  /** 1 for those who are VIPs in the second window. */
  readonly labels: Uint8Array;
  /** A column of the task's customers, such as their scores, for the candidates alone. */
  of(values: ArrayLike<number>): Float64Array;
}

/**
 * The potential VIPs: customers who are no VIPs in the first window. To call a VIP a VIP again needs no model; whether one
 * finds new ones is only seen among those who are none yet. O(n).
 *
 * @throws RangeError when the values asked for are not one a customer of the task
 * @example const { labels, of } = candidatesOf(task); rankScores(labels, of(chances))
 */
export function candidatesOf(task: VipTask): Candidates {
  const rows = Uint32Array.from(task.customers.keys()).filter(
    (row) => task.known.labels[row] === 0,
  ) as Uint32Array;
  return {
    rows,
    customers: Array.from(rows, (row) => task.customers[row]!),
    labels: Uint8Array.from(rows, (row) => task.later.labels[row]!) as Uint8Array,
    of(values) {
      if (values.length !== task.customers.length)
        throw new RangeError(
          `${values.length} values for ${task.customers.length} customers: give one for each of the task's customers.`,
        );
      return Float64Array.from(rows, (row) => values[row]!);
    },
  };
}
