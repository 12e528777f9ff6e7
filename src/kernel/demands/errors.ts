import assert from "node:assert/strict";
import { type Demand, pause, seen } from "./bed";

const KERNEL_FRAME = /node:vm|node:internal|tslab|launch|session\.ts|evalmachine/;

/** Failures say what, where and in whose lines, and do not take the kernel with them. */
export const errors: readonly Demand[] = [
  {
    name: "a cell that throws says so in its own lines, without frames of the kernel",
    plain: false,
    async check(bed) {
      const error = await bed.fails(`interface Row {
  n: number;
}
function check(row: Row): void {
  if (row.n > 1) throw new RangeError("n is " + row.n);
}

const rows: Row[] = [{ n: 1 }, { n: 2 }];
rows.forEach(check);`);
      assert.deepEqual([error.ename, error.evalue], ["RangeError", "n is 2"]);
      const text = error.traceback.join("\n").replace(/cell\[\d+\]/g, "cell");
      assert.equal(
        text,
        `RangeError: n is 2
    at check (cell:5:24)
    at Array.forEach (<anonymous>)
    at cell:9:6

5 |   if (row.n > 1) throw new RangeError("n is " + row.n);
                           ^`,
      );
    },
  },
  {
    name: "a cell that throws after an await says so in its own lines",
    plain: false,
    async check(bed) {
      const error = await bed.fails("type A = number;\nawait null;\nthrow new TypeError('late');");
      assert.deepEqual([error.ename, error.evalue], ["TypeError", "late"]);
      assert.match(error.traceback.join("\n"), /^TypeError: late\n {4}at cell\[\d+\]:3:7\n\n3 \| throw/);
    },
  },
  {
    name: "an error in src shows the .ts file and its line",
    plain: false,
    async check(bed) {
      const error = await bed.fails('import { fails } from "../../src";\n\nfails({ a: 3 });');
      assert.equal(error.evalue, "no 3");
      const text = error.traceback.join("\n");
      assert.match(text, /at fails \(src\/fails\.ts:6:9\)\n {4}at cell\[\d+\]:3:\d\n/);
      assert.doesNotMatch(text, KERNEL_FRAME);
    },
  },
  {
    name: "an error that an await brings names the cell's line that awaited",
    plain: false,
    async check(bed) {
      const error = await bed.fails(
        'import { readFile } from "node:fs/promises";\n\nconst text = await readFile("/not/there");',
      );
      const text = error.traceback.join("\n");
      assert.match(text, /\n {4}at async cell\[\d+\]:3:14 \{\n/);
      assert.match(text, /\n3 \| const text = await readFile/);
      await bed.ok('try { await Promise.reject(new Error("caught")) } catch { console.log("on") }');
    },
  },
  {
    name: "a syntax error that only V8 finds has the cell's line and column",
    plain: false,
    async check(bed) {
      const error = await bed.fails("type A = 1;\nconst wrong = /(/;");
      assert.equal(error.ename, "SyntaxError");
      assert.match(error.evalue, /^Invalid regular expression/);
      const [, at, , line, caret] = error.traceback;
      assert.match(at ?? "", /^ {4}at cell\[\d+\]:2:15$/);
      assert.deepEqual([line, caret], ["2 | const wrong = /(/;", "                  ^"]);
    },
  },
  {
    name: "what ends too early is said to do so at the cell's end",
    plain: false,
    async check(bed) {
      const error = await bed.fails("const a = 1;\nconst b = `open");
      assert.match(error.evalue, /^cell\[\d+\]:2:16 - TS1160: Unterminated template literal\.$/);
    },
  },
  {
    name: "errors that resist being shown are shown all the same, and huge ones are cut",
    plain: false,
    async check(bed) {
      const trap = '{ get() { throw new Error("trap") }, getPrototypeOf() { throw new Error("trap") } }';
      for (const [code, ename, evalue] of [
        [
          'const e = new Error(); Object.defineProperty(e, "message", { get() { throw new Error("inner") } }); throw e;',
          "Error",
          "a message that cannot be read",
        ],
        ['throw Object.assign(new Error("m"), { name: 5, message: { a: 1 } });', "5", "{ a: 1 }"],
        [`throw new Proxy({}, ${trap});`, "Thrown", "{}"],
      ] as const) {
        const error = await bed.fails(code);
        assert.deepEqual([error.ename, error.evalue], [ename, evalue]);
      }
      const huge = await bed.fails('throw new RangeError("x".repeat(1e6))');
      assert.ok(huge.evalue.endsWith("x… (990000 more characters)"), huge.evalue.slice(-40));
      const text = huge.traceback.join("\n");
      assert.ok(text.length < 20_000, String(text.length));
      assert.match(text.slice(-200), /more characters\)\n {4}at cell\[\d+\]:1:7/);
    },
  },
  {
    name: "what is thrown need not be an error",
    plain: false,
    async check(bed) {
      const error = await bed.fails("throw { odd: true };");
      assert.deepEqual([error.ename, error.evalue], ["Thrown", "{ odd: true }"]);
    },
  },
  {
    name: "type errors are named each with the cell's line and column, and a caret",
    plain: false,
    async check(bed) {
      const error = await bed.fails("const a = 1;\n\tconst b: string = a;\nnope();");
      assert.equal(error.ename, "TypeScriptError");
      assert.equal(
        error.traceback.join("\n").replace(/cell\[\d+\]/g, "cell"),
        `cell:2:8 - TS2322: Type 'number' is not assignable to type 'string'.

2 | \tconst b: string = a;
    \t      ^

cell:3:1 - TS2304: Cannot find name 'nope'.

3 | nope();
    ^^^^`,
      );
    },
  },
  {
    name: "the code is echoed with its count, and the count goes up by one, failed or not",
    plain: false,
    async check(bed) {
      const counts: unknown[] = [];
      for (const code of ["1", "throw 1", "2"]) {
        const { result, messages } = await bed.run(code);
        const echo = messages.find(({ type }) => type === "execute_input")?.content;
        assert.equal(echo?.code, code);
        assert.equal(echo?.execution_count, result.executionCount);
        counts.push(result.executionCount);
      }
      const [first = 0] = counts as number[];
      assert.deepEqual(counts, [first, first + 1, first + 2]);
    },
  },
  {
    name: "the kernel survives a throw in a timer and a floating rejection, and says where they came from",
    plain: false,
    async check(bed) {
      const cell = await bed.ok(
        'setTimeout(() => { throw new Error("stray") }, 20);\nPromise.reject(new Error("floating"));\n"on"',
      );
      await pause(200);
      const next = await bed.ok('"alive"');
      assert.equal(next.shown, "alive");
      assert.equal(next.stderr, "");
      const { stderr } = seen(cell.result, cell.messages);
      assert.match(stderr, /Error: stray\n {4}at Timeout\._onTimeout \(cell\[\d+\]:1:26\)/);
      assert.match(stderr, /Error: floating\n {4}at cell\[\d+\]:2:16/);
      assert.doesNotMatch(stderr, KERNEL_FRAME);
    },
  },
  {
    name: "cells that wait behind one that fails are given up, those sent later run",
    plain: false,
    async check(bed) {
      const first = bed.run("await null; throw new Error('first')", { stopOnError: true });
      const second = bed.run("console.log('second')", { stopOnError: true });
      assert.equal((await first).result.status, "error");
      const given = await second;
      assert.deepEqual([given.result.status, given.stdout], ["aborted", ""]);
      await bed.ok("3");
    },
  },
];
