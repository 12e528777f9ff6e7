import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { exportColumns } from "./columns";
import { csvLines, withoutFormula } from "./csv";

const csv = (rows: readonly object[]) => [...csvLines(exportColumns(rows))].join("");

/** The cells of a file for a reader that divides at semicolons and tabs, and heeds quotes only where a cell begins. */
function divided(file: string): string[] {
  const cells: string[] = [];
  for (let rest = file; rest !== ""; ) {
    const [whole, quotedText, tail] = /^(?:"((?:[^"]|"")*)"?)?([^;\t\r\n]*)[;\t\r\n]?/.exec(rest)!;
    cells.push((quotedText ?? "").replaceAll('""', '"') + tail);
    rest = rest.slice(whole.length);
    if (whole === "") break;
  }
  return cells;
}

test("text that could begin a formula gets an apostrophe, in any of its guises", () => {
  for (const text of [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "＝1",
    "＋1",
    "－1",
    "＠a",
    "  =1",
    "\u00a0=1",
    "\u200b=1",
    "\u0000=1",
    '"=1',
  ]) {
    assert.equal(withoutFormula(text), `'${text}`);
  }
  assert.equal(withoutFormula("\tx"), "'\tx");
  assert.equal(withoutFormula("\r=1"), "'\r'=1");
  assert.equal(withoutFormula("a;=1;b\n@c"), "a;'=1;b\n'@c");
});

test("a quoted formula behind a semicolon is none to readers that divide there", () => {
  const file = csv([{ n: 1, a: 'a;"=1+1;"' }]);
  assert.equal(file, `\ufeffn,a\r\n1,"a;'""=1+1;"""\r\n`);
  assert.deepEqual(divided(file.split("\r\n")[1]!), ['1,"a', `'""=1+1`, '"']);
});

test("other text is as it was", () => {
  for (const text of ["", "JUMBO BAG RED RETROSPOT", "A-B", "3 = 3", "한국어 상품", "'quoted", "a;b"]) {
    assert.equal(withoutFormula(text), text);
  }
});

test("no cell begins a formula, whichever separator it is read by", () => {
  const text = fc.string({
    unit: fc.constantFrom("=", "-", "＠", " ", ";", "\t", "\n", "a", "'", '"', "\ufeff"),
    maxLength: 12,
  });
  fc.assert(
    fc.property(text, (given) => {
      const safe = withoutFormula(given);
      const line = csv([{ first: 1, given }]).slice("\ufefffirst,given\r\n".length);
      for (const cell of [...safe.split(/[;\t\r\n]/), ...divided(line)])
        assert.doesNotMatch(cell.trimStart(), /^[=+\-@＝＋－＠]/);
      // Only apostrophes were added.
      assert.equal(safe.replaceAll("'", ""), given.replaceAll("'", ""));
    }),
    { seed: 1 },
  );
});

test("a long text of separators and blanks is read in a moment", () => {
  const started = performance.now();
  withoutFormula(`${";".repeat(200_000)}${" ".repeat(200_000)}x`);
  assert.ok(performance.now() - started < 2000);
});

test("cells are quoted as RFC 4180 has it, numbers stay numbers, and null is not empty text", () => {
  const row = { text: 'a "b", c\nd', none: null, empty: "", loss: -0.5, n: -3, yes: false };
  assert.equal(csv([row]), '\ufefftext,none,empty,loss,n,yes\r\n"a ""b"", c\nd",,"",-0.5,-3,false\r\n');
});

test("headers are text too", () => {
  assert.equal(csv([{ "=cmd": 1, "a,b": 2 }]), `\ufeff'=cmd,"a,b"\r\n1,2\r\n`);
});

test("dates are days where no row has a time of day, else times in UTC", () => {
  const [day, time] = [new Date(Date.UTC(2011, 11, 9)), new Date(Date.UTC(2011, 11, 9, 12, 50))];
  assert.equal(csv([{ day }, { day: null }, { day }]), '\ufeffday\r\n2011-12-09\r\n""\r\n2011-12-09\r\n');
  assert.equal(csv([{ day }, { day: time }]).split("\r\n")[1], "2011-12-09T00:00:00.000Z");
});
