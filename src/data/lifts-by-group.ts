import { Z95 } from "../stats/interval";
import { type Engine, numbers, texts } from "./engine";

/** What {@link liftsByGroup} compares. All but `from` are SQL expressions on a row. */
export interface LiftQuery {
  /** A table or view of the engine, or a subquery in brackets. */
  readonly from: string;
  /** What the shares are of, such as `department`. */
  readonly by: string;
  /** Which rows the shares above the line are of, such as `gap = 30`. */
  readonly where: string;
  /** Which rows they are compared with, such as `gap < 30`; no row may be in both. */
  readonly against: string;
  /** What was sampled independently; `customer` by default. */
  readonly unit?: string;
}

/** How many times larger a group's share is here than there, with its 95 % interval. */
export interface GroupLift {
  readonly group: string;
  /** The group's rows here and there, and their shares of all rows here and there. */
  readonly rows: number;
  readonly rowsAgainst: number;
  readonly share: number;
  readonly shareAgainst: number;
  readonly lift: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Compares the shares of groups between two sets of rows, such as of departments between orders after 30 days and
 * sooner ones, with intervals over customers: the variance of the lift's logarithm is that of the customers' influences
 * on it (linearisation). Groups that one of the sets lacks have no lift and are left out. O(rows), in the engine.
 *
 * @returns the groups by falling lift
 * @throws Error when the SQL is wrong; RangeError when one of the sets has no rows, or a group has no name
 * @see Cochran (1977), "Sampling Techniques", section 6.4, for ratios over clusters
 * @example await liftsByGroup(shop.engine, { from: "order_lines", by: "department", where: "gap = 30", against: "gap < 30" })
 */
export async function liftsByGroup(engine: Engine, query: LiftQuery): Promise<GroupLift[]> {
  const { from, by, where, against, unit = "customer" } = query;
  const count = (condition: string) => `sum(CASE WHEN ${condition} THEN 1.0 ELSE 0.0 END)`;
  const found = await engine.query(`
    WITH cells AS (
      SELECT ${by} AS grp, ${unit} AS unit, ${count(where)} AS a, ${count(against)} AS c
      FROM ${from} WHERE (${where}) OR (${against})
      GROUP BY ${by}, ${unit}
    ), units AS (
      SELECT unit, sum(a) AS b, sum(c) AS d FROM cells GROUP BY unit
    ), whole AS (
      SELECT sum(b) AS b, sum(d) AS d, count(*) AS m FROM units
    ), sums AS (
      SELECT grp, sum(a) AS a, sum(c) AS c FROM cells GROUP BY grp HAVING sum(a) > 0 AND sum(c) > 0
    )
    SELECT CAST(s.grp AS VARCHAR) AS grp, s.a, s.c, w.b, w.d, w.m,
      sum(power(coalesce(t.a, 0) / s.a - coalesce(t.c, 0) / s.c - u.b / w.b + u.d / w.d, 2)) AS squares
    FROM sums s CROSS JOIN whole w CROSS JOIN units u
    LEFT JOIN cells t ON t.unit = u.unit AND t.grp = s.grp
    GROUP BY s.grp, s.a, s.c, w.b, w.d, w.m
    ORDER BY s.grp`);
  const of = (name: string) => numbers(found, name);
  const [a, c, b, d, m, squares] = [of("a"), of("c"), of("b"), of("d"), of("m"), of("squares")];
  if (found.rows === 0)
    throw new RangeError(`no ${by} of ${from} has rows both where ${where} and where ${against}`);
  const lifts = texts(found, "grp").map((group, i): GroupLift => {
    if (group === null) throw new RangeError(`rows of ${from} have no ${by}: leave them out`);
    const [share, shareAgainst] = [a[i]! / b[i]!, c[i]! / d[i]!];
    const lift = share / shareAgainst;
    const factor = Math.exp(Z95 * Math.sqrt((m[i]! / (m[i]! - 1)) * squares[i]!));
    return {
      group,
      rows: a[i]!,
      rowsAgainst: c[i]!,
      share,
      shareAgainst,
      lift,
      low: lift / factor,
      high: lift * factor,
    };
  });
  return lifts.sort((x, y) => y.lift - x.lift);
}
