import { type Engine, numbers } from "../data/engine";
import { customerIds } from "./customer-ids";
import { definitions } from "./definitions";
import { type CustomerVariables, describedBy, type VariableDefinition } from "./variables";

/** The variables that orders with a number and a gap give, without dates and prices. */
export type OrderVariable =
  | "length"
  | "lastGap"
  | "usualGap"
  | "meanGap"
  | "periodicity"
  | "frequency"
  | "items"
  | "variety"
  | "volume"
  | "reordered";

/** What {@link orderVariables} reads. */
export interface OrderOptions<Name extends OrderVariable> {
  readonly variables: readonly Name[];
  /** Whether orders whose lines are withheld (`eval_set = 'test'`) count for the variables of orders and gaps, as in study
   * 000. Variables of lines never have them, so counting them describes one customer at two times. */
  readonly testOrders: "counted" | "left out";
}

const capped = "the data cap a gap at 30 days";
const own: Readonly<Record<OrderVariable, VariableDefinition>> = {
  length: {
    ...definitions.length,
    definition: `sum of the days between orders; ${capped}, so a lower bound`,
  },
  lastGap: { ...definitions.lastGap, definition: `${definitions.lastGap.definition}; ${capped}` },
  usualGap: { ...definitions.usualGap, definition: `${definitions.usualGap.definition}; ${capped}` },
  meanGap: {
    name: "meanGap",
    label: "Mean gap",
    definition: `mean of the days between successive orders; ${capped}`,
    unit: "days",
    better: "fewer",
  },
  periodicity: { ...definitions.periodicity, definition: `${definitions.periodicity.definition}; ${capped}` },
  frequency: definitions.frequency,
  items: {
    ...definitions.items,
    definition: "order lines: products bought, repeats counted, quantities not known",
  },
  variety: definitions.variety,
  volume: { ...definitions.volume, definition: "order lines an order, on average", unit: "items an order" },
  reordered: definitions.reordered,
};

const OVER_ORDERS: ReadonlyMap<OrderVariable, string> = new Map([
  ["length", "CAST(sum(coalesce(gap, 0)) AS DOUBLE)"],
  ["lastGap", "CAST(max(CASE WHEN back = 1 THEN gap END) AS DOUBLE)"],
  [
    "usualGap",
    "avg(CASE WHEN place >= orders / 2.0 - 0.5 AND place <= orders / 2.0 + 0.5 THEN CAST(gap AS DOUBLE) END)",
  ],
  ["meanGap", "avg(CAST(gap AS DOUBLE))"],
  ["periodicity", "stddev_samp(gap)"],
  ["frequency", "count(*)"],
]);

const OVER_LINES: ReadonlyMap<OrderVariable, string> = new Map([
  ["items", "count(*)"],
  ["variety", "count(DISTINCT l.product)"],
  ["volume", "CAST(count(*) AS DOUBLE) / count(DISTINCT l.order_id)"],
  ["reordered", "CAST(sum(l.reordered) AS DOUBLE)"],
]);

/**
 * Computes variables of every customer from Instacart's tables `orders` and `lines`, in the engine. Customers with a
 * single order have no gap (NaN), those with fewer than three no periodicity, customers without lines no items. Ordered by customer id as a number.
 * O(orders log orders + lines).
 *
 * @throws RangeError when there are no orders or no variable is asked for; Error when a table is not there
 * @example await orderVariables(shop.engine, { variables: ["length", "lastGap", "frequency", "items"], testOrders: "left out" })
 */
export async function orderVariables<Name extends OrderVariable>(
  engine: Engine,
  { variables, testOrders }: OrderOptions<Name>,
): Promise<CustomerVariables<Name>> {
  const counted =
    testOrders === "counted" ? "orders" : "(SELECT * FROM orders WHERE eval_set <> 'test') kept";
  const [ofOrders, ofLines] = [OVER_ORDERS, OVER_LINES].map((over) => {
    const names = variables.filter((name) => over.has(name));
    return {
      select: names.map((name) => `, ${over.get(name)} AS ${column(name)}`).join(""),
      taken: (alias: string) => names.map((name) => `, ${alias}.${column(name)}`).join(""),
    };
  }) as [Selected, Selected];
  const found = await engine.query(`
    SELECT CAST(o.customer AS VARCHAR) AS customer${ofOrders.taken("o")}${ofLines.taken("n")}
    FROM (SELECT customer${ofOrders.select}
          FROM (SELECT customer, gap,
                       row_number() OVER (PARTITION BY customer ORDER BY order_number DESC) AS back,
                       row_number() OVER (PARTITION BY customer ORDER BY gap NULLS LAST) AS place,
                       count(*) OVER (PARTITION BY customer) AS orders
                FROM ${counted}) numbered
          GROUP BY customer) o
    ${ofLines.select === "" ? "" : `LEFT JOIN (SELECT k.customer${ofLines.select} FROM lines l JOIN orders k ON k.order_id = l.order_id GROUP BY k.customer) n ON n.customer = o.customer`}
    ORDER BY o.customer`);
  const customer = customerIds(found, "orders");
  return describedBy<Name>(
    customer,
    variables.map((name) => ({ ...own[name], name, values: numbers(found, column(name)) })),
  );
}

interface Selected {
  readonly select: string;
  taken(alias: string): string;
}

/** A name of the engine for a variable: unquoted names have no upper case there. */
const column = (name: OrderVariable) => `v_${name.toLowerCase()}`;
