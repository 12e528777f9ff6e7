import type { Interval } from "../stats/interval";
import type { Gap } from "./gap";
import type { Knee } from "./knee";
import type { Stability } from "./stability";

/** Every criterion for one number of clusters. */
export interface Criteria {
  readonly k: number;
  readonly inertia: number;
  /** Mean silhouette width, with its interval. */
  readonly silhouette: Interval;
  readonly calinskiHarabasz: number;
  readonly daviesBouldin: number;
  readonly gap: Gap;
  readonly stability: Stability;
}

/** The k that a criterion favours; null when it favours none of those tried. */
export interface Favour {
  readonly criterion: "knee" | "silhouette" | "Calinski–Harabasz" | "Davies–Bouldin" | "gap" | "stability";
  readonly k: number | null;
  /** The figure behind it, in words. */
  readonly because: string;
}

/** From this mean Jaccard overlap on a cluster is called stable (Hennig 2008). */
const STABLE = 0.75;

/**
 * What each criterion favours. Of equal figures the smaller k counts; stability favours the largest k whose clusters
 * all come back, because few clusters come back almost always. O(number of k).
 */
export function favours(
  criteria: readonly Criteria[],
  knee: Knee | null,
  gaps: readonly Gap[],
  byGap: number | null,
): Favour[] {
  const best = (value: (row: Criteria) => number) =>
    criteria.reduce((winner, row) => (value(row) > value(winner) ? row : winner));
  const width = best(({ silhouette }) => silhouette.estimate);
  const ratio = best((row) => row.calinskiHarabasz);
  const apart = best((row) => -row.daviesBouldin);
  const held = criteria.filter(isStable).at(-1);
  const [first, last] = [criteria[0]?.k, criteria.at(-1)?.k];
  const widest = gaps.reduce((most, gap) => (gap.gap > most.gap ? gap : most), gaps[0] as Gap);
  return [
    {
      criterion: "knee",
      k: knee?.x ?? null,
      because: knee
        ? `inertia bends at ${knee.y.toPrecision(5)}, seen from ${first} to ${last}`
        : "inertia falls without a bend",
    },
    { criterion: "silhouette", k: width.k, because: `mean width ${width.silhouette.estimate.toFixed(3)}` },
    { criterion: "Calinski–Harabasz", k: ratio.k, because: `ratio ${ratio.calinskiHarabasz.toFixed(0)}` },
    { criterion: "Davies–Bouldin", k: apart.k, because: `overlap ${apart.daviesBouldin.toFixed(3)}` },
    {
      criterion: "gap",
      k: byGap,
      because:
        byGap === null
          ? `the gap still grows at k = ${last}`
          : `k = ${byGap + 1} does not beat it by one error; the gap is widest at k = ${widest.k}`,
    },
    {
      criterion: "stability",
      k: held?.k ?? null,
      because: held
        ? `the largest k whose clusters all overlap by ${STABLE} or more`
        : `at each k a cluster overlaps by less than ${STABLE}`,
    },
  ];
}

/**
 * Says in plain sentences what the criteria favour, whether they agree, how strong the structure is, and which k hold
 * when the rows are drawn anew. O(number of k).
 */
export function verdict(criteria: readonly Criteria[], each: readonly Favour[]): string {
  const groups = new Map<number | null, string[]>();
  for (const { criterion, k } of each) groups.set(k, [...(groups.get(k) ?? []), criterion]);
  const named = [...groups].filter((entry): entry is [number, string[]] => entry[0] !== null);
  const sorted = named.sort((a, b) => b[1].length - a[1].length || a[0] - b[0]);
  const none = groups.get(null) ?? [];
  const parts = sorted.map(([k, names]) => `${list(names)} for k = ${k}`);
  const said = none.length > 0 ? [...parts, `${list(none)} for none of them`] : parts;
  const agree = sorted.length === 1 && none.length === 0;
  const opening = agree
    ? `All ${each.length} criteria favour k = ${sorted[0]?.[0]}.`
    : `The criteria do not agree: ${said.join("; ")}.`;
  return [opening, structure(criteria, each), steadiness(criteria), advice(criteria, sorted, agree)].join(
    " ",
  );
}

/** How strong the best structure is, on the scale of Kaufman & Rousseeuw (1990), "Finding Groups in Data". */
function structure(criteria: readonly Criteria[], each: readonly Favour[]): string {
  const k = each.find(({ criterion }) => criterion === "silhouette")?.k;
  const { estimate, low, high } = (criteria.find((row) => row.k === k) as Criteria).silhouette;
  const strength =
    estimate > 0.7
      ? "strong"
      : estimate > 0.5
        ? "reasonable"
        : estimate > 0.25
          ? "weak: the clusters cut through a cloud more than they fall apart"
          : "too weak to speak of clusters";
  return `At best (k = ${k}) the mean silhouette is ${estimate.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)}); such structure is ${strength}.`;
}

function isStable({ stability }: Criteria): boolean {
  return stability.clusters.every(({ jaccard }) => jaccard >= STABLE);
}

function steadiness(criteria: readonly Criteria[]): string {
  const stable = criteria.filter(isStable).map(({ k }) => k);
  if (stable.length === criteria.length) return "Every cluster of every k tried comes back from resamples.";
  if (stable.length === 0) return "For no k tried do all clusters come back from resamples.";
  return `All clusters come back from resamples (mean overlap ${STABLE} or more) only for k = ${numbers(stable)}.`;
}

function advice(
  criteria: readonly Criteria[],
  sorted: readonly [number, string[]][],
  agree: boolean,
): string {
  const favourite = sorted[0];
  const row = criteria.find(({ k }) => k === favourite?.[0]);
  if (agree && row) {
    return isStable(row)
      ? `Take k = ${row.k}.`
      : `k = ${row.k} is favoured but not stable: treat its clusters with care.`;
  }
  const candidates = criteria.filter(isStable).map(({ k }) => k);
  if (candidates.length === 0)
    return "The rows do not settle k: any choice is one of use, and should be said to be.";
  return `The rows do not settle k: choose by use${candidates.length > 1 ? ` among k = ${numbers(candidates)}` : ` (k = ${candidates[0]} is stable)`}, and say so.`;
}

function list(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** Ascending whole numbers in words, three or more in a row as a range: 2, 4 and 6 to 9. */
function numbers(all: readonly number[]): string {
  const runs: number[][] = [];
  for (const n of all) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === n - 1) run.push(n);
    else runs.push([n]);
  }
  return list(runs.flatMap((run) => (run.length > 2 ? [`${run[0]} to ${run.at(-1)}`] : run.map(String))));
}
