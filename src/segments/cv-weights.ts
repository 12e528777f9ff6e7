import { requireFinite } from "../stats/finite";
import { type CustomerVariables, valuesOf } from "./variables";

/** The weight of one variable, and what it came from. */
export interface CvWeight<Name extends string = string> {
  readonly variable: Name;
  /** Coefficient of variation in each cluster, lowest label first. */
  readonly variation: readonly number[];
  /** The least of them over their sum. */
  readonly coefficient: number;
  /** The coefficient over the sum of all variables' coefficients; the weights add up to 1. */
  readonly weight: number;
}

/**
 * Weighs variables by study 004's rule. Each variable is clustered by itself; with the coefficients of variation
 * CV = sample standard deviation / mean inside its clusters, its coefficient is min(CV) / Σ CV, and weights are coefficients
 * over their sum. The rule measures how unequal the clusters' spreads are, not how much a variable matters.
 * O(variables × customers).
 *
 * @param labels for each variable the cluster of each customer, whole numbers from 0
 * @param options.cvOf `own` takes each variable's own spread inside its clusters; the name of a variable takes that
 * variable's spread inside the clusters of every other, too: the study took that of recency throughout, by mistake
 * @throws RangeError when a variable has no labels, labels and customers differ in number, a cluster has fewer than two
 * customers or the mean zero, or nothing varies in any cluster
 * @example cvWeights(customers, { recency: r, lines: f, monetary: m, productValue: p }, { cvOf: "own" })[0]?.weight
 */
export function cvWeights<Name extends string>(
  customers: CustomerVariables<Name>,
  labels: Readonly<Record<Name, ArrayLike<number>>>,
  { cvOf }: { readonly cvOf: "own" | Name },
): CvWeight<Name>[] {
  const coefficients = customers.variables.map(({ name }) => {
    const label = Object.hasOwn(labels, name) ? labels[name] : undefined;
    if (label === undefined) throw new RangeError(`variable "${name}" has no labels: cluster it first`);
    if (label.length !== customers.customer.length) {
      throw new RangeError(
        `variable "${name}" has ${label.length} labels for ${customers.customer.length} customers`,
      );
    }
    const variation = variations(valuesOf(customers, cvOf === "own" ? name : cvOf), label, name);
    const sum = variation.reduce((a, b) => a + b, 0);
    if (!(sum > 0))
      throw new RangeError(`variable "${name}" does not vary in any of its clusters: no weight`);
    return { variable: name, variation, coefficient: Math.min(...variation) / sum };
  });
  const total = coefficients.reduce((sum, { coefficient }) => sum + coefficient, 0);
  if (!(total > 0)) throw new RangeError("every variable has a cluster in which nothing varies: no weights");
  return coefficients.map((found) => ({ ...found, weight: found.coefficient / total }));
}

/**
 * The weights alone, by variable, as `weightedScore` takes them.
 *
 * @example weightedScore(customers, weightsOf(cvWeights(customers, labels, { cvOf: "own" })), { scale: "standardised" })
 */
export function weightsOf<Name extends string>(weights: readonly CvWeight<Name>[]): Record<Name, number> {
  const byName = Object.create(null) as Record<Name, number>;
  for (const { variable, weight } of weights) byName[variable] = weight;
  return byName;
}

/** Sample standard deviation over mean, in each cluster. */
function variations(values: Float64Array, label: ArrayLike<number>, name: string): number[] {
  requireFinite(values);
  const clusters: number[][] = [];
  values.forEach((value, i) => {
    const cluster = label[i] as number;
    if (!Number.isInteger(cluster) || cluster < 0 || cluster > 255) {
      throw new RangeError(`label ${cluster} of "${name}" at index ${i} is no whole number from 0 to 255`);
    }
    while (clusters.length <= cluster) clusters.push([]);
    clusters[cluster]?.push(value);
  });
  return clusters.map((members, cluster) => {
    if (members.length < 2) {
      throw new RangeError(
        `cluster ${cluster} of "${name}" has ${members.length} customers: spread needs two; take fewer clusters`,
      );
    }
    const mean = members.reduce((a, b) => a + b, 0) / members.length;
    if (!(mean !== 0))
      throw new RangeError(`cluster ${cluster} of "${name}" has the mean 0: no variation coefficient`);
    return (
      Math.sqrt(members.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (members.length - 1)) / Math.abs(mean)
    );
  });
}
