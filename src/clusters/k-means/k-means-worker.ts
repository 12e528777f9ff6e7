/** A worker thread's side of {@link runStarts}: takes a start, answers with where it settled, until it is ended. */
import { parentPort, workerData } from "node:worker_threads";
import { oneStart, type Start } from "./one-start";
import type { Limits, Points } from "./points";

const { points, limits } = workerData as { points: Points; limits: Limits };
parentPort?.on("message", async ({ index, start }: { index: number; start: Start }) => {
  parentPort?.postMessage({ index, settled: await oneStart(points, start, limits) });
});
