import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";
import { clusterCards } from "./cluster-cards";
import { show } from "./show";
import { outputsOf } from "./testing-outputs";

const gold = {
  name: "<b>Gold</b>",
  customers: 884,
  share: 0.204,
  worth: { estimate: 0.685, low: 0.64, high: 0.72 },
  apart: ["orders *weekly* & <i>early</i>"],
  examples: ["12347", "<script>"],
};
const bundleOf = (cards: readonly (typeof gold)[]) =>
  outputsOf(() => show(clusterCards(cards, { title: "The <clusters>" })))[0]!.bundle;

test("a card tells name, size, worth, what sets it apart and examples, all as text", () => {
  const bundle = bundleOf([gold, gold]);
  const { document } = parseHTML(`<html><body>${String(bundle["text/html"])}</body></html>`);
  assert.equal(document.querySelectorAll(".sb-cards > .sb-card").length, 2);
  const card = document.querySelector(".sb-card")!;
  assert.equal(card.querySelector(".sb-card-name")!.textContent, "<b>Gold</b>");
  assert.deepEqual(
    [...card.querySelectorAll("dt, dd")].map((node) => node.textContent!.replaceAll("\u00a0", " ")),
    ["Customers", "884 (20.4 %)", "Share of revenue", "68.5 % (64.0 % to 72.0 %)"],
  );
  assert.equal(card.querySelector("ul li")!.textContent, "orders *weekly* & <i>early</i>");
  assert.equal(card.querySelector(".sb-card-foot")!.textContent, "For example: 12347, <script>");
  assert.equal(document.querySelectorAll("b, i, script").length, 0);
});

test("bars are as long as the shares", () => {
  const html = String(bundleOf([gold])["text/html"]);
  const lengths = [...html.matchAll(/<rect width="([\d.]+)"/g)].map(([, width]) => Number(width));
  assert.deepEqual(lengths, [100, 20.4, 100, 68.5]);
});

test("the plain form holds the same", () => {
  assert.equal(
    String(bundleOf([gold])["text/plain"]).replaceAll("\u00a0", " "),
    "The <clusters>\n\n<b>Gold</b>\nCustomers: 884 (20.4 %)\nShare of revenue: 68.5 % (64.0 % to 72.0 %)\n" +
      "- orders *weekly* & <i>early</i>\nFor example: 12347, <script>",
  );
});

test("no cards are said to be none", () => {
  assert.match(String(bundleOf([])["text/html"]), /No clusters to show\./);
});

test("shares that are none are refused by the card's name", () => {
  const changed = (change: object) => () => clusterCards([{ ...gold, ...change }], { title: "t" });
  assert.throws(changed({ share: 20.4 }), /"<b>Gold<\/b>": a share of 20\.4/);
  assert.throws(changed({ share: Number.NaN }), /a share of NaN/);
  assert.throws(
    changed({ worth: { estimate: 0.5, low: 0.6, high: 0.7 } }),
    /0\.5 is not within 0\.6 to 0\.7/,
  );
  assert.throws(changed({ customers: 0.5 }), /0\.5 is no number of customers/);
});
