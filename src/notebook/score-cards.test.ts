import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";
import { type ScoreCard, scoreCards } from "./score-cards";
import { show } from "./show";
import { outputsOf } from "./testing-outputs";

const ada: ScoreCard = {
  title: "Customer <12747>",
  subtitle: "<b>VIP</b> since March",
  chance: 0.714,
  facts: [{ label: "Last <order>", value: "<i>2 days ago</i>" }],
  reasons: [
    { text: "<script>spent</script> much", effect: 1.25 },
    { text: "bought few kinds", effect: -0.5 },
  ],
};
const bundleOf = (cards: readonly ScoreCard[], more: object = {}) =>
  outputsOf(() => show(scoreCards(cards, { title: "Who <may>", ...more })))[0]!.bundle;

test("a card tells who, how likely, what is known and why, all as text", () => {
  const { document } = parseHTML(`<html><body>${String(bundleOf([ada, ada])["text/html"])}</body></html>`);
  const cards = [...document.querySelectorAll(".sb-cards > .sb-card")];
  assert.equal(cards.length, 2);
  const texts = (selector: string) =>
    [...cards[0]!.querySelectorAll(selector)].map((node) => node.textContent!.replaceAll("\u00a0", " "));
  assert.deepEqual(texts(".sb-card-name, .sb-card-sub, .sb-card-chance, dt, dd"), [
    "Customer <12747>",
    "<b>VIP</b> since March",
    "Predicted chance: 71.4 %",
    "Last <order>",
    "<i>2 days ago</i>",
  ]);
  assert.deepEqual(texts(".sb-reasons li"), ["<script>spent</script> much +1.25", "bought few kinds −0.50"]);
  assert.equal(document.querySelectorAll("b, i, script").length, 0);
});

test("reasons' bars have one scale over all cards, to the right what raises, to the left what lowers", () => {
  const other = { title: "x", reasons: [{ text: "much", effect: -2.5 }] };
  const html = String(bundleOf([ada, other])["text/html"]);
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  const bars = [...document.querySelectorAll(".sb-reasons svg")].map((svg) => {
    const long = svg.querySelectorAll("rect")[1]!;
    return ["x", "width"].map((name) => Number(long.getAttribute(name)));
  });
  assert.deepEqual(bars, [
    [50, 25],
    [40, 10],
    [0, 50],
  ]);
});

test("a long value has a line of its own", () => {
  const value = "Pure Sparkling Water, Lime Sparkling Water";
  const facts = [
    { label: "Foretold", value },
    { label: "Orders", value: "32" },
  ];
  const { document } = parseHTML(
    `<html><body>${String(bundleOf([{ ...ada, facts }])["text/html"])}</body></html>`,
  );
  assert.equal(document.querySelector(".sb-fact-long dd")!.textContent, value);
  assert.equal(document.querySelector(".sb-fact dd")!.textContent, "32");
});

test("the plain form holds the same", () => {
  assert.equal(
    String(bundleOf([ada], { chanceTitle: "Chance to be a VIP" })["text/plain"]).replaceAll("\u00a0", " "),
    "Who <may>\n\nCustomer <12747> (<b>VIP</b> since March)\nChance to be a VIP: 71.4 %\n" +
      "Last <order>: <i>2 days ago</i>\n- <script>spent</script> much (+1.25)\n- bought few kinds (−0.50)",
  );
});

test("a card may have a title alone, and no cards are said to be none", () => {
  const html = String(bundleOf([{ title: "Order 7" }])["text/html"]);
  assert.doesNotMatch(html.replace(/<style>.*<\/style>/, ""), /Why|Predicted|<dl|raise the chance/);
  assert.match(String(bundleOf([])["text/html"]), /No cards to show\./);
});

test("the foot says what the bars are, where there are any", () => {
  assert.match(
    String(bundleOf([ada], { effectTitle: "points & more" })["text/html"]),
    /to the right raise the chance, bars to the left lower it; figures are points &amp; more/,
  );
});

test("chances and effects that are none are refused by the card's name", () => {
  const changed = (change: object) => () => scoreCards([{ ...ada, ...change }], { title: "t" });
  assert.throws(changed({ chance: 71.4 }), /"Customer <12747>": a chance of 71\.4/);
  assert.throws(changed({ chance: Number.NaN }), /a chance of NaN/);
  assert.throws(changed({ reasons: [{ text: "x", effect: Infinity }] }), /the effect of "x" is Infinity/);
});
