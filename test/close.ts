import assert from "node:assert/strict";

/**
 * Asserts that a number lies within `by` of the expected one.
 * @example assertClose(0.1 + 0.2, 0.3, 1e-12)
 */
export function assertClose(actual: number | undefined, expected: number, by: number, what = ""): void {
  const far = !(Math.abs((actual ?? Number.NaN) - expected) <= by);
  if (far) assert.fail(`${what} ${actual} is not within ${by} of ${expected}`.trim());
}
