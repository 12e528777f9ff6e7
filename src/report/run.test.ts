import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type Cell, formatNotebook, joinLines, type Notebook, parseNotebook, splitLines } from "./nbformat";

// Below the project, so that cells find its packages; a blank in the path, since users' paths have them.
const project = join(__dirname, "..", "..");
const folder = join(project, "outputs", `.tmp ${process.pid}`);
const out = join(folder, "out");
const command = ["--import", "tsx", join(project, "scripts", "report.ts"), "--out", out];

function put(name: string, ...sources: string[]): void {
  const cells = sources.map(
    (source, index): Cell => ({
      id: `c${index + 1}`,
      cell_type: "code",
      metadata: index === 0 ? { tags: ["parameters"] } : {},
      source: splitLines(source),
      execution_count: null,
      outputs: [],
    }),
  );
  const title: Cell = { id: "title", cell_type: "markdown", metadata: {}, source: [`# Title of ${name}`] };
  const notebook: Notebook = { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [title, ...cells] };
  mkdirSync(join(folder, "nb"), { recursive: true });
  writeFileSync(join(folder, "nb", `${name}.ipynb`), formatNotebook(notebook));
}
const executed = (name: string): Notebook =>
  parseNotebook(readFileSync(join(out, "nb", `${name}.ipynb`), "utf8"), name);
const html = (name: string): string => readFileSync(join(out, "nb", `${name}.html`), "utf8");
const report = (...args: string[]) =>
  spawnSync(process.execPath, [...command, ...args], { cwd: project, encoding: "utf8" });
const printed = (cell: Cell | undefined): string =>
  (cell?.outputs ?? [])
    .map((output) => (output.output_type === "stream" ? joinLines(output.text) : ""))
    .join("");

before(() => {
  put(
    "good",
    "const seed = 1;\nconst shop: string = 'a';",
    "console.log(seed * 2, shop);\nconsole.log(process.cwd());",
    "import { writeFileSync } from 'node:fs';\nwriteFileSync(process.env.SEGMENTBOOK_OUTPUTS + '/exported.txt', '');",
    "process.stdout.write('10 %\\r');\nprocess.stdout.write('done\\n');",
  );
  put(
    "fails",
    "const other = 1;",
    "const a = 1;\nfunction inner(): void {\n  throw new RangeError('no <b>');\n}\ninner();",
    "console.log('never');",
  );
  put("dies", "console.error('last words');\nprocess.exit(3);", "1");
  put(
    "ages",
    "const s = 1;",
    "import { writeFileSync } from 'node:fs';\nwriteFileSync('started', '');\nwhile (true) {}",
    "1",
  );
});
after(() => rmSync(folder, { recursive: true, force: true }));

test("of four notebooks three end badly, each in its own way, and the good one is whole", async (t) => {
  const run = report(
    join(folder, "nb"),
    "-p",
    "seed=21",
    "-p",
    "shop=</script>",
    "--timeout",
    "10",
    "--no-times",
  );
  await t.test("the status is 1, and the failures are counted", () => {
    assert.equal(run.status, 1, run.stderr);
    assert.match(run.stdout, /nb\/good: .*good\.html, [\d.]+ s/);
    assert.match(run.stdout, /3 of 4 notebooks failed\. Open .*index\.html/);
  });
  await t.test("parameters reach the notebook that declares them, and the kernel runs in its folder", () => {
    const cells = executed("good").cells;
    assert.equal(joinLines(cells[2]?.source), 'const seed = 21;\nconst shop: string = "</script>";');
    assert.equal(printed(cells[3]), `42 </script>\n${join(folder, "nb")}\n`);
    assert.equal(cells[3]?.execution_count, 3);
    assert.equal(printed(cells[5]).startsWith("done\n"), true);
    assert.doesNotMatch(html("good"), /<pre[^>]*>[^<]*<\/script>/);
  });
  await t.test("cells export beside the reports", () => {
    assert.ok(existsSync(join(out, "exported.txt")));
  });
  await t.test("a failing cell is shown with source, error and line, and ends its notebook", () => {
    assert.match(run.stderr, /nb\/fails: Code cell 2 failed with RangeError: no <b>/);
    assert.match(run.stderr, / {3}3 \| {3}throw new RangeError\('no <b>'\);/);
    assert.match(run.stderr, /cell\[\d+\]:3:/);
    const cells = executed("fails").cells;
    assert.equal(cells[2]?.outputs?.[0]?.output_type, "error");
    assert.deepEqual(cells[3]?.outputs, []);
    assert.match(html("fails"), /This run failed\.[\s\S]*RangeError: no &lt;b&gt;/);
  });
  await t.test("a dead kernel is told with its exit code and its last words", () => {
    assert.match(run.stderr, /nb\/dies: The kernel died in code cell 1 \(exit code 3\)/);
    assert.match(html("dies"), /The kernel died in code cell 1/);
  });
  await t.test("a cell that takes too long is stopped, and what it printed is kept", () => {
    assert.match(run.stderr, /nb\/ages: Code cell 2 took longer than 10 s and was stopped/);
    assert.match(html("ages"), /took longer than 10 s/);
  });
  await t.test("the index lists all four and marks those that failed", () => {
    const index = readFileSync(join(out, "index.html"), "utf8");
    assert.equal(index.match(/class="page-card"/g)?.length, 4);
    assert.equal(index.match(/page-pill-failed">/g)?.length, 3);
  });
});

test("the same notebook run again without times gives the same bytes", () => {
  const first = readFileSync(join(out, "nb", "good.ipynb"), "utf8");
  const run = report(
    join(folder, "nb", "good.ipynb"),
    "-p",
    "seed=21",
    "-p",
    "shop=</script>",
    "--no-times",
    "--out",
    join(folder, "again"),
  );
  assert.equal(run.status, 0, run.stderr);
  assert.equal(readFileSync(join(folder, "again", "good.ipynb"), "utf8"), first);
});

test("Ctrl-C ends the kernels, leaves no half-written file and exits with 130", async () => {
  rmSync(join(folder, "nb", "started"), { force: true });
  const target = join(folder, "stopped");
  const child = spawn(
    process.execPath,
    [...command, join(folder, "nb", "ages.ipynb"), "--out", target, "--timeout", "60"],
    { cwd: project, stdio: ["ignore", "pipe", "pipe"] },
  );
  const closed = new Promise<number | null>((resolve) => child.on("close", resolve));
  const started = join(folder, "nb", "started");
  while (!existsSync(started)) await new Promise((resolve) => setTimeout(resolve, 50));
  const [kernel = 0, ...others] = kernelsOf(child.pid ?? 0);
  assert.ok(kernel > 0 && others.length === 0);
  child.kill("SIGINT");
  assert.equal(await closed, 130);
  assert.throws(() => process.kill(kernel, 0), /ESRCH/);
  assert.equal(existsSync(target) ? readdirSync(target, { recursive: true }).length : 0, 0);
});

test("wrong calls exit with 2 and say what is wrong", () => {
  assert.match(report(join(folder, "nowhere")).stderr, /There is no notebook or folder/);
  const unknown = report(join(folder, "nb"), "-p", "sed=1");
  assert.match(unknown.stderr, /No chosen notebook has a parameter "sed"; they declare other, s, seed, shop/);
  assert.equal(unknown.status, 2);
});

function kernelsOf(pid: number): number[] {
  const { stdout } = spawnSync("ps", ["-o", "pid=,args=", "--ppid", String(pid)], { encoding: "utf8" });
  const lines = stdout.split("\n").filter((line) => line.includes("launch.cjs"));
  return lines.map((line) => Number.parseInt(line, 10));
}
