import { spawnSync } from "node:child_process";

/** What one way of clustering took and found. */
export interface Measured {
  readonly seconds: number;
  /** Processor time of all threads. */
  readonly processor: number;
  /** For each k. */
  readonly inertias: readonly number[];
}

const PROGRAM = `
import json, resource, sys, time
import numpy as np
from sklearn.cluster import KMeans
folder, rows, columns, restarts, ks = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), json.loads(sys.argv[5])
X = np.fromfile(folder + "/matrix.f64").reshape(rows, columns)
def used():
    u = resource.getrusage(resource.RUSAGE_SELF)
    return u.ru_utime + u.ru_stime
KMeans(2, n_init=1, max_iter=2).fit(X[:1000])
begun, before, inertias = time.perf_counter(), used(), []
for k in ks:
    if restarts == 0:
        starts = np.fromfile(folder + "/starts-%d.f64" % k).reshape(k, columns)
        model = KMeans(k, init=starts, n_init=1)
    else:
        model = KMeans(k, n_init=restarts, random_state=0)
    inertias.append(model.fit(X).inertia_)
print(json.dumps({"seconds": time.perf_counter() - begun, "processor": used() - before, "inertias": inertias}))
`;

/** The Python that can import scikit-learn: `PYTHON`, or python3 on the path; undefined when neither can. */
export function findScikitLearn(): { python: string; version: string } | undefined {
  for (const python of [process.env.PYTHON, "python3"]) {
    if (python === undefined || python === "") continue;
    const probe = spawnSync(python, ["-c", "import sklearn; print(sklearn.__version__)"], {
      encoding: "utf8",
    });
    if (probe.status === 0) return { python, version: probe.stdout.trim() };
  }
  return undefined;
}

/**
 * scikit-learn's k-means on the matrix in `folder/matrix.f64`: from `folder/starts-K.f64` when `restarts` is 0.
 * @throws Error with what Python said, when it fails
 */
export function scikitLearn(
  python: string,
  folder: string,
  shape: { rows: number; columns: number },
  ks: readonly number[],
  restarts: number,
): Measured {
  const args = ["-c", PROGRAM, folder, shape.rows, shape.columns, restarts, JSON.stringify(ks)].map(String);
  const run = spawnSync(python, args, { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`scikit-learn failed:\n${run.stderr}`);
  return JSON.parse(run.stdout.trim().split("\n").at(-1)!) as Measured;
}
