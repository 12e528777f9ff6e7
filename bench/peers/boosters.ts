import { spawnSync } from "node:child_process";

/** What it took to train a model, and how well it ranks rows that it has not seen. */
export interface Boosted {
  readonly seconds: number;
  /** Processor time of all threads. */
  readonly processor: number;
  readonly auc: number;
}

/** Modules of Python that boost trees. */
export type Booster = "lightgbm" | "sklearn";

const PROGRAM = `
import json, os, resource, sys, time
folder, peer, o = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
os.environ["OMP_NUM_THREADS"] = str(o["threads"])
import numpy as np
from sklearn.metrics import roc_auc_score
X = np.ascontiguousarray(np.array([np.fromfile(folder + "/x%d.f64" % j) for j in range(o["columns"])]).T)
y = np.fromfile(folder + "/labels.u8", dtype=np.uint8)
n = o["rows"]
def used():
    u = resource.getrusage(resource.RUSAGE_SELF)
    return u.ru_utime + u.ru_stime
if peer == "lightgbm":
    import lightgbm
    how = dict(objective="binary", num_leaves=o["maxLeaves"], learning_rate=o["learningRate"], max_bin=255,
        min_data_in_leaf=o["minRows"], num_threads=o["threads"], verbose=-1)
    work = lambda: lightgbm.train(how, lightgbm.Dataset(X[:n], y[:n]), o["trees"])
    predict = lambda model: model.predict(X[n:])
else:
    from sklearn.ensemble import HistGradientBoostingClassifier
    model = HistGradientBoostingClassifier(max_iter=o["trees"], max_leaf_nodes=o["maxLeaves"], early_stopping=False,
        learning_rate=o["learningRate"], min_samples_leaf=o["minRows"])
    work = lambda: model.fit(X[:n], y[:n])
    predict = lambda model: model.predict_proba(X[n:])[:, 1]
begun, before = time.perf_counter(), used()
model = work()
taken = {"seconds": time.perf_counter() - begun, "processor": used() - before}
print(json.dumps({**taken, "auc": float(roc_auc_score(y[n:], predict(model)))}))
`;

/** The Python that can import a module: `PYTHON`, or python3 on the path; undefined when neither can. */
export function pythonWith(peer: Booster): string | undefined {
  return [process.env.PYTHON, "python3"].find(
    (python) => python && spawnSync(python, ["-c", `import sklearn, ${peer}`]).status === 0,
  );
}

/**
 * Trains on the table in `folder`, `x0.f64` and so on with `labels.u8`, and ranks the rows after those it trained on.
 * Reading is done before the clock starts.
 * @throws Error with what Python said, when it fails
 */
export function boostWith(
  python: string,
  peer: Booster,
  folder: string,
  options: Readonly<Record<string, number>>,
): Boosted {
  const run = spawnSync(python, ["-c", PROGRAM, folder, peer, JSON.stringify(options)], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`${peer} failed:\n${run.stderr}`);
  return JSON.parse(run.stdout.trim().split("\n").at(-1) as string) as Boosted;
}
