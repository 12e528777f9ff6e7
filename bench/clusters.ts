/**
 * k-means of 206,209 customers by 5 variables, k = 2 … 10, against ml-kmeans and scikit-learn on the same matrix:
 * first one run for each k, all three from the same centres; then ten restarts, each with its own k-means++.
 * scikit-learn runs if Python can import it: `PYTHON=path npm run bench -- clusters`.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { kMeans } from "../src/clusters/k-means/k-means";
import { kMeansSweep } from "../src/clusters/k-means/k-means-sweep";
import { plusPlus } from "../src/clusters/k-means/plus-plus";
import { type Matrix, matrixOf } from "../src/clusters/matrix";
import { fitScaler } from "../src/clusters/scale";
import { createRandom } from "../src/stats/random";
import { findScikitLearn, type Measured, scikitLearn } from "./peers/scikit-learn";

const ROWS = 206_209;
const KS = [2, 3, 4, 5, 6, 7, 8, 9, 10];
const RESTARTS = 10;

/** Customers of four kinds, each variable lognormal about the kind's centre; size ties frequency and volumes. */
function customers(): Matrix {
  const random = createRandom(20);
  const kinds = [
    [101, 8.6, 9.1, 81, 85],
    [290, 12.2, 28.7, 271, 280],
    [334, 6.6, 61.5, 781, 790],
    [140, 28.2, 8.4, 71, 76],
  ];
  const columns = kinds[0]!.map(() => new Float64Array(ROWS));
  for (let i = 0; i < ROWS; i++) {
    const kind = kinds[random.int(4)]!;
    const size = random.normal() * 0.3;
    kind.forEach((centre, j) => {
      columns[j]![i] = centre * Math.exp(random.normal() * 0.35 + (j > 1 ? size : 0));
    });
  }
  const matrix = matrixOf(columns.map((column, j) => [`x${j}`, column]));
  return fitScaler(matrix, "standard").apply(matrix);
}

async function measured(run: () => Promise<number[]>): Promise<Measured> {
  const begun = performance.now();
  const before = process.cpuUsage();
  const inertias = await run();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - begun) / 1000, processor: (user + system) / 1e6, inertias };
}

function tell(name: string, run: Measured, ours: Measured): void {
  const { seconds, processor, inertias } = run;
  const far = Math.max(...inertias.map((inertia, i) => inertia / ours.inertias[i]! - 1));
  const ratio = (of: "seconds" | "processor") => (run[of] / ours[of]).toFixed(2).padStart(5);
  console.log(
    `  ${name.padEnd(24)} ${seconds.toFixed(1).padStart(6)} s ${ratio("seconds")} × ours` +
      ` ${processor.toFixed(1).padStart(7)} s of processor ${ratio("processor")} × ours` +
      `  inertia at most ${far.toExponential(1)} above`,
  );
}

/** One run for each k from the same centres, so that all have the same work and the same answer. */
async function fromTheSameCentres(matrix: Matrix, folder: string, python: string | undefined): Promise<void> {
  const starts = new Map(KS.map((k) => [k, plusPlus(matrix, k, createRandom(k))]));
  for (const [k, centres] of starts) writeFileSync(join(folder, `starts-${k}.f64`), centres);
  const all = (engine: "hamerly" | "ml-kmeans") =>
    measured(async () => {
      const inertias: number[] = [];
      for (const k of KS) {
        const found = await kMeans(matrix, { k, seed: 1, starts: starts.get(k)!, engine, workers: 0 });
        inertias.push(found.inertia);
      }
      return inertias;
    });
  console.log("one run each, from the same centres");
  const ours = await all("hamerly");
  tell("ours, one thread", ours, ours);
  if (python !== undefined) tell("scikit-learn", scikitLearn(python, folder, matrix, KS, 0), ours);
  tell("ml-kmeans", await all("ml-kmeans"), ours);
}

async function restarting(matrix: Matrix, folder: string, python: string | undefined): Promise<void> {
  const sweep = (workers: number) =>
    measured(async () => {
      const found = await kMeansSweep(matrix, { ks: KS, seed: 1, restarts: RESTARTS, workers });
      return found.map(({ inertia }) => inertia);
    });
  console.log(`${RESTARTS} restarts each, with k-means++`);
  const cores = availableParallelism();
  const ours = await sweep(cores);
  tell(`ours, ${cores} worker threads`, ours, ours);
  tell("ours, one thread", await sweep(0), ours);
  if (python !== undefined) tell("scikit-learn", scikitLearn(python, folder, matrix, KS, RESTARTS), ours);
}

async function compare(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "segmentbook-bench-"));
  try {
    const found = findScikitLearn();
    console.log(
      found === undefined
        ? "scikit-learn is not there (set PYTHON to a Python that can import sklearn)"
        : `scikit-learn ${found.version}`,
    );
    const matrix = customers();
    writeFileSync(join(folder, "matrix.f64"), matrix.values);
    console.log(`${matrix.rows} × ${matrix.columns}, k = ${KS[0]} … ${KS.at(-1)}`);
    await fromTheSameCentres(matrix, folder, found?.python);
    await restarting(matrix, folder, found?.python);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

compare().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
