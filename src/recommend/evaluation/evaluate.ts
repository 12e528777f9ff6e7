import type { BootstrapOptions } from "../../stats/interval";
import type { Recommender } from "../recommender";
import { type Judged, type Lists, listsOf, type Part, relevantOf } from "./evaluate-lists";
import { type MetricMean, metricMeans } from "./evaluate-means";
import { type ListProperties, listProperties } from "./list-properties";
import type { Split } from "./split";

/** How {@link evaluate} judges. */
export interface EvaluateOptions extends BootstrapOptions {
  /** Lengths of lists, such as [5, 10, 20]. The longest list is made once; shorter ones are its beginnings. */
  readonly n: readonly number[];
  /** Whether the customer's own items may stand in the lists; says which parts there are. */
  readonly bought: "kept" | "left out";
  /** Name of the method that the others have to beat. */
  readonly baseline?: string;
  /** Segment of each customer of the history, found without the held-out orders. */
  readonly segmentOf?: readonly string[];
}

/** A mean of {@link evaluate}, and whose it is. */
export interface EvaluationRow extends MetricMean {
  readonly part: Part;
  /** Null: all customers. */
  readonly segment: string | null;
  /** Customers that the mean is of. */
  readonly customers: number;
}

/** How many customers a part has. */
export interface PartSize {
  readonly part: Part;
  readonly segment: string | null;
  readonly customers: number;
  /** Customers left out because nothing of theirs is relevant in this part. */
  readonly without: number;
  /** Relevant items of all its customers together. */
  readonly relevant: number;
}

/** What {@link evaluate} found. */
export interface Evaluation {
  /** By part, segment, n, measure and method. Parts and segments without customers have no rows. */
  readonly means: readonly EvaluationRow[];
  readonly parts: readonly PartSize[];
  /** By method and n: the lists of customers with a history. */
  readonly lists: readonly ListProperties[];
}

/**
 * Tries recommenders on held-out orders: every method makes one list a customer, and the measures of `metrics.ts` say how
 * well the lists foretold the order. Customers are the units of the means, of their bootstrap intervals, and of the
 * differences to the baseline (same customers, same resamples; {@link MetricMean} tells when one is called better).
 *
 * With bought items **kept** there are three parts. In `all`, every held-out item is relevant. `repeat` and `explore` ask
 * how much of the *same* lists goes to either kind: only the held-out items that the customer had before, or never had,
 * are relevant, and places given to the other kind are misses. With bought items **left out** there is `explore` alone:
 * lists of items new to the customer, judged by the new items of the order. Customers without a relevant item are left
 * out of a part and counted. Customers without any history, as a split by time has them, are a part of their own.
 *
 * The methods must have learnt from `split.history`; the held-out items are not shown to them. O(methods × customers ×
 * (scores of a customer + items)) for the lists and O(resamples × customers × methods × lengths) for the intervals; 48
 * bytes × methods × lengths × customers of memory. On Online Retail (2,822 customers, 3,643 items, 7 methods, 3 lengths, 4
 * segments, 400 resamples) 9 s on a busy core, of which the methods' own scores take 5 and the intervals 2.
 *
 * @throws RangeError when there is no method, no n or one twice, two methods have one name, the baseline is none of them,
 * or there are not as many segments as customers; else as {@link topItems} and {@link bootstrap}
 * @see Li, Jullien, Ariannezhad & de Rijke (2023), "A next basket recommendation reality check"
 * @see Ji, Sun, Zhang & Li (2023), "A critical study on data leakage in recommender system offline evaluation"
 * @example evaluate([personalTop(split.history), popular(split.history)], split,
 *   { n: [5, 10], bought: "kept", baseline: "Personal top" }).means.filter(({ metric }) => metric === "nDCG")
 */
export function evaluate(
  methods: readonly Recommender[],
  split: Split,
  options: EvaluateOptions,
): Evaluation {
  check(methods, split, options);
  const { n, bought, baseline, segmentOf, ...drawing } = options;
  const longest = n.reduce((most, length) => Math.max(most, length));
  const lists = methods.map((method) => listsOf(method, split, { n: longest, bought }));
  const asked: Part[] = bought === "kept" ? ["all", "repeat", "explore"] : ["explore"];
  const means: EvaluationRow[] = [];
  const parts: PartSize[] = [];
  for (const part of [...asked, "no history"] as const) {
    const judged = relevantOf(split, part);
    for (const group of groupsOf(judged, split, segmentOf)) {
      const { segment, places, without } = group;
      const relevant = group.relevant.reduce((sum, items) => sum + items.size, 0);
      if (places.length + without.length === 0) continue;
      parts.push({ part, segment, customers: places.length, without: without.length, relevant });
      if (places.length === 0) continue;
      const rows = metricMeans(lists, group, { n, baseline, ...drawing });
      for (const row of rows) means.push({ part, segment, customers: places.length, ...row });
    }
  }
  return { means, parts, lists: propertiesOf(lists, split, { n, ...drawing }) };
}

function propertiesOf(
  lists: readonly Lists[],
  split: Split,
  options: BootstrapOptions & { readonly n: readonly number[] },
): ListProperties[] {
  const { places } = relevantOf(split, "all");
  if (places.length === 0) return [];
  return listProperties(lists, split.history, split.customers, places, options);
}

interface Group extends Judged {
  readonly segment: string | null;
}

/** All customers of a part, then those of each segment in the order of names. */
function groupsOf(judged: Judged, { customers }: Split, segmentOf: readonly string[] | undefined): Group[] {
  const all: Group = { segment: null, ...judged };
  if (segmentOf === undefined) return [all];
  const own = new Map<string, { places: number[]; relevant: ReadonlySet<number>[]; without: number[] }>();
  const groupOf = (place: number) => {
    const segment = segmentOf[customers[place]!]!;
    const group = own.get(segment) ?? { places: [], relevant: [], without: [] };
    own.set(segment, group);
    return group;
  };
  judged.places.forEach((place, i) => {
    const group = groupOf(place);
    group.places.push(place);
    group.relevant.push(judged.relevant[i]!);
  });
  for (const place of judged.without) groupOf(place).without.push(place);
  const named = [...own].sort(([a], [b]) => (a < b ? -1 : 1));
  return [all, ...named.map(([segment, group]) => ({ segment, ...group }))];
}

function check(
  methods: readonly Recommender[],
  { history }: Split,
  { n, baseline, segmentOf }: EvaluateOptions,
): void {
  const names = methods.map(({ name }) => name);
  if (names.length === 0) throw new RangeError("There is no method to try: give at least one.");
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined)
    throw new RangeError(`Two methods are called "${twice}": give each a name of its own.`);
  if (baseline !== undefined && !names.includes(baseline)) {
    throw new RangeError(`The baseline "${baseline}" is none of the methods: ${names.join(", ")}.`);
  }
  if (n.length === 0) throw new RangeError("No length of list is given: take such as n: [5, 10, 20].");
  const wrong = n.find((length, i) => !Number.isInteger(length) || length < 1 || n.indexOf(length) < i);
  if (wrong !== undefined) {
    throw new RangeError(`Lists of ${n.join(", ")}: take different whole numbers from 1 up, not ${wrong}.`);
  }
  if (segmentOf !== undefined && segmentOf.length !== history.customers.length) {
    const customers = history.customers.length;
    throw new RangeError(`${segmentOf.length} segments for ${customers} customers: give one each.`);
  }
}
