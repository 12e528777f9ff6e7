import { createRandom } from "../../stats/random";

const PRIME = 2 ** 31 - 1;

/**
 * SQL that tells whether a customer is drawn: his id, hashed with the seed by whole numbers that every engine computes
 * alike, lies below the share. Whether one is drawn does not hang on who else is there, and who is drawn at a share is
 * drawn at every larger one too. O(1).
 *
 * @param customer SQL of the id, a whole number from 0 to below 2³¹
 * @throws RangeError when the share is not above 0 and at most 1, or the seed is no whole number
 * @example drawnSql("customer", 0.1, 1)
 */
export function drawnSql(customer: string, share: number, seed: number): string {
  if (!(share > 0 && share <= 1))
    throw new RangeError(`A share of ${share} of the customers: give one above 0, and at most 1.`);
  const random = createRandom(seed);
  if (share === 1) return "TRUE";
  const [first, second] = [random.int(PRIME), random.int(PRIME)];
  // Modulo a prime: a line, its square, a line. Every product stays below 2^63.
  const line = `mod((CAST(${customer} AS BIGINT) + ${first}) * 48271, ${PRIME})`;
  return `mod((mod(${line} * ${line}, ${PRIME}) + ${second}) * 69621, ${PRIME}) < ${Math.round(share * PRIME)}`;
}
