import { createRandom } from "../../../stats/random";
import type { Features } from "../../features/features";

/** Rows of customers with a label that hangs on the features a little, as honest data do. For tests. */
export interface HonestRows {
  readonly features: Features;
  readonly labels: Uint8Array;
  readonly customers: Uint32Array;
}

/**
 * Counts, money, shares with missing values and weekdays of customers who differ, with labels drawn from all of it. For
 * tests.
 *
 * @param rarity the higher, the rarer label 1
 */
export function honestRows(seed: number, rows = 1200, rowsACustomer = 4, rarity = 2.5): HonestRows {
  const random = createRandom(seed);
  const customers = Uint32Array.from({ length: rows }, (_, row) => Math.floor(row / rowsACustomer));
  const zeal = Float64Array.from({ length: Math.ceil(rows / rowsACustomer) }, () => random.normal());
  const columns = Array.from({ length: 5 }, () => new Float64Array(rows));
  const labels = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const own = zeal[customers[row]!]!;
    const orders = 1 + random.poisson(Math.exp(1 + own / 2));
    const spend = Math.exp(2 + own / 2 + random.normal());
    const share = orders < 3 ? Number.NaN : random.int(orders) / orders;
    const values = [orders, spend, share, random.int(7), Math.round(spend)];
    for (const [f, value] of values.entries()) columns[f]![row] = value;
    const margin = 0.8 * own + 0.1 * orders + (share > 0.5 ? 0.7 : 0) - rarity;
    labels[row] = random.next() < 1 / (1 + Math.exp(-margin)) ? 1 : 0;
  }
  return {
    features: { names: ["orders", "spend", "share", "weekday", "pounds"], columns },
    labels,
    customers,
  };
}
