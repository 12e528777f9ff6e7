import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { around, overlap, placeLabels } from "./place-labels";

const frame = { left: 0, top: 0, right: 300, bottom: 200 };
const marks = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: 300 }),
    y: fc.integer({ min: 0, max: 200 }),
    r: fc.integer({ min: 2, max: 12 }),
    width: fc.integer({ min: 8, max: 90 }),
    height: fc.constant(14),
  }),
  { maxLength: 25 },
);

test("labels lie in the frame and apart from each other and from what is taken", () => {
  const taken = [around(150, 100, 60, 60)];
  fc.assert(
    fc.property(marks, (given) => {
      const boxes = placeLabels(given, frame, taken).flatMap((spot, i) =>
        spot ? [around(spot.x, spot.y, given[i]!.width, given[i]!.height)] : [],
      );
      for (const [i, box] of boxes.entries()) {
        assert.ok(box.left >= 0 && box.top >= 0 && box.right <= 300 && box.bottom <= 200);
        assert.ok([...taken, ...boxes.slice(0, i)].every((other) => !overlap(box, other)));
      }
    }),
    { seed: 1 },
  );
});

test("a label stands beside its mark where there is room, farther off where there is none, else nowhere", () => {
  const mark = { x: 100, y: 100, r: 5, width: 20, height: 14 };
  assert.deepEqual(placeLabels([mark], frame, []), [{ x: 118, y: 100, lead: undefined }]);
  const [far] = placeLabels([mark], frame, [around(100, 100, 70, 400)]);
  assert.deepEqual(far?.lead, { x: far!.x - 10, y: 100 });
  assert.deepEqual(placeLabels([mark], frame, [frame]), [undefined]);
});

test("of free places, the one that covers the fewest points is taken", () => {
  const mark = { x: 100, y: 100, r: 5, width: 20, height: 14 };
  const [spot] = placeLabels([mark], frame, [], { avoid: [{ x: 115, y: 100 }] });
  assert.deepEqual(spot, { x: 82, y: 100, lead: undefined });
});
