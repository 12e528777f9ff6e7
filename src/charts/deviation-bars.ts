import { signed } from "../theme/format";
import { type BarPanel, barPanels } from "./bar-panels";
import type { Chart } from "./drawing/chart";
import { distinct, labels, numbers, type Rows, requireUnique, toRows, zip } from "./drawing/rows";
import { type Format, valueText } from "./drawing/scale";

/** The mean of one variable in one cluster beside that of all customers, in the variable's own unit. */
export interface DeviationRow {
  readonly cluster: string;
  readonly variable: string;
  readonly mean: number;
  readonly overall: number;
}

/** Options of {@link deviationBars}. */
export interface DeviationOptions {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the data if left out. */
  alt?: string;
  /** What a panel holds: all clusters of one variable, or all variables of one cluster. Default variable. */
  panel?: "variable" | "cluster";
  /** How means are written, by name of variable. */
  formats?: ReadonlyMap<string, Format>;
}

/**
 * How far the means of the clusters lie above or below those of all customers, in per cent of these, with the means
 * beside the bars. O(n).
 *
 * @throws Error that names row and column if a value is not a finite number or a mean stands twice, and if a mean of
 * all is zero or below, where per cent mean nothing: standardise and take `snakePlot`.
 * @example deviationBars([{ cluster: "Gold", variable: "Orders", mean: 61.5, overall: 16.6 }],
 *   { title: "Clusters against all customers" })
 */
export function deviationBars(rows: Rows<DeviationRow>, options: DeviationOptions): Chart {
  const list = toRows(rows);
  const [clusters, variables] = [labels(list, "cluster"), labels(list, "variable")];
  const [means, overall] = [numbers(list, "mean"), numbers(list, "overall")];
  requireUnique(
    clusters.map((cluster, i) => `${cluster} / ${variables[i]}`),
    "The mean of",
  );
  const shares = means.map((mean, i) => {
    if (overall[i]! > 0) return mean / overall[i]! - 1;
    throw new Error(
      `Row ${i + 1}: the mean of all customers in "${variables[i]}" is ${overall[i]}, so that per cent of it mean nothing.`,
    );
  });
  const byVariable = options.panel !== "cluster";
  const [panelOf, barOf] = byVariable ? [variables, clusters] : [clusters, variables];
  const write = (i: number, value: number) => valueText(value, options.formats?.get(variables[i]!));
  const panels = distinct(panelOf).map((title): BarPanel => {
    const own = panelOf.flatMap((name, i) => (name === title ? [i] : []));
    const all = byVariable ? `: mean of all ${write(own[0]!, overall[own[0]!]!)}` : "";
    return {
      title: `${title}${all}`,
      bars: own.map((i) => ({
        label: barOf[i]!,
        value: shares[i]!,
        text: `${write(i, means[i]!)} (${signed(shares[i]! * 100, 0)}\u00a0%)`,
      })),
    };
  });
  const far = shares.reduce((most, share, i) => (Math.abs(share) > Math.abs(shares[most]!) ? i : most), 0);
  const alt =
    shares.length > 0
      ? `Farthest from the mean of all: ${clusters[far]}, ${variables[far]}, ${write(far, means[far]!)} against ${write(far, overall[far]!)} (${signed(shares[far]! * 100, 0)}\u00a0%).`
      : "";
  const chart = barPanels(panels, {
    title: options.title,
    alt: options.alt ?? alt,
    valueTitle: "Above or below the mean of all customers",
    format: "percent",
    base: 0,
    shared: !byVariable,
  });
  if (shares.length === 0) return chart;
  const data = {
    columns: ["Cluster", "Variable", "Mean", "Mean of all", "Difference"],
    rows: zip(clusters, variables, means, overall, shares),
  };
  return { ...chart, data };
}
