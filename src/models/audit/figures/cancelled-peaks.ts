import type { Finding } from "../finding";
import { plainNumber, shareText } from "../wording";
import { reversedLines, type SaleLines } from "./reversed-lines";

/** Name of the check {@link auditPeaks}. */
export const CANCELLED_PEAKS = "cancelled orders among peaks";

/** From these shares of a peak on, what was cancelled is worth a word. */
const [MOST, SOME] = [0.5, 0.1];

/** A way to group the lines whose highest sums are the peaks. */
export interface PeakGrouping {
  /** What the groups are, in one word, such as "day". */
  readonly of: string;
  /** The group of each line: its day, product or customer. */
  readonly keys: ArrayLike<string>;
  /** What is summed up over the lines sold. */
  readonly value: "revenue" | "units";
  /** How many of the highest groups to look at; 5 unless told. */
  readonly top?: number;
}

/**
 * Looks at the highest sums, such as the days of the greatest sales, and how much of each was reversed exactly later on. A
 * tenth or more of a peak is a warning, half or more an error. O(n log n) in the lines.
 *
 * @throws RangeError when the columns differ in length
 * @example auditPeaks(lines, [{ of: "day", keys: days, value: "revenue" }])[0].where // "day 2011-12-09"
 */
export function auditPeaks(lines: SaleLines, groupings: readonly PeakGrouping[]): Finding[] {
  const reversal = reversedLines(lines);
  return groupings.flatMap((grouping) => {
    const { of, keys } = grouping;
    if (keys.length !== lines.quantities.length) {
      throw new RangeError(
        `${keys.length} keys for ${lines.quantities.length} lines: give each line its ${of}.`,
      );
    }
    return reversedPeaks(lines, grouping, reversal);
  });
}

function reversedPeaks(
  { orders, quantities, prices }: SaleLines,
  { of, keys, value, top = 5 }: PeakGrouping,
  reversal: ReadonlyMap<number, number>,
): Finding[] {
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
        where: `${of} ${key}`,
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
