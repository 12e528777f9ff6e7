import { dirname } from "node:path";
import { type ExecuteResult, type Kernel, startKernel } from "../kernel/client";
import { type Cell, isRecord, joinLines, type Notebook } from "./nbformat";
import { OutputFolder } from "./outputs";

/** Why a run ended before the notebook's end. */
export interface Failure {
  /** Id of the cell it ended in; undefined if the kernel did not start. */
  readonly cell: string | undefined;
  /** A sentence for people. */
  readonly reason: string;
  readonly source: string;
  readonly traceback: readonly string[];
}

/** What came of a run: the notebook with the outputs so far, and the failure if there was one. */
export interface RunResult {
  readonly notebook: Notebook;
  readonly failure: Failure | undefined;
}

export interface RunOptions {
  /** Milliseconds a cell may take; no limit without it. */
  readonly timeoutMs?: number;
  /** Stops the run: the kernel is ended and {@link Stopped} is thrown. */
  readonly signal?: AbortSignal;
  /** Hears which code cell begins, counted from 1, of how many. */
  readonly onCell?: (index: number, of: number) => void;
  /** Keeps clock times in the cells' metadata, as nbclient does; no by default. */
  readonly times?: boolean;
  /** Variables added to the environment of the kernel. */
  readonly env?: NodeJS.ProcessEnv;
  /** A kernel begun beforehand for the notebook's folder. */
  readonly kernel?: Promise<Kernel>;
}

/** Thrown where a run was stopped from outside. */
export class Stopped extends Error {
  constructor() {
    super("The run was stopped.");
    this.name = "Stopped";
  }
}

/**
 * Runs a notebook's code cells in order, in a kernel of its own that starts in the notebook's folder. A failing
 * cell, a dead kernel or a timeout ends the run and is told in the result; the kernel is ended in any case.
 *
 * @throws {Stopped} if `signal` is raised
 * @example const { notebook: executed, failure } = await runNotebook("a.ipynb", notebook, { timeoutMs: 60_000 });
 */
export async function runNotebook(path: string, notebook: Notebook, options: RunOptions): Promise<RunResult> {
  const cells = notebook.cells.map(emptied);
  const result = { ...notebook, cells };
  const starting = options.kernel ?? startKernel({ cwd: dirname(path), env: options.env });
  let kernel: Kernel;
  try {
    kernel = await unlessStopped(starting, options.signal);
  } catch (error) {
    if (error instanceof Stopped) {
      void starting.then((late) => late.shutdown()).catch(() => undefined);
      throw error;
    }
    const reason = error instanceof Error ? error.message : String(error);
    return { notebook: result, failure: { cell: undefined, reason, source: "", traceback: [] } };
  }
  try {
    const language = kernel.info.language_info;
    if (isRecord(language)) result.metadata = { ...notebook.metadata, language_info: language };
    return { notebook: result, failure: await runCells(cells, kernel, options) };
  } finally {
    await kernel.shutdown();
  }
}

async function runCells(
  cells: readonly Cell[],
  kernel: Kernel,
  options: RunOptions,
): Promise<Failure | undefined> {
  const folder = new OutputFolder();
  const code = cells.filter((cell) => cell.cell_type === "code" && joinLines(cell.source).trim() !== "");
  // Outputs are taken at the end: a later cell may still update a display of an earlier one.
  const finish: (() => void)[] = [];
  try {
    for (const [index, cell] of code.entries()) {
      options.onCell?.(index + 1, code.length);
      const outputs = folder.cell();
      finish.push(() => {
        cell.outputs = outputs.outputs();
      });
      const from = new Date();
      const run = kernel.execute(joinLines(cell.source), {
        onMessage: (message) => outputs.apply(message),
        timeoutMs: options.timeoutMs,
        cellId: cell.id,
      });
      const result = await unlessStopped(run, options.signal);
      cell.execution_count = result.executionCount;
      if (options.times) {
        const to = new Date();
        cell.metadata = {
          ...cell.metadata,
          execution: { "iopub.execute_input": from.toISOString(), "shell.execute_reply": to.toISOString() },
        };
      }
      if (result.status === "ok") continue;
      const failure = await failureOf(result, cell, index + 1, kernel, options);
      // Where the kernel could not say what went wrong, the report says it in the cell's place.
      if (result.status !== "error") {
        outputs.apply({ type: "error", content: { ename: "", evalue: failure.reason, traceback: [] } });
      } else if (!outputs.outputs().some((output) => output.output_type === "error")) {
        outputs.apply({ type: "error", content: { ...result.error } });
      }
      return failure;
    }
    return undefined;
  } finally {
    for (const take of finish) take();
  }
}

async function failureOf(
  result: ExecuteResult,
  cell: Cell,
  number: number,
  kernel: Kernel,
  options: RunOptions,
): Promise<Failure> {
  const source = joinLines(cell.source);
  const error = result.error;
  const failure = { cell: cell.id, source, traceback: error?.traceback ?? [] };
  const name = `Code cell ${number}`;
  if (result.status === "error") {
    const message = `${error?.ename ?? "Error"}: ${error?.evalue ?? ""}`.split("\n")[0];
    return { ...failure, reason: `${name} failed with ${message}` };
  }
  if (result.status === "timeout") {
    const seconds = (options.timeoutMs ?? 0) / 1000;
    return { ...failure, reason: `${name} took longer than ${seconds} s and was stopped (see --timeout).` };
  }
  if (result.status === "aborted") return { ...failure, reason: `${name} was given up by the kernel.` };
  const exit = await kernel.exited;
  const how = exit.signal === null ? `exit code ${exit.code}` : exit.signal;
  const said = exit.stderr.trim() === "" ? [] : [exit.stderr.trim()];
  return { ...failure, traceback: said, reason: `The kernel died in code cell ${number} (${how}).` };
}

function emptied(cell: Cell): Cell {
  if (cell.cell_type !== "code") return { ...cell };
  const { execution: _, ...metadata } = cell.metadata;
  return { ...cell, metadata, outputs: [], execution_count: null };
}

async function unlessStopped<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  let stop = (): void => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(new Stopped());
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop);
  });
  try {
    return await Promise.race([promise, stopped]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
