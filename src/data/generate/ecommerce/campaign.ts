import type { Random } from "../../../stats/random";

/** Days of the generated year, 2019. */
export const YEAR_DAYS = 365;
const FIRST_DAY = Date.UTC(2019, 0, 1);
const DAY = 86_400_000;

/** What was spent on marketing on a day, in hundredths. */
export interface MarketingDay {
  readonly offline: number;
  readonly online: number;
}

/** By how many per cent the buying of a day rises when its cost of that kind is one per cent higher. */
export interface MarketingEffect {
  readonly offline: number;
  readonly online: number;
}

/** How busy weekdays are beside their marketing, Monday first. */
export const WEEKDAYS: readonly number[] = [0.7, 0.7, 1.1, 1.1, 1.2, 1.1, 1.1];

const OFFLINE_COSTS = [500, 1000, 2000, 2500, 3000, 3000, 3500, 4000, 4500];
const ONLINE = { median: 1800, spread: 0.45 };

/** Draws the marketing costs of the year. */
export function drawMarketing(random: Random): MarketingDay[] {
  return Array.from({ length: YEAR_DAYS }, () => {
    const online = ONLINE.median * Math.exp(ONLINE.spread * random.normal());
    return { offline: 100 * random.choice(OFFLINE_COSTS), online: Math.round(100 * online) };
  });
}

/** The date of a day of the year, from 0. @example dateOf(0) // "2019-01-01" */
export function dateOf(day: number): string {
  return new Date(FIRST_DAY + day * DAY).toISOString().slice(0, 10);
}

/**
 * How busy each day is planned to be: its weekday times its costs to the power of their effects. The scale is free.
 * @example plannedDays(drawMarketing(createRandom(1)), { offline: 0, online: 0.2 }).length // 365
 */
export function plannedDays(marketing: readonly MarketingDay[], effect: MarketingEffect): Float64Array {
  return Float64Array.from(marketing, ({ offline, online }, day) => {
    const weekday = (new Date(FIRST_DAY + day * DAY).getUTCDay() + 6) % 7;
    return WEEKDAYS[weekday]! * offline ** effect.offline * online ** effect.online;
  });
}
