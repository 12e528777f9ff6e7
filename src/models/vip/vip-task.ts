import type { Engine } from "../../data/engine";
import type { Features } from "../features/features";
import { utcMoment } from "./moment";
import { type TopSpenders, topSpenders } from "./top-spenders";
import { windowFeatures, windowSpend } from "./window-features";

/** Two windows, one after the other: what is known, and what is to be foretold. */
export interface VipWindows {
  /** Table of order lines with `customer`, `order_id`, `order_time` and `total_purchase`. */
  readonly from: string;
  /** UTC time at which the first window begins. Default: the first line. */
  readonly start?: string;
  /** UTC time at which the first window ends and the second begins. */
  readonly cut: string;
  /** UTC time at which the second window ends; its lines lie before it. */
  readonly end: string;
  /** Share of the customers who are VIPs; default 0.2. */
  readonly share?: number;
}

/** Customers of a first window, with what they did in it and who of them is a VIP in the second. */
export interface VipTask {
  /** Ids of those who ordered in the first window, ascending; entry i of all that follows is of customer i. */
  readonly customers: readonly string[];
  /** Of the first window alone: see `windowFeatures`. */
  readonly features: Features;
  /** Spend in the first window. */
  readonly spend: ArrayLike<number>;
  /** Spend in the second window, 0 for those who did not come back. */
  readonly laterSpend: Float64Array;
  /** The VIPs of the first window: what is known already. */
  readonly known: TopSpenders;
  /** The VIPs of the second window: what is to be foretold. */
  readonly later: TopSpenders;
}

/**
 * Sets the question of who will be a VIP: features from a first window, the label from the one after it. VIPs are the top
 * share, by spend, of the customers of the first window; who comes new in the second cannot be foretold and is left out.
 * O(lines) in the engine.
 *
 * @throws RangeError when the times are no UTC times or do not follow one another, the first window has no lines, the
 * share is out of range, or nobody of the first window stands out in the second; Error when the table or a column is
 * not there
 * @example const task = await vipTask(shop.engine, { from, cut: "2011-09-09T00:00Z", end: "2011-12-10T00:00Z" });
 */
export async function vipTask(
  engine: Engine,
  { from, start, cut, end, share = 0.2 }: VipWindows,
): Promise<VipTask> {
  const times = [...(start === undefined ? [] : [start]), cut, end];
  for (let i = 1; i < times.length; i++)
    if (!(utcMoment(times[i - 1]!).ms < utcMoment(times[i]!).ms))
      throw new RangeError(`${times.join(", ")} do not follow one another: they make no two windows.`);
  const first = start === undefined ? { from, end: cut } : { from, start, end: cut };
  const { customers, features } = await windowFeatures(engine, first);
  const laterSpend = await windowSpend(engine, { from, start: cut, end }, customers);
  const spend = features.columns[features.names.indexOf("spend")]!;
  return {
    customers,
    features,
    spend,
    laterSpend,
    known: topSpenders(spend, share),
    later: topSpenders(laterSpend, share),
  };
}
