import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";
import { light } from "../../theme/variables";
import { lineKey } from "./line-key";
import { korean } from "./testing-text";

const entry = (name: string, figures?: string) => ({
  name,
  colour: light("s1"),
  dash: 0,
  ...(figures !== undefined && { figures }),
});
const textsOf = (svg: string) =>
  [...parseHTML(`<svg>${svg}</svg>`).document.querySelectorAll("text")].map((text) => ({
    said: text.textContent,
    x: Number(text.getAttribute("x")),
    y: Number(text.getAttribute("y")),
  }));

test("entries with figures stand below each other, their figures below their names", () => {
  const { svg, height } = lineKey([entry("Trees", "AUC 0.8"), entry("Logistic", "AUC 0.7")], 300);
  const texts = textsOf(svg);
  assert.deepEqual(
    texts.map(({ said }) => said),
    ["Trees", "AUC 0.8", "Logistic", "AUC 0.7"],
  );
  assert.equal(new Set(texts.map(({ x }) => x)).size, 1);
  for (const [i, { y }] of texts.entries()) assert.ok(i === 0 || y >= texts[i - 1]!.y + 14);
  assert.ok(height >= texts.at(-1)!.y);
});

test("names alone stand side by side as far as they fit", () => {
  const three = [entry("Precision"), entry("Recall"), entry("F1")];
  const [wide, narrow] = [lineKey(three, 400), lineKey(three, 130)];
  assert.equal(new Set(textsOf(wide.svg).map(({ y }) => y)).size, 1);
  assert.equal(new Set(textsOf(narrow.svg).map(({ y }) => y)).size, 3);
  assert.ok(narrow.height > wide.height);
});

test("a name that is cut keeps its whole text to be pointed at, and an empty one is said", () => {
  const { full } = lineKey([entry(korean)], 160);
  assert.deepEqual([...full.values()], [korean]);
  assert.equal(textsOf(lineKey([entry("")], 160).svg)[0]!.said, "(none)");
});
