import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { assertClose } from "../../../test/close";
import { histogramPasses, PER_BIN, readHistogram, unitsOf } from "./histogram";
import { HISTOGRAM_CODE } from "./histogram-code";
import { assembled } from "./testing-assembler";
import { HISTOGRAM_BYTES, layOut } from "./training-memory";

test("the code is what its text assembles to", async () => {
  const text = readFileSync(join(__dirname, "histogram.wat"), "utf8");
  assert.equal(await assembled(text), HISTOGRAM_CODE, "run npx tsx scripts/assemble.ts");
});

const anyRows = fc.array(
  fc.record({
    gradient: fc.double({ min: -1, max: 1, noNaN: true }),
    hessian: fc.double({ min: 0, max: 0.25, noNaN: true }),
    bins: fc.array(fc.constantFrom(0, 1, 7, 200, 255), { minLength: 6, maxLength: 6 }),
    counted: fc.boolean(),
  }),
  { minLength: 1, maxLength: 60 },
);

test("histograms are the sums of the counted rows, and those of a part can be taken away", () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const shape = { rows: rows.length, judged: 0, features: 6, weighted: false, maxLeaves: 2, threads: 1 };
      const { memory, stride, fours, records, recordBytes, recordDoubles, order, orderAt, slots, high, low } =
        layOut(shape);
      const slotBytes = 8 * HISTOGRAM_BYTES;
      const passes = histogramPasses(memory);
      rows.forEach(({ gradient, hessian, bins }, row) => {
        recordDoubles.set([gradient, hessian], (row * stride) / 8);
        recordBytes.set(bins, row * stride + 16);
      });
      const units = unitsOf(rows.length, 1, 0.25);
      const { gradient, hessian, countBits } = units;
      passes.fix(records, records + rows.length * stride, stride, gradient, hessian, BigInt(countBits));
      const counted = rows.flatMap((row, i) => (row.counted ? [i] : []));
      order.set(counted);
      passes.count(orderAt, orderAt + 4 * counted.length, records, stride, fours, slots[0]!);
      order.set([...rows.keys()]);
      passes.count(orderAt, orderAt + 4 * rows.length, records, stride, fours, slots[1]!);
      passes.subtract(slots[1]!, slots[1]! + slotBytes, slots[0]!);

      const found = new Float64Array(256 * PER_BIN);
      for (const [slot, taken] of [true, false].entries()) {
        for (let feature = 0; feature < 6; feature++) {
          readHistogram(high, low, slots[slot]! + feature * HISTOGRAM_BYTES, 0, 256, units, found);
          for (const bin of [0, 1, 2, 7, 200, 255]) {
            const there = rows.filter((row) => row.counted === taken && row.bins[feature] === bin);
            const sum = (of: "gradient" | "hessian") => there.reduce((total, row) => total + row[of], 0);
            assertClose(found[PER_BIN * bin], sum("gradient"), 1e-12);
            assertClose(found[PER_BIN * bin + 1], sum("hessian"), 1e-12);
            assert.equal(found[PER_BIN * bin + 2], there.length);
          }
        }
      }
    }),
    { numRuns: 50 },
  );
});

test("units leave room for the sum of all rows and their count", () => {
  for (const rows of [1, 2, 1000, 1_000_000, 2 ** 30]) {
    const { gradient, hessian, countBits } = unitsOf(rows, 1.5, 0.25);
    assert.ok(1.5 * gradient * rows < 2 ** 53 && 1.5 * gradient * rows >= 2 ** 51);
    assert.ok(0.25 * hessian * rows < 2 ** 53 && 0.25 * hessian * rows * 2 ** countBits < 2 ** 63);
    assert.ok(rows < 2 ** countBits);
  }
  assert.equal(unitsOf(5, 0, 0).gradient, 1);
});

test("what does not fit into the memory is refused, with its size", () => {
  const shape = { rows: 2e8, judged: 0, features: 20, weighted: false, maxLeaves: 31, threads: 1 };
  assert.throws(() => layOut(shape), /200000000 rows of 20 features takes 15\.\d GiB, and 4 are the most/);
});
