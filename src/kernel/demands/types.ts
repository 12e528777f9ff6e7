import assert from "node:assert/strict";
import type { Demand } from "./bed";

/** Each package with something of it that must have a type, and not `any`. */
const PACKAGES: readonly (readonly [name: string, imports: string, typed: string])[] = [
  ["vega-lite", "{ compile }", "compile"],
  ["vega", "{ View }", "View"],
  ["arquero", "{ table }", "table"],
  ["@observablehq/plot", "{ plot }", "plot"],
  ["ml-kmeans", "{ kmeans }", "kmeans"],
  ["ml-cart", "{ DecisionTreeClassifier }", "DecisionTreeClassifier"],
  ["@duckdb/node-api", "{ DuckDBInstance }", "DuckDBInstance.create"],
  ["linkedom", "{ parseHTML }", "parseHTML"],
  ["@resvg/resvg-js", "{ Resvg }", "Resvg"],
  ["d3-hierarchy", "{ treemap }", "treemap"],
  ["markdown-it", "markdown", "markdown"],
  ["katex", "katex", "katex.renderToString"],
  ["highlight.js", "hljs", "hljs.highlight"],
];

/** Cells see the project's `src` and its packages, with their types. */
export const types: readonly Demand[] = [
  {
    name: "src is imported from a notebook's folder, with its types",
    plain: false,
    async check(bed) {
      const { shown } = await bed.ok(
        'import { rate, type Rate } from "../../src";\nconst r: Rate = rate();\nr.rate',
      );
      assert.equal(shown, "1");
      const error = await bed.fails("const wrong: string = rate();");
      assert.match(error.evalue, /Type 'Rate' is not assignable to type 'string'/);
    },
  },
  {
    name: "a type error in src fails the import and names its file and line",
    plain: false,
    async check(bed) {
      bed.write("src/base.ts", "// a comment\nexport const base: number = 'one';\n");
      try {
        const error = await bed.fails('import { rate } from "../../src";\nrate().rate');
        assert.equal(error.ename, "TypeScriptError");
        assert.match(error.evalue, /^src\/base\.ts:2:14 - TS2322: Type 'string' is not assignable/);
        assert.ok(
          error.traceback.includes("2 | export const base: number = 'one';"),
          error.traceback.join("\n"),
        );
      } finally {
        bed.restore("src/base.ts");
      }
      assert.equal((await bed.ok('import { rate } from "../../src";\nrate().rate')).shown, "1");
    },
  },
  {
    name: "after an edit in src, direct or transitive, the import cell gives new code and new types",
    plain: false,
    async check(bed) {
      const cell = 'import { rate } from "../../src";\nrate().rate';
      try {
        assert.equal((await bed.ok(cell)).shown, "1");
        bed.write("src/base.ts", 'export const base = "two";\n');
        bed.write(
          "src/rates.ts",
          'import { base } from "./base";\nexport type Rate = { rate: string };\nexport const rate = (): Rate => ({ rate: base });\n',
        );
        assert.equal((await bed.ok(cell)).shown, "two");
        assert.equal((await bed.ok("rate().rate.toUpperCase()")).shown, "TWO");
        bed.write("src/base.ts", 'export const base = "three";\n');
        assert.equal((await bed.ok(cell)).shown, "three");
      } finally {
        bed.restore("src/base.ts", "src/rates.ts");
      }
      assert.equal((await bed.ok(cell)).shown, "1");
    },
  },
  {
    name: "a file that was missing is found once it is there",
    plain: false,
    async check(bed) {
      const cell = 'import { late } from "../../src/late";\nlate';
      assert.match((await bed.fails(cell)).evalue, /^cell\[\d+\]:1:22 - TS2307: Cannot find module/);
      bed.write("src/late.ts", "export const late = 5;\n");
      assert.equal((await bed.ok(cell)).shown, "5");
    },
  },
  {
    name: "every package of the project is imported with its real types",
    plain: false,
    async check(bed) {
      for (const [name, imports, typed] of PACKAGES) {
        const cell = `import ${imports} from "${name}";
type IsAny<T> = 0 extends 1 & T ? true : false;
const isAny: IsAny<typeof ${typed}> = false;
typeof ${typed}`;
        const { shown, stderr } = await bed.ok(cell);
        assert.deepEqual([shown, stderr], ["function", ""], name);
      }
    },
  },
  {
    name: "a variable of a type that its package does not export has that type, in later cells too",
    plain: false,
    async check(bed) {
      await bed.ok(`import { kmeans } from "ml-kmeans";
const result = kmeans([[1], [2]], 1, {});
const vega = await import("vega");`);
      const error = await bed.fails("const a: string = result.clusters;\nconst b: string = vega.View;");
      const text = error.traceback.join("\n");
      assert.match(text, /Type 'number\[\]' is not assignable/);
      assert.match(text, /Type 'typeof View' is not assignable/);
    },
  },
  {
    name: "a value of a type that a function declares for itself passes from cell to cell",
    plain: false,
    async check(bed) {
      await bed.ok("const made = (() => { interface Own { n: number } return { n: 2 } as Own })();");
      assert.equal((await bed.ok("made.n")).shown, "2");
    },
  },
  {
    name: "after an edit of a JSON file that src imports, the import cell gives the new values",
    plain: false,
    async check(bed) {
      bed.write("src/options.json", '{ "steps": 1 }');
      const cell = 'import options from "../../src/options.json";\noptions.steps';
      assert.equal((await bed.ok(cell)).shown, "1");
      bed.write("src/options.json", '{ "steps": 2 }');
      assert.equal((await bed.ok(cell)).shown, "2");
    },
  },
  {
    name: "cells are checked strict",
    plain: false,
    async check(bed) {
      const error = await bed.fails("function twice(a) { return a }");
      assert.match(error.evalue, /TS7006: Parameter 'a' implicitly has an 'any' type/);
      const missing = await bed.fails("[1].find((x) => x > 1).toFixed()");
      assert.match(missing.evalue, /TS2532: Object is possibly 'undefined'/);
    },
  },
  {
    name: "completion answers for packages and for src",
    plain: false,
    async check(bed) {
      await bed.ok('import * as aq from "arquero";\nimport * as src from "../../src";');
      const ofPackage = await bed.kernel.complete("/* 😀 */ aq.tab", 15);
      assert.ok((ofPackage.matches as string[]).includes("table"), JSON.stringify(ofPackage.matches));
      assert.deepEqual([ofPackage.cursor_start, ofPackage.cursor_end], [11, 14]);
      const ofSrc = await bed.kernel.complete("src.ra", 6);
      assert.ok((ofSrc.matches as string[]).includes("rate"));
    },
  },
  {
    name: "inspection answers for packages and for src, with their documentation",
    plain: true,
    async check(bed) {
      const ofPackage = await bed.kernel.inspect('import { table } from "arquero"; table', 36);
      assert.equal(ofPackage.found, true);
      assert.match((ofPackage.data as Record<string, string>)["text/plain"] ?? "", /table\(columns:/);
      const ofSrc = await bed.kernel.inspect('import { base } from "../../src/base"; base', 42);
      const text = (ofSrc.data as Record<string, string>)["text/plain"] ?? "";
      assert.match(text, /const base: 1/);
      assert.match(text, /The base of every rate\./);
      const nothing = await bed.kernel.inspect("   ", 1);
      assert.equal(nothing.found, false);
    },
  },
];
