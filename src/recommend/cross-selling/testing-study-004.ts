import { frequentItemsets } from "../../baskets/frequent-itemsets";
import { type FoundRule, rules } from "../../baskets/rules";
import { transactionsOfLines } from "../../baskets/transactions";
import { openDataset } from "../../data/dataset";
import { sqlText } from "../../data/duckdb";
import { numbers, texts } from "../../data/engine";

/** The lines of the real shop with the grades that study 004 gives. */
export interface GradedLines {
  readonly customers: readonly string[];
  readonly orders: readonly string[];
  readonly times: Float64Array;
  readonly products: readonly string[];
  readonly categories: readonly string[];
  readonly gradeOf: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

/** Lowest score of each grade but the last, as study 004 publishes them. */
const LOWEST = [
  ["VIP", 18463.72],
  ["Diamond", 5962.8],
  ["Platinum", 2709.26],
  ["Gold", 1166.14],
  ["Silver", 377.45],
] as const;

/** Published weights of recency, lines, money (quantity squared) and product value, to all their digits. */
const WEIGHTS = [0.16422166, 0.20784891, 0.4218824, 0.20604702] as const;

/** Grades the real customers by the published weights and cuts; the room of segments tests how these come about. */
export async function gradedLines(): Promise<GradedLines> {
  const shop = await openDataset("ecommerce", { source: "real" });
  const points = texts(
    await shop.engine.query("SELECT category FROM order_lines GROUP BY category ORDER BY sum(unit_price)"),
    "category",
  ).map((category, i) => `WHEN ${sqlText(category ?? "")} THEN ${i + 1}`);
  const scored = await shop.engine.query(`
    SELECT customer, ${WEIGHTS[0]} * date_diff('day', max(date), DATE '2019-12-31') + ${WEIGHTS[1]} * count(*)
      + ${WEIGHTS[2]} * CAST(sum(quantity * CAST(total_purchase AS DOUBLE)) AS DOUBLE)
      + ${WEIGHTS[3]} * sum(CASE category ${points.join(" ")} END) AS score
    FROM order_lines GROUP BY customer`);
  const score = numbers(scored, "score");
  const gradeOf = new Map(
    texts(scored, "customer").map((customer, i) => {
      // Published to two digits, so that a score at the edge may be half a hundredth below.
      const grade = LOWEST.find(([, lowest]) => score[i]! >= lowest - 0.006)?.[0] ?? "Bronze";
      return [customer ?? "", grade];
    }),
  );
  const lines = await shop.engine.query(
    "SELECT customer, order_id, order_time, product, category FROM order_lines ORDER BY line",
  );
  const column = (name: string) => texts(lines, name).map((text) => text ?? "");
  return {
    customers: column("customer"),
    orders: column("order_id"),
    times: numbers(lines, "order_time"),
    products: column("product"),
    categories: column("category"),
    gradeOf,
    close: () => shop.close(),
  };
}

/** Rules between two items of the baskets, as study 004 mines them: support from 1 %, lift from 1. */
export async function pairRulesOf(
  orders: readonly string[],
  items: readonly string[],
): Promise<readonly FoundRule[]> {
  const sets = await frequentItemsets(transactionsOfLines(orders, items), { minSupport: 0.01, maxLength: 2 });
  return rules(sets, { minConfidence: 0, minLift: 1 }).rules;
}
