import assert from "node:assert/strict";
import { test } from "node:test";
import { assertClose } from "../../../test/close";
import { type Calibration, calibrate } from "./calibrate";
import { isotonicCalibration } from "./isotonic-calibration";
import { sigmoidCalibration } from "./sigmoid-calibration";
import { plain, sixtyRows } from "./testing";

test("a sigmoid gives the logistic of its margin, also far out", () => {
  const found = calibrate({ method: "sigmoid", slope: 2, intercept: -1 }, [0.5, 1, -1e308, 1e308]);
  assert.deepEqual([...found], [0.5, 1 / (1 + Math.exp(-1)), 0, 1]);
});

test("a rising line is straight between its scores and level beyond them", () => {
  const line: Calibration = { method: "isotonic", scores: [0, 1, 3], probabilities: [0.1, 0.2, 0.8] };
  const found = calibrate(line, [-5, 0, 0.5, 1, 2, 3, 9]);
  [0.1, 0.1, 0.15, 0.2, 0.5, 0.8, 0.8].forEach((value, i) => {
    assertClose(found[i], value, 1e-15);
  });
});

test("a calibration survives JSON", () => {
  const rows = sixtyRows();
  for (const learned of [isotonicCalibration(plain(rows)), sigmoidCalibration(plain(rows))]) {
    const restored = JSON.parse(JSON.stringify(learned)) as Calibration;
    assert.deepEqual(calibrate(restored, rows.scores), calibrate(learned, rows.scores));
  }
});

test("a score that is not finite is named", () => {
  const sigmoid: Calibration = { method: "sigmoid", slope: 1, intercept: 0 };
  assert.throws(() => calibrate(sigmoid, [0, Number.NaN]), /Row 2 has the score NaN/);
});
