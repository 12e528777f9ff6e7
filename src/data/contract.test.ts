import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { DataError } from "./data-error";
import { openDuckDB } from "./duckdb";
import { loadRaw } from "./load";
import { ONLINE_RETAIL_LAYOUT } from "./online-retail/layout";
import { HEADER, row, withFolder, writeLines } from "./testing";

interface Expected {
  readonly line?: number;
  readonly column?: string;
  readonly value?: string;
  readonly says: RegExp;
}

/** Loads a file of these bytes and asserts the error's place, and that its message holds all of it. */
async function refused(content: Buffer | readonly string[], expected: Expected): Promise<void> {
  await withFolder(async (folder) => {
    const path = join(folder, "data.csv");
    if (Buffer.isBuffer(content)) await writeFile(path, content);
    else await writeLines(folder, content);
    const engine = await openDuckDB();
    try {
      await assert.rejects(loadRaw(engine, path, ONLINE_RETAIL_LAYOUT, "raw", null), (error) => {
        assert.ok(error instanceof DataError, String(error));
        assert.equal(error.file, path);
        assert.equal(error.line, expected.line, error.message);
        assert.equal(error.column, expected.column, error.message);
        if (expected.value !== undefined) assert.equal(error.value, expected.value);
        assert.match(error.message, expected.says);
        assert.ok(error.message.includes(path) && error.message.includes("What to do: "), error.message);
        if (expected.line !== undefined) assert.ok(error.message.includes(`line ${expected.line}`));
        return true;
      });
    } finally {
      await engine.close();
    }
  });
}

const latin1 = (text: string) => Buffer.from(text, "latin1");
const utf8 = (text: string) => Buffer.from(text, "utf8");

test("an empty file is refused", () => refused(Buffer.alloc(0), { says: /file is empty/ }));

test("a file of a header alone is refused", () => refused([HEADER], { line: 2, says: /header and no rows/ }));

test("a missing column is named", () =>
  refused([HEADER.replace(",CustomerID", ""), "x"], {
    line: 1,
    column: "CustomerID",
    says: /lacks CustomerID/,
  }));

test("a renamed column is named with what stands in its place", () =>
  refused([HEADER.replace("UnitPrice", "Price"), row()], {
    line: 1,
    column: "UnitPrice",
    says: /lacks UnitPrice; unknown here: "Price"/,
  }));

test("a column too many is named", () =>
  refused([`${HEADER},Extra`, `${row()},1`], { line: 1, column: "Extra", says: /too many: "Extra"/ }));

test("columns in another order are refused", () =>
  refused([HEADER.replace("InvoiceNo,StockCode", "StockCode,InvoiceNo"), row()], {
    line: 1,
    column: "InvoiceNo",
    says: /another order/,
  }));

test("a byte order mark is refused", () =>
  refused(utf8(`\ufeff${HEADER}\r\n${row()}\r\n`), {
    line: 1,
    column: "InvoiceNo",
    says: /byte order mark/,
  }));

test("semicolons in place of commas are refused", () =>
  refused([HEADER.replaceAll(",", ";"), row().replaceAll(",", ";")], {
    line: 1,
    says: /separated by ";" and not by commas/,
  }));

test("UTF-16 is refused", () =>
  refused(Buffer.from(`\ufeff${HEADER}\r\n${row()}\r\n`, "utf16le"), { line: 1, says: /UTF-16/ }));

test("UTF-8 is refused at the first letter of two bytes", () =>
  refused(utf8(`${HEADER}\r\n${row()}\r\n${row({ Description: "VOUCHER £10" })}\r\n`), {
    line: 3,
    column: "Description",
    value: "VOUCHER Â£10",
    says: /UTF-8, not ISO-8859-1/,
  }));

for (const [column, value, why] of [
  ["Quantity", "6.5", "a fraction"],
  ["Quantity", "six", "a word"],
  ["Quantity", " 6", "a blank"],
  ["Quantity", "1e3", "an exponent"],
  ["Quantity", "", "nothing"],
  ["Quantity", "12345678901", "too many digits"],
  ["UnitPrice", "2.5555", "four decimals"],
  ["UnitPrice", "2.5.5", "two points"],
  ["UnitPrice", '"1,234.50"', "a separator of thousands"],
  ["UnitPrice", '"2,55"', "a decimal comma"],
  ["UnitPrice", "\u00a32.55", "a currency"],
  ["UnitPrice", "NaN", "no number"],
  ["UnitPrice", "", "nothing"],
  ["InvoiceDate", "2010-12-01 08:26", "an ISO date"],
  ["InvoiceDate", "13/1/2010 8:26", "a month 13"],
  ["InvoiceDate", "2/30/2011 8:26", "30 February"],
  ["InvoiceDate", "31/12/2010 8:26", "a European date"],
  ["InvoiceDate", "12/1/10 8:26", "a year of two digits"],
  ["InvoiceDate", "12/1/0010 8:26", "the year ten"],
  ["InvoiceDate", "12/1/2010 24:00", "hour 24"],
  ["InvoiceDate", "12/1/2010 8:60", "minute 60"],
  ["InvoiceDate", "", "nothing"],
  ["InvoiceNo", "", "nothing"],
  ["Country", "", "nothing"],
] as const) {
  test(`${why} as ${column} is refused with its line`, () =>
    refused([HEADER, row(), row({ [column]: value }), row()], {
      line: 3,
      column,
      value: value.replace(/^"(.*)"$/, "$1"),
      says: value === "" ? /must not be empty/ : /The cell is not/,
    }));
}

test("the line of a bad cell is the file's, also after empty lines", () =>
  refused([HEADER, "", row(), "", row({ Quantity: "x" })], {
    line: 5,
    column: "Quantity",
    value: "x",
    says: /whole number/,
  }));

test("a quote that swallows the rows up to the next one is refused", () =>
  refused([HEADER, row(), row({ Description: '"WHITE' }), row({ Description: 'HEART"' }), row()], {
    line: 3,
    column: "Description",
    says: /runs over the end of its line/,
  }));

for (const [what, description, value, says] of [
  ["text after a closing quote", '"12"" RULER" RED', '12" RULERRED', /text after its closing quote/],
  ["a backslash before a quote", '"12\\" RULER"', '12\\RULER"', /text after its closing quote/],
  ["a carriage return within a line", "WHITE\rHEART", "WHITE\rHEART", /carriage return/],
  [
    "a cell of three million letters",
    "x".repeat(3_000_000),
    "x".repeat(3_000_000),
    /3000058 bytes, more than/,
  ],
] as const) {
  test(`${what} is refused with its line`, () =>
    refused([HEADER, row(), row({ Description: description })], {
      line: 3,
      column: "Description",
      value,
      says,
    }));
}

test("line ends of two kinds are refused where they change", () =>
  refused(latin1(`${HEADER}\r\n${row()}\r\n${row()}\n${row()}\r\n`), {
    line: 3,
    column: "Country",
    says: /ends with LF, the lines before with CRLF/,
  }));

test("line ends of CR alone are refused", () =>
  refused(latin1([HEADER, row(), row(), ""].join("\r")), { line: 1, says: /end with CR alone/ }));

test("a NUL byte is refused with its line", () =>
  refused([HEADER, row(), row({ Description: "A\0B" })], {
    line: 3,
    column: "Description",
    value: "A\0B",
    says: /NUL byte/,
  }));

test("an archive or a workbook under the file's name is refused as such", async () => {
  await refused(latin1("PK\u0003\u0004 and so on"), {
    line: 1,
    says: /ZIP archive or an Excel workbook.*unpack it/,
  });
  await refused(gzipSync(latin1(HEADER)), { line: 1, says: /gzip archive/ });
});

test("a letter that only Windows-1252 has is refused", () =>
  refused(latin1(`${HEADER}\r\n${row({ Description: "\u0080 10 VOUCHER" })}\r\n`), {
    line: 2,
    column: "Description",
    says: /only Windows-1252 has/,
  }));

test("a long or strange header is shown in part", () =>
  refused([`${"x".repeat(500)},${row()}`, row()], {
    line: 1,
    column: "InvoiceNo",
    says: /"x{30}…", .* and 1 more:/,
  }));

test("a row with a cell too few or too many is refused", async () => {
  await refused([HEADER, row(), "536365,85123A,WHITE,6"], {
    line: 3,
    column: "Quantity",
    says: /4 cells in place of 8/,
  });
  await refused([HEADER, row({ Description: "BAGS, RED" })], { line: 2, column: "Country", says: /9 cells/ });
});

test("a file cut within its last line is refused, wherever the cut is", async () => {
  const whole = `${HEADER}\r\n${row()}\r\n${row()}\r\n`;
  for (const cut of [1, 2, 3, 10, 30, 50, 60]) {
    const content = latin1(whole.slice(0, -cut));
    await withFolder(async (folder) => {
      const path = join(folder, "data.csv");
      await writeFile(path, content);
      const engine = await openDuckDB();
      const loading = loadRaw(engine, path, ONLINE_RETAIL_LAYOUT, "raw", null);
      await assert.rejects(
        loading,
        (error) => error instanceof DataError && error.line === 3,
        `cut by ${cut}`,
      );
      await engine.close();
    });
  }
});

test("a quote that is never closed is refused at the line where it opens", () =>
  refused([HEADER, row(), row({ Description: '"WHITE' }), row()], {
    line: 3,
    column: "Description",
    says: /never closed/,
  }));
