import type { Finding } from "../finding";
import { isPrintedAs, readPrinted } from "../reports/printed-number";
import { counted, shareText } from "../wording";

/** Name of the check {@link auditShareSum}. */
export const SHARE_SUM = "shares that do not add up";

/** One part of a whole, as printed. */
export interface PrintedShare {
  readonly name: string;
  /** Such as "19.80 %"; without "%" it is a share from 0 to 1. */
  readonly printed: string;
  /** How many it is, where the table says so. */
  readonly count?: number;
}

/**
 * Adds up the printed shares of all parts of a whole, allowing for their rounding, and where there are counts works out
 * each share from them. O(parts).
 *
 * @throws RangeError when a share is no number, a count is negative, or only some parts have one
 * @example auditShareSum({ where: "sexes", parts: [{ name: "a", printed: "60 %" }, { name: "b", printed: "30 %" }] })
 */
export function auditShareSum(of: {
  readonly where: string;
  readonly parts: readonly PrintedShare[];
}): Finding[] {
  const { where } = of;
  if (of.parts.length === 0) return [];
  const parts = of.parts.map((part) => ({
    ...part,
    ...readPrinted(part.printed, `${where}, ${part.name}`),
  }));
  const sum = parts.reduce((all, { value }) => all + value, 0);
  const rounding = parts.reduce((all, { half }) => all + half, 0);
  const whole = wholeOf(where, of.parts);
  const wrong = parts.flatMap((part) => {
    if (whole === undefined || isPrintedAs(part.count! / whole, part)) return [];
    return [
      `${part.name} is printed as ${part.printed}, its count gives ${shareText(part.count! / whole, 2)}`,
    ];
  });
  const off = Math.abs(sum - 1) > rounding * (1 + 1e-9);
  if (!off && wrong.length === 0) return [];
  const adds = off
    ? `The printed shares add up to ${shareText(sum, 2)}, which rounding does not explain`
    : undefined;
  const counts =
    wrong.length > 0
      ? `${counted(wrong.length, "share")} ${wrong.length === 1 ? "is" : "are"} not what the counts give`
      : undefined;
  return [
    {
      check: SHARE_SUM,
      severity: "error",
      what: `${[adds, counts].flatMap((text) => text ?? []).join(", and ")}.`,
      where,
      figure:
        wrong.length > 0
          ? wrong.join("; ")
          : `${shareText(sum, 2)}, where rounding allows ±${shareText(rounding, 2)}`,
      advice: "Work the shares out from the counts, or say what is left out of the whole.",
    },
  ];
}

function wholeOf(where: string, parts: readonly PrintedShare[]): number | undefined {
  const counts = parts.flatMap(({ count }) => (count === undefined ? [] : [count]));
  if (counts.length === 0) return undefined;
  if (counts.length < parts.length || !counts.every((count) => count >= 0)) {
    throw new RangeError(`${where}: give every part a count from 0, or none.`);
  }
  const whole = counts.reduce((a, b) => a + b, 0);
  return whole > 0 ? whole : undefined;
}
