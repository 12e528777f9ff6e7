import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";

const src = join(__dirname, "..", "src");

/** Which rooms each room may know; what is not listed knows nobody. Tests beside the code are not held to it. */
const mayKnow: Record<string, readonly string[]> = {
  data: ["stats"],
  segments: ["data", "stats"],
  clusters: ["data", "stats", "threads"],
  baskets: ["data", "stats", "threads"],
  recommend: ["baskets", "data", "stats", "threads"],
  models: ["data", "stats", "threads"],
  charts: ["theme", "stats", "data", "segments", "clusters", "baskets", "recommend", "models"],
  notebook: ["charts", "theme", "data", "kernel/display"],
  report: ["kernel", "theme"],
};

const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"));
const sources = files.filter((file) => file.includes("/") && !/(\.test|\/testing[^/]*)\.ts$/.test(file));

test("rooms depend one way only", () => {
  const wrong: string[] = [];
  for (const file of sources) {
    const room = file.split("/")[0] as string;
    const code = readFileSync(join(src, file), "utf8");
    for (const [, id] of code.matchAll(/^(?:import|export)\b[^;"'`]*?(?:from )?"(\.[^"]*)";/gm)) {
      const target = normalize(join(dirname(file), id as string)).replaceAll("\\", "/");
      const allowed = [room, ...(mayKnow[room] ?? [])];
      if (!allowed.some((known) => target === known || target.startsWith(`${known}/`))) {
        wrong.push(`${file} imports ${target}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});

test("every file is read in one sitting", () => {
  const sheets = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".css"),
  );
  const long = [...files, ...sheets]
    .map((file) => ({ file, lines: readFileSync(join(src, file), "utf8").split("\n").length - 1 }))
    .filter(({ lines }) => lines > 300);
  assert.deepEqual(long, []);
});

test("the shared module can run in cells: neither import.meta nor top-level await", () => {
  const wrong = sources.filter((file) =>
    /\bimport\.meta\b|^await /m.test(readFileSync(join(src, file), "utf8")),
  );
  assert.deepEqual(wrong, []);
});
