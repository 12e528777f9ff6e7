import type { Finding } from "../finding";
import { andList, plainNumber } from "../wording";

/** Name of the check {@link auditSupport}. */
export const SUPPORT_THRESHOLD = "support threshold that is not reached";

/**
 * Looks whether rules can be found at a support at all: an error where no item reaches it, and as rules need two items
 * where only one does; a warning where items do and the most frequent pair, if given, does not. O(items).
 *
 * @param of.supports share of the baskets that hold an item, one an item
 * @param of.names the items' names, in the same order, to name the most frequent one
 * @param of.pair share of the baskets that hold the most frequent pair
 * @throws RangeError when the threshold or a support is not from 0 to 1, or names and supports differ in number
 * @example auditSupport({ where: "rules", threshold: 0.2, supports: [0.107, 0.05] })[0].severity // "error"
 */
export function auditSupport(of: {
  readonly where: string;
  readonly threshold: number;
  readonly supports: ArrayLike<number>;
  readonly names?: readonly string[];
  readonly pair?: number;
}): Finding[] {
  const { where, threshold, names, pair } = of;
  const supports = Array.from(of.supports);
  const isShare = (x: number) => x >= 0 && x <= 1;
  const wrong = [threshold, ...supports, ...(pair === undefined ? [] : [pair])].find((x) => !isShare(x));
  if (wrong !== undefined) throw new RangeError(`${where}: ${wrong} is no support; one lies from 0 to 1.`);
  if (names !== undefined && names.length !== supports.length) {
    throw new RangeError(
      `${where}: ${names.length} names for ${supports.length} supports; give one an item, or none.`,
    );
  }
  const reaching = supports.filter((support) => support >= threshold).length;
  if (reaching > 1 && (pair === undefined || pair >= threshold)) return [];
  const best = supports.reduce((a, support, i) => (support > (supports[a] ?? -1) ? i : a), 0);
  const highest = supports.length === 0 ? "no item" : plainNumber(supports[best]!);
  const name = names?.[best] === undefined ? "" : ` (${names[best]})`;
  const said = reaching === 0 ? "No item" : reaching === 1 ? "Only one item" : "No pair";
  return [
    {
      check: SUPPORT_THRESHOLD,
      severity: reaching > 1 ? "warning" : "error",
      what: `${said} reaches the support that rules are said to be found at: there can be none.`,
      where,
      figure: andList([
        `threshold ${plainNumber(threshold)}`,
        `highest support of an item ${highest}${name}`,
        ...(pair === undefined ? [] : [`of a pair ${plainNumber(pair)}`]),
      ]),
      advice: "See which support the rules were found at; it may be a slip of the decimal point.",
    },
  ];
}
