import assert from "node:assert/strict";
import { test } from "node:test";
import { type Token, tokens } from "./tokens";

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio (WCAG 2.2). */
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

test("the contrast of this test is that of the standard", () => {
  assert.equal(contrast("#000000", "#ffffff"), 21);
  assert.equal(contrast("#777777", "#ffffff").toFixed(2), "4.48");
});

test("no two colours share a light value", () => {
  const values = Object.values(tokens).map(({ light }) => light);
  assert.equal(new Set(values).size, values.length);
});

for (const theme of ["light", "dark"] as const) {
  const ratio = (a: Token, b: Token) => contrast(tokens[a][theme], tokens[b][theme]);

  test(`${theme}: text reaches 4.5:1 on paper, and paper as text on every series colour; marks of pairs 3:1`, () => {
    for (const token of ["ink", "muted"] as const) assert.ok(ratio(token, "paper") >= 4.5, token);
    for (const token of ["s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8"] as const) {
      assert.ok(ratio(token, "paper") >= 4.5, token);
    }
    for (const token of ["published", "corrected"] as const) assert.ok(ratio(token, "paper") >= 3, token);
  });

  test(`${theme}: text reaches 4.5:1 on every step of the ramp, whose steps go one way`, () => {
    const steps = ["q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8", "q9"] as const;
    for (const [i, step] of steps.entries()) assert.ok(ratio(step, i < 4 ? "onLow" : "onHigh") >= 4.5, step);
    const lights = steps.map((step) => luminance(tokens[step][theme]));
    const sorted = [...lights].sort((a, b) => (theme === "light" ? b - a : a - b));
    assert.deepEqual(lights, sorted);
  });
}
