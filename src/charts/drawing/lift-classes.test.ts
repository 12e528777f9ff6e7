import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { liftClasses } from "./lift-classes";

test("classes have round bounds, and a bound belongs to the class above it", () => {
  const classes = liftClasses([0.8, 1.5, 3, 9]);
  assert.deepEqual(classes.names, ["below 1", "1 to 2", "2 to 5", "5 or more"]);
  assert.deepEqual(liftClasses([1.7, 9.2]).names, ["below 2", "2 to 4", "4 to 6", "6 to 8", "8 or more"]);
  assert.deepEqual([0.99, 1, 4.99, 5].map(classes.of), [0, 1, 2, 3]);
});

test("lifts that lie close together are cut in even steps", () => {
  assert.deepEqual(liftClasses([1.1, 1.9]).names, [
    "below 1.2",
    "1.2 to 1.4",
    "1.4 to 1.6",
    "1.6 to 1.8",
    "1.8 or more",
  ]);
});

test("one value, or none, is one class", () => {
  assert.deepEqual(liftClasses([2, 2]).names, ["2"]);
  assert.deepEqual(liftClasses([2.003, 2.004]).names, ["2"]);
  assert.equal(liftClasses([]).count, 1);
});

test("there are at most six classes, in order, of different shades, and none is beyond the values", () => {
  const lifts = fc.array(fc.double({ min: 0.001, max: 1e5, noNaN: true }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(lifts, (values) => {
      const { count, of, fills } = liftClasses(values);
      assert.ok(count <= 6 && new Set(fills).size === count);
      const classes = [...values].sort((a, b) => a - b).map(of);
      assert.deepEqual(
        classes,
        [...classes].sort((a, b) => a - b),
      );
      assert.equal(classes[0], 0);
      assert.equal(classes.at(-1), count - 1);
    }),
    { seed: 1 },
  );
});
