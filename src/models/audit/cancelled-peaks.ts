import type { Finding } from "./finding";
import { plainNumber } from "./phrases";
import { reversedLines, type SaleLines } from "./reversed-lines";
import { shareText } from "./wording";

/** Name of the check {@link auditPeaks}. */
export const CANCELLED_PEAKS = "cancelled orders among peaks";

/** From these shares of a peak on, what was cancelled is worth a word. */
const [MOST, SOME] = [0.5, 0.1];

/**
 * Looks at the highest sums, such as the days of the greatest sales, and how much of each was reversed exactly later on. A
 * tenth or more of a peak is a warning, half or more an error. O(lines).
 *
 * @param of.keys which group each line belongs to: its day, product or customer
 * @param of.of what the groups are, in one word, such as "day"
 * @param of.value what is summed up over the lines sold: "revenue" or "units"
 * @param of.top how many of the highest groups to look at; 5 unless told
 * @throws RangeError when the columns differ in length
 * @example auditPeaks({ of: "day", keys: days, lines, value: "revenue" })[0].where // "day 2011-12-09"
 */
export function auditPeaks(of: {
  readonly of: string;
  readonly keys: ArrayLike<string>;
  readonly lines: SaleLines;
  readonly value: "revenue" | "units";
  readonly top?: number;
}): Finding[] {
  const { keys, lines, value, top = 5 } = of;
  const { quantities, prices, orders } = lines;
  if (keys.length !== quantities.length) {
    throw new RangeError(`${keys.length} keys for ${quantities.length} lines: give each line its ${of.of}.`);
  }
  const reversal = reversedLines(lines);
  const groups = new Map<string, Group>();
  for (let i = 0; i < quantities.length; i++) {
    if (!(quantities[i]! > 0)) continue;
    const group = groups.get(keys[i]!) ?? { sold: 0, reversed: 0, largest: 0, line: -1 };
    groups.set(keys[i]!, group);
    const worth = value === "units" ? quantities[i]! : quantities[i]! * prices[i]!;
    group.sold += worth;
    if (!reversal.has(i)) continue;
    group.reversed += worth;
    if (worth > group.largest) [group.largest, group.line] = [worth, i];
  }
  const peaks = [...groups].sort(([, a], [, b]) => b.sold - a.sold).slice(0, top);
  return peaks.flatMap(([key, { sold, reversed, line }], place): Finding[] => {
    if (!(reversed >= SOME * sold) || line === -1) return [];
    return [
      {
        check: CANCELLED_PEAKS,
        severity: reversed >= MOST * sold ? "error" : "warning",
        what: `Of peak ${place + 1}, ${shareText(reversed / sold)} was cancelled later, most of it order ${orders[line]} by ${orders[reversal.get(line)!]}.`,
        where: `${of.of} ${key}`,
        figure: `${value} sold ${plainNumber(sold)}, cancelled ${plainNumber(reversed)}, left ${plainNumber(sold - reversed)}`,
        advice: "Net cancellations against what they cancel before looking for peaks.",
      },
    ];
  });
}

interface Group {
  sold: number;
  reversed: number;
  largest: number;
  line: number;
}
