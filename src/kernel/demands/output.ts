import assert from "node:assert/strict";
import { join } from "node:path";
import { type Demand, pause, seen } from "./bed";

const DISPLAY = JSON.stringify(join(__dirname, "..", "display"));

/** What a cell prints and shows arrives: whole, in order, with the right cell, in every form. */
export const output: readonly Demand[] = [
  {
    name: "20,000 lines printed by one cell arrive whole and in order, and the cell ends",
    plain: false,
    async check(bed) {
      const { stdout } = await bed.ok("for (let i = 0; i < 20000; i++) console.log('line ' + i)");
      assert.equal(stdout, Array.from({ length: 20_000 }, (_, i) => `line ${i}\n`).join(""));
    },
  },
  {
    name: "what a cell prints is seen while it computes",
    plain: true,
    async check(bed) {
      const moments = new Map<unknown, number>();
      await bed.run(
        `const wait = (ms: number) => { const end = Date.now() + ms; while (Date.now() < end) {} };
console.log("begun"); wait(400); console.log("half done"); wait(400);`,
        { onMessage: ({ content }) => moments.set(content.text, performance.now()) },
      );
      const end = performance.now();
      const before = (text: string) => end - (moments.get(text) ?? end);
      assert.ok(before("begun\n") > 600, `it came ${before("begun\n")} ms before the end`);
      assert.ok(before("half done\n") > 200, `it came ${before("half done\n")} ms before the end`);
    },
  },
  {
    name: "600 small cells in a row all print and all reach idle",
    plain: "it loses about every 512th message, which two of five runs survived",
    async check(bed) {
      for (let i = 0; i < 600; i++) {
        const { stdout } = await bed.ok(`console.log(${i})`);
        assert.equal(stdout, `${i}\n`);
      }
    },
  },
  {
    name: "one display carries a whole bundle, is updated in place, and output is cleared",
    plain: false,
    async check(bed) {
      const { messages } = await bed.ok(`import { clearOutput, display, inKernel } from ${DISPLAY};
console.log("before");
const spec = { mark: "bar", data: { values: [{ a: 1 }] } };
display({ "application/vnd.vegalite.v5+json": spec, "image/svg+xml": "<svg/>", "image/png": "iVBORw==", "text/plain": "a chart" }, { metadata: { "image/png": { width: 10 } } });
display({ "text/plain": "0 %" }, { id: "progress" });
display({ "text/plain": "100 %" }, { id: "progress", update: true });
clearOutput(true);
if (!inKernel()) throw new Error("not in a kernel");`);
      const shown = messages.filter(({ type }) => !/^(status|execute_input)$/.test(type));
      assert.deepEqual(
        shown.map(({ type, content }) => ({ type, content })),
        [
          { type: "stream", content: { name: "stdout", text: "before\n" } },
          {
            type: "display_data",
            content: {
              data: {
                "application/vnd.vegalite.v5+json": { mark: "bar", data: { values: [{ a: 1 }] } },
                "image/svg+xml": "<svg/>",
                "image/png": "iVBORw==",
                "text/plain": "a chart",
              },
              metadata: { "image/png": { width: 10 } },
              transient: {},
            },
          },
          {
            type: "display_data",
            content: { data: { "text/plain": "0 %" }, metadata: {}, transient: { display_id: "progress" } },
          },
          {
            type: "update_display_data",
            content: { data: { "text/plain": "100 %" }, metadata: {}, transient: { display_id: "progress" } },
          },
          { type: "clear_output", content: { wait: true } },
        ],
      );
    },
  },
  {
    name: "tslab's own display works",
    plain: true,
    async check(bed) {
      const { messages } = await bed.ok('import * as tslab from "tslab";\ntslab.display.html("<b>1</b>");');
      const shown = messages.find(({ type }) => type === "display_data");
      assert.deepEqual(shown?.content.data, { "text/html": "<b>1</b>" });
    },
  },
  {
    name: "what a cell's timer prints late goes to that cell, not to the newest",
    plain: false,
    async check(bed) {
      const first = await bed.ok(
        'new Promise((go) => Object.assign(globalThis, { go })).then(() => console.log("late")); console.log("now")',
      );
      const second = await bed.ok(
        'Reflect.get(globalThis, "go")(); await new Promise((r) => setTimeout(r, 50)); console.log("second")',
      );
      assert.equal(seen(first.result, first.messages).stdout, "now\nlate\n");
      assert.equal(second.stdout, "second\n");
    },
  },
  {
    name: "the value of the last expression is the cell's result, but for a bare write to a stream",
    plain: false,
    async check(bed) {
      const { messages, shown } = await bed.ok("[1, 2].map((x) => x + 1)");
      assert.equal(shown, "[ 2, 3 ]");
      const count = messages.find(({ type }) => type === "execute_input")?.content.execution_count;
      assert.ok(typeof count === "number" && count > 0);
      const quiet = await bed.ok('process.stdout.write("no true")');
      assert.deepEqual([quiet.stdout, quiet.shown], ["no true", undefined]);
    },
  },
  {
    name: "an interrupt stops an endless loop within a second, and the kernel goes on",
    plain: true,
    async check(bed) {
      const cell = bed.run("while (true) {}");
      await pause(500);
      const before = performance.now();
      bed.kernel.interrupt();
      assert.equal((await cell).result.status, "error");
      assert.ok(performance.now() - before < 1000, "it took a second and longer");
      await pause(300); // plain tslab gives up what comes at once after a failure
      await bed.ok("1 + 1");
    },
  },
  {
    name: "a promise that nobody awaits is shown as in plain Node",
    plain: false,
    async check(bed) {
      assert.equal((await bed.ok("[Promise.resolve(5)]")).shown, "[ Promise { 5 } ]");
    },
  },
  {
    name: "an interrupt stops a loop after an await, one of awaits, and one that catches all",
    plain: "it has to be killed there, which takes long; a loop after an await was seen to run on",
    async check(bed) {
      for (const code of [
        "await null; while (true) {}",
        "for (;;) await null;",
        "await null; for (;;) { try { for (;;) {} } catch {} finally {} }",
      ]) {
        const cell = bed.run(code);
        await pause(300);
        const before = performance.now();
        bed.kernel.interrupt();
        assert.equal((await cell).result.error?.ename, "Interrupted", code);
        assert.ok(performance.now() - before < 1000, "it took a second and longer");
      }
      await bed.ok("await null; 1");
    },
  },
  {
    name: "an interrupted cell that awaits ends at once, and prints and declares nothing later",
    plain: false,
    async check(bed) {
      const cell = bed.run(
        'let since = 1; for (let i = 0; i < 12; i++) { Object.assign(globalThis, { tick: i }); console.log("tick", i); await new Promise((r) => setTimeout(r, 50)) }',
      );
      await pause(250);
      bed.kernel.interrupt();
      const { result, messages } = await cell;
      assert.equal(result.error?.ename, "Interrupted");
      await bed.ok('const since = "declared later";');
      const later = await bed.ok('await new Promise((r) => setTimeout(r, 600)); console.log("later")');
      assert.equal(later.stdout, "later\n");
      assert.ok(!seen(result, messages).stdout.includes("tick 11"), "it printed on");
      assert.notEqual((await bed.ok('Reflect.get(globalThis, "tick")')).shown, "11", "it ran on");
      assert.equal((await bed.ok("since")).shown, "declared later");
    },
  },
];
