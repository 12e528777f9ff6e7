import { type Engine, numbers } from "../data/engine";
import { median } from "../stats/quantile";
import { customerIds } from "./customer-ids";
import { type CustomerVariables, describedBy, type VariableDefinition } from "./variables";

/** A customer's last gaps, and the habit that each can be measured by. */
export type HabitVariable = "lastGap" | "habit" | "gapBefore" | "habitBefore";

const define = (
  name: HabitVariable,
  label: string,
  definition: string,
): VariableDefinition<HabitVariable> => {
  return { name, label, definition, unit: "days", better: "fewer" };
};

const DEFINITIONS = [
  define("lastGap", "Last gap", "days between the last two orders"),
  define("habit", "Habit", "median of the gaps before the last one"),
  define("gapBefore", "Gap before", "the gap before the last one"),
  define("habitBefore", "Habit before", "median of the gaps before that one"),
] as const;

/** Gaps that make a habit, at least, before the two that are measured by it. */
const EARLIER = 2;

/**
 * The last two gaps of each customer, each with the median of the gaps before it: the nearest to lapsing that orders
 * without dates can show. The gap before the last is the measure of the last one: it is known to have ended in an order.
 * Prior orders alone; customers with fewer than four gaps are left out. O(orders log orders); all prior orders reach the
 * notebook.
 *
 * @throws RangeError when nobody has four gaps
 * @example valuesOf(await gapsAgainstHabit(shop.engine), "habit")
 */
export async function gapsAgainstHabit(engine: Engine): Promise<CustomerVariables<HabitVariable>> {
  const found = await engine.query(`
    SELECT CAST(customer AS VARCHAR) AS customer, gap FROM orders
    WHERE gap IS NOT NULL AND eval_set <> 'test' ORDER BY orders.customer, order_number`);
  const ids = customerIds(found, "orders");
  const gap = numbers(found, "gap");
  const kept: { readonly customer: string; readonly values: readonly number[] }[] = [];
  for (let start = 0; start < ids.length; ) {
    let end = start + 1;
    while (ids[end] === ids[start]) end++;
    if (end - start >= EARLIER + 2) {
      const own = gap.subarray(start, end);
      const before = (last: number) => [own.at(-last) as number, median(own.subarray(0, own.length - last))];
      kept.push({ customer: ids[start] as string, values: [...before(1), ...before(2)] });
    }
    start = end;
  }
  if (kept.length === 0) throw new RangeError("nobody has four gaps: there is no habit to measure a gap by");
  return describedBy<HabitVariable>(
    kept.map(({ customer }) => customer),
    DEFINITIONS.map((definition, v) => ({
      ...definition,
      values: Float64Array.from(kept, ({ values }) => values[v] as number),
    })),
  );
}
