/**
 * Runs a test suite by Node's test runner: `npm test [-- filter…]`, or `--suite browser|lab`.
 * A filter keeps the files whose path holds it.
 */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { missingFor } from "../test/needs";

const root = join(__dirname, "..");
const suites = {
  unit: { folders: ["src", "scripts", "test"], not: ["test/browser", "test/lab"] },
  browser: { folders: ["test/browser"], not: [] },
  lab: { folders: ["test/lab"], not: [] },
} as const;

function main(args: string[]): number {
  const at = args.indexOf("--suite");
  const suite = at < 0 ? "unit" : args.splice(at, 2)[1];
  if (suite !== "unit" && suite !== "browser" && suite !== "lab") {
    console.error(`There is no suite "${suite}"; take --suite browser or --suite lab, or none for the rest.`);
    return 2;
  }
  const missing = missingFor(suite);
  if (missing) {
    console.error(missing);
    return 2;
  }
  const { folders, not } = suites[suite];
  const files = folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((f) => join(folder, f)),
    )
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".test.ts") && !not.some((folder) => file.startsWith(`${folder}/`)))
    .filter((file) => args.every((filter) => file.includes(filter)))
    .sort();
  if (files.length === 0) {
    console.error(`No test file of suite "${suite}" matches ${args.join(" ")}.`);
    return 2;
  }
  const run = spawnSync(process.execPath, ["--import", "tsx", "--test", "--test-concurrency=2", ...files], {
    cwd: root,
    stdio: "inherit",
  });
  return run.status ?? 1;
}

process.exitCode = main(process.argv.slice(2));
