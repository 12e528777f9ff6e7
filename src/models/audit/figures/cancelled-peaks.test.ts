import assert from "node:assert/strict";
import { test } from "node:test";
import { withReal } from "../../../../test/real-data";
import { openDataset } from "../../../data/dataset";
import { auditPeaks } from "./cancelled-peaks";
import { reversedLines, type SaleLines } from "./reversed-lines";

type Line = readonly [
  order: string,
  customer: string | null,
  product: string,
  quantity: number,
  price: number,
];

const linesOf = (rows: readonly Line[]): SaleLines => ({
  orders: rows.map(([order]) => order),
  customers: rows.map(([, customer]) => customer),
  products: rows.map(([, , product]) => product),
  quantities: rows.map(([, , , quantity]) => quantity),
  prices: rows.map(([, , , , price]) => price),
  times: rows.map((_, i) => i),
});

test("a cancellation takes back the latest line before it that is the same, and each line once", () => {
  const lines = linesOf([
    ["C0", "a", "cup", -5, 1],
    ["1", "a", "cup", 5, 1],
    ["2", "a", "cup", 5, 1],
    ["C3", "a", "cup", -5, 1],
    ["C4", "a", "cup", -5, 1],
    ["C5", "a", "cup", -5, 1],
  ]);
  // C0 comes before anything is sold, and for C5 nothing is left.
  assert.deepEqual([...reversedLines(lines)].sort(), [
    [1, 4],
    [2, 3],
  ]);
});

test("of lines of one moment what is sold comes before what is cancelled, in whatever order they stand", () => {
  const rows: Line[] = [
    ["C1", "a", "cup", -5, 1],
    ["2", "a", "cup", 5, 1],
  ];
  assert.deepEqual([...reversedLines({ ...linesOf(rows), times: [7, 7] })], [[1, 0]]);
  assert.equal(reversedLines({ ...linesOf(rows), times: [7, 8] }).size, 0);
});

test("another customer, product, price or quantity is no match, nor is a line without a customer", () => {
  const sold: Line = ["1", "a", "cup", 5, 1];
  const others: Line[] = [
    ["C", "b", "cup", -5, 1],
    ["C", "a", "mug", -5, 1],
    ["C", "a", "cup", -4, 1],
    ["C", "a", "cup", -5, 2],
  ];
  assert.equal(reversedLines(linesOf([sold, ...others])).size, 0);
  assert.equal(
    reversedLines(
      linesOf([
        ["1", null, "cup", 5, 1],
        ["C", null, "cup", -5, 1],
      ]),
    ).size,
    0,
  );
  // Names from data may hold any sign.
  assert.equal(
    reversedLines(
      linesOf([
        ["1", 'a","b', "c", 5, 1],
        ["C", "a", 'b","c', -5, 1],
      ]),
    ).size,
    0,
  );
});

test("a day that lives by an order cancelled later is found, with both orders; smaller reversals are not", () => {
  const lines = linesOf([
    ["1", "a", "cup", 100, 1],
    ["2", "b", "jar", 900, 1],
    ["3", "c", "cup", 500, 1],
    ["C4", "b", "jar", -900, 1],
    ["5", "d", "cup", 45, 1],
    ["C6", "d", "cup", -45, 1],
  ]);
  const keys = ["mon", "mon", "tue", "tue", "tue", "tue"];
  const found = auditPeaks(lines, [{ of: "day", keys, value: "revenue" }]);
  assert.deepEqual(
    found.map(({ severity, where, what, figure }) => [severity, where, what, figure]),
    [
      [
        "error",
        "day mon",
        "Of peak 1, 90.0 % was cancelled later, most of it order 2 by C4.",
        "revenue sold 1,000, cancelled 900, left 100",
      ],
    ],
  );
  const [product] = auditPeaks(lines, [{ of: "product", keys: lines.products, value: "units", top: 1 }]);
  assert.match(product!.figure, /^units sold 900, cancelled 900, left 0$/);
});

test("a tenth of a peak is a warning, half an error, less than a tenth nothing", () => {
  const severity = (cancelled: number) => {
    const rows: Line[] = [
      ["1", "a", "cup", 100 - cancelled, 1],
      ["2", "a", "jar", cancelled, 1],
      ["C", "a", "jar", -cancelled, 1],
    ];
    return auditPeaks(linesOf(rows), [{ of: "day", keys: ["x", "x", "x"], value: "units" }])[0]?.severity;
  };
  assert.deepEqual([9, 10, 49, 50].map(severity), [undefined, "warning", "warning", "error"]);
});

test("columns of different lengths are refused by name", () => {
  const lines = { ...linesOf([["1", "a", "cup", 1, 1]]), prices: [] };
  assert.throws(
    () => auditPeaks(lines, [{ of: "day", keys: ["x"], value: "units" }]),
    /prices has 0 entries/,
  );
  assert.throws(
    () => auditPeaks(linesOf([["1", "a", "cup", 1, 1]]), [{ of: "day", keys: [], value: "units" }]),
    /0 keys for 1 lines/,
  );
});

// The expected findings are those of the same matching in pandas: 168,469.60 of 184,349.28 sold on 2011-12-09.
test(
  "study 001's peak day, best seller and best customers are cancelled orders",
  withReal("online-retail/data.csv"),
  async () => {
    const shop = await openDataset("online-retail", { source: "real" });
    try {
      const raw = await shop.query(`
      SELECT invoice, customer, stock_code, quantity, CAST(unit_price AS DOUBLE) AS unit_price, epoch_ms(invoice_time) AS at,
        strftime(invoice_time, '%Y-%m-%d') AS day
      FROM ${shop.raw} WHERE customer IS NOT NULL AND unit_price > 0 ORDER BY line`);
      const column = (name: string) => raw.array(name) as unknown as ArrayLike<never>;
      const lines: SaleLines = {
        orders: column("invoice"),
        customers: column("customer"),
        products: column("stock_code"),
        quantities: column("quantity"),
        prices: column("unit_price"),
        times: column("at"),
      };
      const [day, ...otherDays] = auditPeaks(lines, [{ of: "day", keys: column("day"), value: "revenue" }]);
      assert.deepEqual(
        [day!.severity, day!.where, day!.what],
        [
          "error",
          "day 2011-12-09",
          "Of peak 1, 91.4 % was cancelled later, most of it order 581483 by C581484.",
        ],
      );
      assert.deepEqual(
        otherDays.map(({ where }) => where),
        ["day 2011-01-18"],
      );
      const sellers = auditPeaks(lines, [{ of: "product", keys: lines.products, value: "units" }]);
      assert.deepEqual(
        sellers.map(({ severity, where }) => `${severity} ${where}`),
        ["error product 23843", "error product 23166"],
      );
      const buyers = auditPeaks(lines, [
        { of: "customer", keys: column("customer"), value: "revenue", top: 10 },
      ]);
      assert.deepEqual(
        buyers.map(({ severity, where }) => `${severity} ${where}`),
        ["error customer 16446", "warning customer 16029", "error customer 12346"],
      );
    } finally {
      await shop.close();
    }
  },
);
