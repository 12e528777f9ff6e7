/** Runs the benchmarks of `bench/`: `npm run bench -- [name…]`; each prints times as ratios to a named peer. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

const folder = join(__dirname, "..", "bench");
const known = readdirSync(folder)
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.slice(0, -3));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length) {
  console.error(`There is no benchmark "${unknown[0]}"; there are: ${known.join(", ")}.`);
  process.exitCode = 2;
} else {
  for (const name of wanted.length ? wanted : known) {
    console.log(`# ${name}`);
    const run = spawnSync(process.execPath, ["--import", "tsx", join(folder, `${name}.ts`)], {
      stdio: "inherit",
    });
    if (run.status !== 0) process.exitCode = 1;
  }
}
