import assert from "node:assert/strict";
import { test } from "node:test";
import { requireBothLabels } from "./both-labels";
import { plain } from "./testing";

test("a tally of one label is refused with its counts", () => {
  const message = /An AUC needs rows of both labels, but there are 2 of label 1 and 0 of label 0/;
  assert.throws(() => requireBothLabels(plain({ labels: [1, 1], scores: [1, 2] }), "An AUC"), message);
  assert.throws(() => requireBothLabels(plain({ labels: [0], scores: [1] }), "An AUC"), /0 of label 1 and 1/);
  assert.doesNotThrow(() => requireBothLabels(plain({ labels: [0, 1], scores: [1, 1] }), "An AUC"));
});
