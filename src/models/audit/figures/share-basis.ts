import type { Finding } from "../finding";
import { isPrintedAs, readPrinted } from "../reports/printed-number";
import { andList, shareText } from "../wording";

/** Name of the check {@link auditShareBasis}. */
export const SHARE_BASIS = "share of something else";

/**
 * Compares a printed share with the share of each thing it may be of, at the digits printed. An error where it is the share
 * of something else than it is called; a warning where it is the share of none. Silent where it is what it is called.
 * O(shares).
 *
 * @param of.called what it is printed as a share of; must be among the shares
 * @param of.shares of each thing, from 0 to 1
 * @throws RangeError when `called` is not among the shares or the print is no number
 * @example
 * auditShareBasis({ where: "United Kingdom", printed: "89 %", called: "revenue",
 *   shares: [{ of: "revenue", share: 0.829 }, { of: "order lines", share: 0.8918 }] })
 */
export function auditShareBasis(of: {
  readonly where: string;
  readonly printed: string;
  readonly called: string;
  readonly shares: readonly { readonly of: string; readonly share: number }[];
}): Finding[] {
  const { where, printed, called, shares } = of;
  const read = readPrinted(printed, where);
  const own = shares.find((share) => share.of === called);
  if (own === undefined) {
    throw new RangeError(
      `${where}: there is no share of ${called} to compare with; give one of ${andList(shares.map((share) => share.of))}.`,
    );
  }
  if (isPrintedAs(own.share, read)) return [];
  const others = shares.filter(({ share }) => isPrintedAs(share, read)).map((share) => share.of);
  return [
    {
      check: SHARE_BASIS,
      severity: others.length > 0 ? "error" : "warning",
      what:
        others.length > 0
          ? `The share called one of ${called} is the share of ${andList(others)}.`
          : `The share called one of ${called} is a share of nothing that was looked at.`,
      where,
      figure: `${printed} printed; ${shares.map(({ of: name, share }) => `${name} ${shareText(share)}`).join(", ")}`,
      advice: "Say what the share is of, and take the one the sentence is about.",
    },
  ];
}
