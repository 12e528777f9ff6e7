import { spawnSync } from "node:child_process";

/** What it took to learn from purchases, and what came of it. */
export interface Learnt {
  readonly seconds: number;
  /** Processor time of all threads. */
  readonly processor: number;
  /** A number that another way of learning the same has to come to. */
  readonly reached: number;
}

/** PyPI's implicit: least squares exactly or by conjugate gradients, and cosines between items. */
export type RecommenderPeer = "implicit als cholesky" | "implicit als cg" | "implicit cosine";

const PROGRAM = `
import json, os, resource, sys, time
os.environ["OPENBLAS_NUM_THREADS"] = "1"
import numpy as np
import scipy.sparse as sparse
folder, peer, o = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
starts, items = np.fromfile(folder + "/starts.u32", dtype=np.uint32), np.fromfile(folder + "/items.u32", dtype=np.uint32)
orders = np.fromfile(folder + "/orders.f64")
table = lambda values: sparse.csr_matrix((values, items.astype(np.int32), starts.astype(np.int32)), shape=(o["customers"], o["items"]))
def used():
    u = resource.getrusage(resource.RUSAGE_SELF)
    return u.ru_utime + u.ru_stime
if peer.startswith("implicit als"):
    from implicit.cpu.als import AlternatingLeastSquares
    confidences = table(1 + o["alpha"] * orders)
    transposed = confidences.T.tocsr().astype(np.float32)
    model = AlternatingLeastSquares(o["factors"], o["regularization"], alpha=1.0, iterations=o["iterations"],
        use_cg=peer.endswith("cg"), num_threads=o["threads"])
    # Items first, from the same starts: the order of sweeps is the other way round.
    model.item_factors = np.fromfile(folder + "/starts.f64").reshape(-1, o["factors"]).astype(np.float32)
    model.user_factors = np.zeros((o["items"], o["factors"]), dtype=np.float32)
    work = lambda: model.fit(transposed, show_progress=False)
    def reached():
        x, y = model.item_factors.astype(float), model.user_factors.astype(float)
        rows = np.repeat(np.arange(o["customers"]), np.diff(starts))
        products = np.concatenate([np.einsum("ij,ij->i", x[rows[i:i + 100000]], y[items[i:i + 100000]])
            for i in range(0, len(items), 100000)])
        known = (confidences.data * (1 - products) ** 2 - products ** 2).sum()
        return known + ((x.T @ x) * (y.T @ y)).sum() + o["regularization"] * ((x ** 2).sum() + (y ** 2).sum())
else:
    from implicit.nearest_neighbours import CosineRecommender
    bought = table(np.ones(len(items)))
    model = CosineRecommender(K=o["neighbours"] + 1, num_threads=o["threads"])
    work = lambda: model.fit(bought, show_progress=False)
    reached = lambda: (bought[:o["tried"]] @ model.similarity).sum()
begun, before = time.perf_counter(), used()
work()
taken = {"seconds": time.perf_counter() - begun, "processor": used() - before}
print(json.dumps({**taken, "reached": float(reached())}))
`;

/** The Python that can import implicit: `PYTHON`, or python3 on the path; undefined when neither can. */
export function pythonWithImplicit(): string | undefined {
  return [process.env.PYTHON, "python3"].find(
    (python) => python && spawnSync(python, ["-c", "import scipy, implicit"]).status === 0,
  );
}

/**
 * Learns from the purchases in `folder`: `starts.u32`, `items.u32`, `orders.f64`, and `starts.f64` with the factors to
 * start from. Reading and turning them about is done before the clock starts.
 * @throws Error with what Python said, when it fails
 */
export function learnWith(
  python: string,
  peer: RecommenderPeer,
  folder: string,
  options: Readonly<Record<string, number>>,
): Learnt {
  const run = spawnSync(python, ["-c", PROGRAM, folder, peer, JSON.stringify(options)], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`${peer} failed:\n${run.stderr}`);
  return JSON.parse(run.stdout.trim().split("\n").at(-1) as string) as Learnt;
}
