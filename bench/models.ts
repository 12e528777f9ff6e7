/**
 * Boosted trees on a generated table of 1,000,000 × 20, 96 leaves, 100 trees, on one thread and on two, against LightGBM
 * and scikit-learn's HistGradientBoosting on the same file: time from the table to the model, binning included, and AUC
 * on 200,000 other rows. They run if Python can import them: `PYTHON=path npm run bench -- models`; `ROWS=300000` takes
 * fewer. It fails where an AUC is more than .001 below LightGBM's, or two threads come to another model than one.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { boost } from "../src/models/boosting/boost";
import { marginsOf } from "../src/models/boosting/boosted-trees";
import { boostedTreesToJson } from "../src/models/boosting/model-json";
import { rankScores } from "../src/models/evaluation/ranked-scores";
import { rocAuc } from "../src/models/evaluation/roc";
import { tallyScores } from "../src/models/evaluation/score-tally";
import { type Features, takeRows } from "../src/models/features/features";
import { createRandom } from "../src/stats/random";
import { type Boosted, boostWith, pythonWith } from "./peers/boosters";

const ROWS = Number(process.env.ROWS ?? 1_000_000);
const TESTED = ROWS / 5;
const COLUMNS = 20;
const HOW = { trees: 100, maxLeaves: 96, learningRate: 0.1, minRows: 20 };
const THREADS = [1, 2];

/** Uniform features, five of them of 50 values, two in a hundred missing; seven of them tell something of the label. */
function table(): { features: Features; labels: Uint8Array } {
  const random = createRandom(6);
  const rows = ROWS + TESTED;
  const columns = Array.from({ length: COLUMNS }, (_, j) =>
    Float64Array.from({ length: rows }, () => {
      const x = j >= 10 && j < 15 ? Math.floor(50 * random.next() ** 3) : random.next();
      return random.next() < 0.02 ? Number.NaN : x;
    }),
  );
  const labels = Uint8Array.from({ length: rows }, (_, i) => {
    const x = (j: number) => (Number.isNaN(columns[j]![i]!) ? 0.5 : columns[j]![i]!);
    const margin =
      3 * (x(0) > 0.5 && x(1) > 0.3 ? 1 : 0) +
      1.5 * Math.sin(6 * x(2)) +
      2 * x(3) * x(4) +
      Math.sin(8 * x(5) * x(6)) +
      0.05 * x(10) -
      3.2;
    return random.next() < 1 / (1 + Math.exp(-margin)) ? 1 : 0;
  });
  return { features: { names: columns.map((_, j) => `x${j}`), columns }, labels };
}

function tell(name: string, run: Boosted, peer: Boosted | undefined): void {
  const { seconds, processor, auc } = run;
  const ratio = (of: "seconds" | "processor") =>
    peer ? `${(run[of] / peer[of]).toFixed(2).padStart(5)} × LightGBM` : "";
  console.log(
    `  ${name.padEnd(34)} ${seconds.toFixed(1).padStart(6)} s ${ratio("seconds")}` +
      ` ${processor.toFixed(1).padStart(7)} s of processor ${ratio("processor")}  AUC ${auc.toFixed(5)}`,
  );
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "segmentbook-bench-"));
  try {
    const { features, labels } = table();
    for (const [j, column] of features.columns.entries())
      writeFileSync(join(folder, `x${j}.f64`), column as Float64Array);
    writeFileSync(join(folder, "labels.u8"), labels);
    const training = {
      ...features,
      columns: features.columns.map((x) => (x as Float64Array).slice(0, ROWS)),
    };
    const others = takeRows(
      features,
      Int32Array.from({ length: TESTED }, (_, i) => ROWS + i),
    );
    console.log(`${ROWS} × ${COLUMNS}, ${HOW.trees} trees of ${HOW.maxLeaves} leaves`);

    const ours = async (threads: number): Promise<Boosted & { text: string }> => {
      const begun = performance.now();
      const before = process.cpuUsage();
      const { model } = await boost(training, labels.subarray(0, ROWS), {
        loss: "log loss",
        ...HOW,
        threads,
      });
      const { user, system } = process.cpuUsage(before);
      const seconds = (performance.now() - begun) / 1000;
      const auc = rocAuc(tallyScores(rankScores(labels.subarray(ROWS), marginsOf(model, others))));
      return { seconds, processor: (user + system) / 1e6, auc, text: boostedTreesToJson(model) };
    };
    const texts = new Set<string>();
    for (const threads of THREADS) {
      const all = { ...HOW, threads, rows: ROWS, columns: COLUMNS };
      const named = (name: string) => `${name}, ${threads} thread${threads === 1 ? "" : "s"}`;
      const lightgbm = pythonWith("lightgbm");
      const peer = lightgbm === undefined ? undefined : boostWith(lightgbm, "lightgbm", folder, all);
      if (peer) tell(named("LightGBM"), peer, peer);
      else console.log("LightGBM is not there (set PYTHON to a Python that can import lightgbm)");
      const run = await ours(threads);
      tell(named("ours"), run, peer);
      texts.add(run.text);
      const sklearn = pythonWith("sklearn");
      if (sklearn !== undefined) {
        const other = boostWith(sklearn, "sklearn", folder, all);
        tell(named("HistGradientBoosting"), other, peer);
      } else console.log("scikit-learn is not there (set PYTHON to a Python that can import sklearn)");
      if (peer && run.auc < peer.auc - 0.001) {
        console.error(`  AUC ${run.auc} is more than .001 below LightGBM's ${peer.auc}`);
        process.exitCode = 1;
      }
    }
    if (texts.size !== 1) {
      console.error("  one thread and two came to different models");
      process.exitCode = 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
