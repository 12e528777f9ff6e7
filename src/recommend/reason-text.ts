import type { Reason } from "./recommender";

/**
 * A reason in a few words of plain text, such as "goes with TEA, MILK". Labels of items are text from data: the caller
 * escapes them.
 *
 * @param items the label of each item number, as `history.items`
 * @example reasonText(recommend(method, history, 0, list)[0].reason, history.items) // "bought in 4 of 7 orders"
 */
export function reasonText(reason: Reason, items: readonly string[]): string {
  const label = (item: number) => items[item]!.trim().replaceAll(/\s+/g, " ");
  switch (reason.kind) {
    case "popular": {
      const within = reason.segment === undefined ? "" : ` of ${reason.segment}`;
      return `bought by ${grouped(reason.customers)} of ${grouped(reason.of)} customers${within}`;
    }
    case "bought before":
      return `bought in ${grouped(reason.orders)} of ${reason.of === 1 ? "1 order" : `${grouped(reason.of)} orders`}`;
    case "goes with":
      return `goes with ${reason.items.map(label).join(", ")}`;
    case "rule": {
      const left = reason.antecedent.map(label).join(" + ");
      // A rule with exceptions is not one of 100 %.
      const sure = reason.confidence > 0.99 && reason.confidence < 1;
      const share = sure ? "over 99" : (100 * reason.confidence).toFixed(0);
      return `rule: ${left} → this, confidence ${share} %, lift ${reason.lift.toFixed(1)}`;
    }
  }
}

const grouped = (whole: number) => String(whole).replaceAll(/\B(?=(\d{3})+(?!\d))/g, ",");
