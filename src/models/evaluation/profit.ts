import { confusionAtTop } from "./confusion";
import { cumulativeCounts } from "./cumulative-counts";
import type { ScoreTally } from "./score-tally";

/** What a campaign costs and brings, both in one currency. */
export interface Campaign {
  /** Cost of contacting one row, from 0 up. */
  readonly cost: number;
  /** Margin, before that cost, of a contacted row of label 1. */
  readonly margin: number;
}

/** Profit of contacting all rows from a score up: one point for nobody, then one for each score. */
export interface ProfitCurve {
  /** Rows that score this or more are contacted; the first is Infinity, for nobody. */
  readonly thresholds: Float64Array;
  /** Share of all rows that are contacted. */
  readonly shares: Float64Array;
  /** Margin of the hits less cost of the contacts, in the currency of the campaign. */
  readonly profits: Float64Array;
}

/**
 * The profit curve of a campaign. It counts a row of label 1 as won by the contact: where customers would have bought
 * anyway, only an experiment with a control group tells the profit. Tied rows are contacted together.
 * O(different scores).
 *
 * @throws RangeError when the cost is negative or a figure is not finite
 * @see Provost & Fawcett (2013), "Data Science for Business", chapter 8
 * @example profitCurve(tallyScores(rankScores(labels, scores)), { cost: 1, margin: 12 }).profits
 */
export function profitCurve(tally: ScoreTally, campaign: Campaign): ProfitCurve {
  requireCampaign(campaign);
  const { thresholds, hits, chosen } = cumulativeCounts(tally);
  const rows = tally.totalPositives + tally.totalNegatives;
  return {
    thresholds,
    shares: chosen.map((n) => n / rows),
    profits: hits.map((n, i) => campaign.margin * n - campaign.cost * chosen[i]!),
  };
}

/**
 * Profit of contacting the given share of rows, the highest scores first; tied rows at its end count in part (as
 * `confusionAtTop`). O(different scores).
 *
 * @param share of all rows, above 0 and up to 1
 * @throws RangeError when the share or the campaign is out of range
 * @example profitAt(tally, 0.2, { cost: 1, margin: 12 })
 */
export function profitAt(tally: ScoreTally, share: number, campaign: Campaign): number {
  requireCampaign(campaign);
  const { truePositives, falsePositives } = confusionAtTop(tally, share);
  return campaign.margin * truePositives - campaign.cost * (truePositives + falsePositives);
}

/** Whom to contact, and what it brings on the rows it was found on. */
export interface BestCampaign {
  /** Contact rows that score this or more; Infinity when every contact loses. */
  readonly threshold: number;
  readonly share: number;
  readonly profit: number;
}

/**
 * The most profitable threshold; of equal ones the highest, which contacts the fewest. Found on the rows it is judged on,
 * its profit flatters: find it on training rows. O(different scores).
 *
 * @throws RangeError when the campaign is out of range
 * @example bestCampaign(training, { cost: 1, margin: 12 }).threshold
 */
export function bestCampaign(tally: ScoreTally, campaign: Campaign): BestCampaign {
  const { thresholds, shares, profits } = profitCurve(tally, campaign);
  let best = 0;
  for (let i = 1; i < profits.length; i++) if (profits[i]! > profits[best]!) best = i;
  return { threshold: thresholds[best]!, share: shares[best]!, profit: profits[best]! };
}

function requireCampaign({ cost, margin }: Campaign): void {
  if (!(cost >= 0 && cost < Infinity))
    throw new RangeError(`A contact costs ${cost}: take a finite amount from 0 up.`);
  if (!Number.isFinite(margin)) throw new RangeError(`A hit brings ${margin}: take a finite amount.`);
}
