import { light, withVariables } from "../theme/variables";

/**
 * A share from 0 to 1 as a bar as wide as its card; its figure stands beside it as text.
 *
 * @example shareBar(0.2)
 */
export function shareBar(share: number): string {
  return bar([rect(0, 1, light("grid")), rect(0, share, light("s1"))]);
}

/**
 * What lowers as a bar from the middle to the left, what raises as one to the right, as long as its share of the
 * greatest effect.
 *
 * @param most the greatest effect there is, without sign
 * @example effectBar(-0.4, 0.8)
 */
export function effectBar(effect: number, most: number): string {
  const share = most > 0 ? Math.abs(effect) / most / 2 : 0;
  const long = effect < 0 ? rect(0.5 - share, share, light("s2")) : rect(0.5, share, light("s1"));
  return bar([rect(0, 1, light("grid")), long, rect(0.497, 0.006, light("ink"))]);
}

const rect = (from: number, width: number, fill: string) =>
  `<rect${from > 0 ? ` x="${Math.round(from * 1000) / 10}"` : ""} width="${Math.round(width * 1000) / 10}" height="6" rx="1" fill="${fill}"/>`;

const bar = (parts: readonly string[]) =>
  withVariables(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 6" preserveAspectRatio="none" width="100%" height="6" aria-hidden="true">${parts.join("")}</svg>`,
  );
