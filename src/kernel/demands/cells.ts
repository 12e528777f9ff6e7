import assert from "node:assert/strict";
import type { Demand } from "./bed";

const LOOP = "for (let i = 0; i < steps; i++) s += i;";

/**
 * Times code forty times, in processor time, which other processes do not lengthen, and prints the least: on a
 * busy machine V8's optimised code for a loop may be ready only when the first rounds are over.
 */
const timed = (code: string): string => `const times: number[] = [];
for (let round = 0; round < 40; round++) { const t = cpu(); ${code} times.push(cpu() - t); }
console.log(Math.min(...times));`;

/** Cells are TypeScript that shares its variables from cell to cell. */
export const cells: readonly Demand[] = [
  {
    name: "await and for await stand at the top of a cell",
    plain: false,
    async check(bed) {
      const { stdout } = await bed.ok(`async function* pages() { yield 1; yield 2; }
for await (const page of pages()) console.log(page);`);
      assert.equal(stdout, "1\n2\n");
      assert.equal((await bed.ok("const got = await Promise.resolve(7);\nconsole.log(got)")).stdout, "7\n");
    },
  },
  {
    name: "variables, functions, classes, enums and types pass from cell to cell and may be declared again",
    plain: true,
    async check(bed) {
      await bed.ok(`const a1 = 1; let { b1, ...c1 } = { b1: 2, d: 3 }; var e1 = [4];
function f1(x: number) { return x + a1 }
class K1 { constructor(readonly n: number) {} }
enum E1 { One = 1 }
interface I1 { n: number }`);
      const shown = "console.log(JSON.stringify([a1, b1, c1, e1, f1(1), new K1(5).n, E1.One, i1]))";
      const { stdout } = await bed.ok(`const i1: I1 = { n: 6 };\n${shown}`);
      assert.equal(stdout, '[1,2,{"d":3},[4],2,5,1,{"n":6}]\n');
      await bed.ok('const a1 = "again"; class K1 { m = a1 }');
      assert.equal((await bed.ok("console.log(a1.length, new K1().m)")).stdout, "5 again\n");
    },
  },
  {
    name: "a function and a later cell see each other's changes of a variable",
    plain: false,
    async check(bed) {
      await bed.ok("let n1 = 0; const inc = () => { n1++; }; const get = () => n1; inc();");
      await bed.ok("n1 = 10; inc();");
      const { stdout } = await bed.ok("console.log(n1, get())");
      assert.equal(stdout, "11 11\n");
      await bed.ok('let n1 = "new"; inc();');
      assert.equal((await bed.ok("console.log(n1, get())")).stdout, "new 12\n");
    },
  },
  {
    name: "an async function changes a variable that later cells read",
    plain: true,
    async check(bed) {
      await bed.ok("let n2 = 0; async function later() { await null; n2 = 5; }\nawait later(); n2++;");
      assert.equal((await bed.ok("await later(); n2 += 2; console.log(n2)")).stdout, "7\n");
    },
  },
  {
    name: "a variable that no function uses is read and written by later cells",
    plain: true,
    async check(bed) {
      await bed.ok("let n3 = 1; n3 += 0.5;");
      await bed.ok("n3 *= 2;");
      await bed.ok("const double = () => n3 * 2; n3 += 1;");
      assert.equal((await bed.ok("n3++; console.log(n3, double())")).stdout, "5 10\n");
    },
  },
  {
    name: "properties of types of earlier cells may be given other names",
    plain: false,
    async check(bed) {
      await bed.ok("const rows5 = (of: string) => [{ grade: of, deep: { n: 1 } }];");
      const { stdout } = await bed.ok(`let n5 = 0, g5 = "";
const found = rows5("VIP").map(({ grade: name, deep: { n: m } }) => [name, m]);
for (const { grade: name } of rows5("Top")) g5 += name;
[{ deep: { n: n5 } }] = rows5("");
console.log(JSON.stringify(found), g5, n5)`);
      assert.equal(stdout, '[["VIP",1]] Top 1\n');
    },
  },
  {
    name: "variables of earlier cells are found wherever an expression may stand",
    plain: false,
    async check(bed) {
      await bed.ok(
        "let p1 = 2, q1 = 3; class Base { at() { return p1 } } const tag = (s: TemplateStringsArray) => s[0]; const key = 'k';",
      );
      const { stdout } = await bed.ok(`class Derived extends Base { twice = p1 * 2 }
function withDefault(x = p1, { y = q1 } = {}) { return [x, y] }
const object = { p1, q1: 1, [key]: q1, ...{ r1: p1 }, nested: { q1 } };
{ const p1 = "shadow"; object.nested.q1 += p1.length; }
console.log(JSON.stringify([new Derived().at(), new Derived().twice, withDefault(), object, tag\`t\`]));`);
      assert.equal(stdout, '[2,4,[2,3],{"p1":2,"q1":1,"k":3,"r1":2,"nested":{"q1":9}},"t"]\n');
      await bed.ok("({ p1, q1 = 7 } = { p1: 5 } as { p1: number; q1?: number }); p1++; [p1, q1] = [q1, p1];");
      assert.equal((await bed.ok("console.log(p1, q1)")).stdout, "7 6\n");
    },
  },
  {
    name: "a cell that fails half-way leaves the variables of earlier cells as they were declared",
    plain: false,
    async check(bed) {
      await bed.ok("const kept = 1;");
      await bed.run('let kept = "other"; throw new Error("half-way"); kept = "never";');
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.equal((await bed.ok("console.log(kept.toFixed(1))")).stdout, "1.0\n");
    },
  },
  {
    name: "what code of a module exports is declared as without export",
    plain: false,
    async check(bed) {
      await bed.ok(`export const e2 = 1;
export default function f2() { return e2 }
export interface I2 { n: number }
export async function g2() { return f2() }`);
      const { stdout } = await bed.ok("const i2: I2 = { n: await g2() }; console.log(e2, f2(), i2.n)");
      assert.equal(stdout, "1 1 1\n");
    },
  },
  {
    name: "arrays have the methods of ES2023",
    plain: false,
    async check(bed) {
      const { stdout } = await bed.ok("console.log([2, 1].toSorted((a, b) => a - b).with(0, 3).join())");
      assert.equal(stdout, "3,2\n");
    },
  },
  {
    name: "names that trouble objects are variables like others",
    plain: true,
    async check(bed) {
      await bed.ok("let constructor = 1, toString = 2, box = 3, get = 4; const useBox = () => box;");
      const { stdout } = await bed.ok("box++; console.log(constructor, toString, box, get, useBox())");
      assert.ok(stdout.startsWith("1 2 4 4 "), stdout);
    },
  },
  {
    name: "a let at the top of a cell costs in a loop at most 5 times what it costs in a function",
    plain: "it takes half a minute there; 1e7 steps were measured to take 10 to 13 s",
    async check(bed) {
      await bed.ok(`const steps = 1e7; function inside() { let s = 0; ${LOOP} return s; }
const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };`);
      const inFunction = await bed.ok(timed("inside();"));
      const atTop = await bed.ok(`let s = 0;\n${timed(LOOP)}`);
      const later = await bed.ok(timed(LOOP));
      // In a cell that awaits, beside functions that only name another s.
      const other = "const own = (s: number) => s; const member = (row: { s: number }) => row.s; await null;";
      const awaiting = await bed.ok(`let s = 0; ${other}\n${timed(LOOP)}`);
      const base = Number(inFunction.stdout);
      for (const [where, one] of Object.entries({ atTop, later, awaiting })) {
        const ratio = Number(one.stdout) / base;
        assert.ok(ratio > 0 && ratio <= 5, `${where}: ${one.stdout.trim()} ms against ${base} ms`);
      }
    },
  },
  {
    name: "the kernel says it is TypeScript and answers what front ends ask",
    plain: false,
    async check(bed) {
      const language = bed.kernel.info.language_info as Record<string, unknown>;
      const { name, file_extension, mimetype, codemirror_mode } = language;
      assert.deepEqual(
        [name, file_extension, mimetype, codemirror_mode],
        ["typescript", ".ts", "text/typescript", "typescript"],
      );
      const complete = await bed.kernel.request("is_complete_request", { code: "1 + 1" });
      assert.equal(complete.status, "complete");
      const open = await bed.kernel.request("is_complete_request", { code: "if (true) {" });
      assert.deepEqual(open, { status: "incomplete", indent: "  " });
      const comms = await bed.kernel.request("comm_info_request", { target_name: "jupyter.widget" });
      assert.deepEqual(comms, { status: "ok", comms: {} });
    },
  },
];
