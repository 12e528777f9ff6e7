import { type BootstrapOptions, bootstrap, type Interval } from "../stats/interval";
import { heaviestFirst } from "./heaviest-first";
import { sumShares } from "./sum-shares";

/** A tier of customers by how much they buy. */
export interface TierShare {
  readonly name: string;
  /** Share of the customers, above 0; all tiers together make 1. */
  readonly customers: number;
}

/** The usual three tiers: the fifth that buys most, the next 30 %, and the half that buys least. */
export const heavyMediumLight: readonly TierShare[] = [
  { name: "Heavy", customers: 0.2 },
  { name: "Medium", customers: 0.3 },
  { name: "Light", customers: 0.5 },
];

/** Customers in tiers of volume. */
export interface VolumeTiers {
  /** Index of each customer's tier. */
  readonly tierOf: Uint8Array;
  readonly tiers: readonly {
    readonly name: string;
    readonly customers: number;
    /** The least volume in the tier; NaN when it is empty. */
    readonly from: number;
    /** Its share of the volume, with a bootstrap interval over customers: each resample is cut into tiers anew. */
    readonly volumeShare: Interval;
  }[];
}

/**
 * Parts customers into heavy, medium and light buyers by shares of the customers. Equal volumes on a cut are split in table
 * order. O(n log n + resamples × n).
 *
 * @param volume orders, items or money of each customer, none negative
 * @param tiers from the heaviest down
 * @throws RangeError when a volume is negative or not finite, all are zero, or the tiers' shares do not add up to 1
 * @example volumeTiers(valuesOf(customers, "items"), heavyMediumLight).tiers[0]?.volumeShare.estimate // 0.55
 */
export function volumeTiers(
  volume: Float64Array,
  tiers: readonly TierShare[],
  options: BootstrapOptions = {},
): VolumeTiers {
  const order = heaviestFirst(volume);
  const n = volume.length;
  const ends = cumulative(tiers).map((share) => Math.round(share * n));
  const tierAt = (place: number) => {
    const tier = ends.findIndex((end) => place < end);
    return tier < 0 ? tiers.length - 1 : tier;
  };
  const tierOf = new Uint8Array(n);
  order.forEach((i, place) => {
    tierOf[i] = tierAt(place);
  });
  const sorted = Float64Array.from(order, (i) => volume[i] as number);
  const shares = bootstrap(
    n,
    (weights) => {
      // A customer drawn several times may lie across a cut; all its copies go where the first one does.
      const tier = new Uint8Array(n);
      let place = 0;
      for (let i = 0; i < n; i++) {
        tier[i] = tierAt(place);
        place += weights[i] as number;
      }
      return sumShares(sorted, tier, weights, tiers.length);
    },
    options,
  );
  return {
    tierOf,
    tiers: tiers.map(({ name }, t) => {
      const members = volume.filter((_, i) => tierOf[i] === t);
      return {
        name,
        customers: members.length,
        from: members.length > 0 ? members.reduce((a, b) => Math.min(a, b), Infinity) : Number.NaN,
        volumeShare: shares[t] as Interval,
      };
    }),
  };
}

/** Where each tier ends, as shares of the customers. */
function cumulative(tiers: readonly TierShare[]): number[] {
  let sum = 0;
  const upTo = tiers.map(({ name, customers }) => {
    if (!(customers > 0))
      throw new RangeError(`tier "${name}" takes ${customers} of the customers: take more than 0`);
    sum += customers;
    return sum;
  });
  if (!(Math.abs(sum - 1) < 1e-9))
    throw new RangeError(`the tiers take ${sum} of the customers together, not 1`);
  return [...upTo.slice(0, -1), 1];
}
