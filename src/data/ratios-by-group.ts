import { Z95 } from "../stats/interval";
import { type Engine, numbers, texts } from "./engine";

/** What {@link ratiosByGroup} sums, and over what. All but `from` are SQL expressions on a row. */
export interface RatioQuery {
  /** A table or view of the engine, or a subquery in brackets. */
  readonly from: string;
  /** What rows are grouped by, such as `department`; `'all'` for one group. */
  readonly by: string;
  /** The number above the line, such as `reordered`. */
  readonly part: string;
  /** The number below the line; 1 by default, so that the ratio is a mean over rows. */
  readonly whole?: string;
  /** What was sampled independently; `customer` by default. Rows of one unit may be as alike as they like. */
  readonly unit?: string;
  /** Which rows count; all by default. */
  readonly where?: string;
  /**
   * Whether the interval is symmetric around the ratio (`linear`, the default) or around its logarithm (`log`), which
   * suits small shares: it never reaches below zero.
   */
  readonly scale?: "linear" | "log";
}

/** A ratio of sums in one group, with its 95 % interval. */
export interface GroupRatio {
  readonly group: string;
  readonly rows: number;
  /** How many units have rows in the group. */
  readonly units: number;
  readonly part: number;
  readonly whole: number;
  readonly estimate: number;
  /** NaN where a single unit tells nothing of the spread. */
  readonly low: number;
  readonly high: number;
}

/**
 * Ratios of sums (shares, means) by group, such as the share of reordered lines of each department, with intervals that
 * know that lines of one customer are alike: the variance is that of the customers' sums around the ratio
 * (linearisation). Computed in the engine in one pass; O(rows), and only groups reach the notebook.
 *
 * @returns the groups ordered by name, numbers by size; groups without rows are not there
 * @throws RangeError when the wholes of a group add up to zero or a group has no name; Error when the SQL is wrong
 * @see Cochran (1977), "Sampling Techniques", section 6.4, for ratios over clusters
 * @example await ratiosByGroup(shop.engine, { from: "order_lines", by: "department", part: "reordered" })
 */
export async function ratiosByGroup(engine: Engine, query: RatioQuery): Promise<GroupRatio[]> {
  const { from, by, part, whole = "1", unit = "customer", where = "TRUE", scale = "linear" } = query;
  const found = await engine.query(`
    WITH units AS (
      SELECT ${by} AS grp, ${unit} AS unit, count(*) AS n,
        sum(CAST(${part} AS DOUBLE)) AS y, sum(CAST(${whole} AS DOUBLE)) AS x
      FROM ${from} WHERE ${where}
      GROUP BY ${by}, ${unit}
    ), sums AS (
      SELECT grp, sum(n) AS n, count(*) AS units, sum(y) AS y, sum(x) AS x FROM units GROUP BY grp
    )
    SELECT CAST(s.grp AS VARCHAR) AS grp, s.n, s.units, s.y, s.x,
      sum((u.y - s.y / nullif(s.x, 0) * u.x) * (u.y - s.y / nullif(s.x, 0) * u.x)) AS squares
    FROM units u JOIN sums s ON s.grp = u.grp OR (s.grp IS NULL AND u.grp IS NULL)
    GROUP BY s.grp, s.n, s.units, s.y, s.x
    ORDER BY s.grp`);
  const of = (name: string) => numbers(found, name);
  const [n, units, y, x, squares] = [of("n"), of("units"), of("y"), of("x"), of("squares")];
  return texts(found, "grp").map((group, i) => {
    if (group === null)
      throw new RangeError(`${n[i]} rows of ${from} have no ${by}: leave them out with where`);
    if (x[i] === 0)
      throw new RangeError(`the ${whole} of group "${group}" add up to zero: there is no ratio`);
    const estimate = y[i]! / x[i]!;
    const half = (Z95 * Math.sqrt((units[i]! / (units[i]! - 1)) * squares[i]!)) / Math.abs(x[i]!);
    return {
      group,
      rows: n[i]!,
      units: units[i]!,
      part: y[i]!,
      whole: x[i]!,
      estimate,
      low: scale === "log" && estimate > 0 ? estimate * Math.exp(-half / estimate) : estimate - half,
      high: scale === "log" && estimate > 0 ? estimate * Math.exp(half / estimate) : estimate + half,
    };
  });
}
