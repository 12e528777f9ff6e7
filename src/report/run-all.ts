import { readFileSync } from "node:fs";
import { dirname, posix, relative } from "node:path";
import { type Kernel, startKernel } from "../kernel/client";
import { type Chosen, chooseNotebooks } from "./choose";
import { type Notebook, parseNotebook, requireTypeScript } from "./nbformat";
import { type GivenParameters, injectParameters, requireDeclared } from "./parameters";
import type { Progress } from "./progress";
import { type Failure, type RunResult, runNotebook, Stopped } from "./run-notebook";
import { summarise } from "./summary";
import { readVersions } from "./versions";
import { requireFolder } from "./write";
import { hasReport, type Listed, readNotebook, writeIndex, writeReport } from "./write-reports";

/** What to run and where to write it. */
export interface RunAllOptions {
  /** Files and folders, relative to `cwd`; all notebooks below `root` if empty. */
  readonly paths: readonly string[];
  readonly cwd: string;
  /** The notebooks' folder. */
  readonly root: string;
  readonly out: string;
  /** The project's folder, for the versions of its packages. */
  readonly project: string;
  readonly parameters: GivenParameters;
  readonly jobs: number;
  readonly timeoutMs: number | undefined;
  readonly times: boolean;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** Takes the account of a failure, to be shown to people. */
  readonly complain: (text: string) => void;
}

/** What came of a run of all. */
export interface RunAllResult {
  readonly ran: number;
  readonly failed: number;
  /** Path of the index. */
  readonly index: string;
}

interface Job extends Chosen {
  readonly notebook: Notebook;
}

/**
 * Runs notebooks, each in its own kernel, and writes their reports and the index of all. A notebook that fails
 * is reported and the others go on.
 *
 * @throws {Error} before anything runs, if a path, a notebook or a parameter is wrong, or reports cannot be written
 * @throws {Stopped} if `signal` is raised; no file is then left half written
 */
export async function runAll(options: RunAllOptions): Promise<RunAllResult> {
  const jobs = readJobs(options);
  requireFolder(options.out);
  const listed = listReports(jobs, options);
  const versions = readVersions(options.project);
  const queue = [...jobs];
  const early = new Map<Job, Promise<Kernel>>();
  // What cells export lands beside the reports.
  const env = { SEGMENTBOOK_OUTPUTS: options.out };
  let failed = 0;

  const runOne = async (job: Job): Promise<void> => {
    options.progress.start(job.name);
    const result = await runNotebook(job.path, job.notebook, {
      timeoutMs: options.timeoutMs,
      signal: options.signal,
      times: options.times,
      env,
      kernel: early.get(job),
      onCell: (index, of) => {
        options.progress.cell(job.name, index, of);
        // A kernel takes seconds to start, so the next one starts while this notebook runs.
        const next = queue[0];
        if (next === undefined || early.has(next)) return;
        const kernel = startKernel({ cwd: dirname(next.path), env });
        // If it cannot start, the run that takes it over says so.
        kernel.catch(() => undefined);
        early.set(next, kernel);
      },
    });
    const path = writeReport(options.out, job.name, stamped(result, versions), listed);
    options.progress.end(job.name, result.failure === undefined ? relative(options.cwd, path) : "failed");
    if (result.failure === undefined) return;
    failed++;
    options.complain(account(job.name, result.failure));
  };
  const work = async (): Promise<void> => {
    while (!options.signal.aborted) {
      const job = queue.shift();
      if (job === undefined) return;
      await runOne(job);
    }
    throw new Stopped();
  };
  // All are waited for, so that each has ended its kernel before an error of one is told.
  const ends = await Promise.allSettled(Array.from({ length: options.jobs }, work));
  await Promise.all(
    queue.map((job) =>
      early
        .get(job)
        ?.then((kernel) => kernel.shutdown())
        .catch(() => undefined),
    ),
  );
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  return { ran: jobs.length, failed, index: writeIndex(options.out) };
}

function readJobs({ paths, root, cwd, parameters }: RunAllOptions): readonly Job[] {
  const read = chooseNotebooks(paths, root, cwd).map((chosen) => ({
    ...chosen,
    notebook: parseNotebook(readFileSync(chosen.path, "utf8"), relative(cwd, chosen.path)),
  }));
  if (read.length === 0) {
    throw new Error(`There is no notebook (*.ipynb) below ${root}. Put one there, or name a path to run.`);
  }
  for (const job of read) requireTypeScript(job.notebook, relative(cwd, job.path));
  requireDeclared(
    read.map(({ notebook }) => notebook),
    parameters,
  );
  return read.map((job) => ({ ...job, notebook: injectParameters(job.notebook, parameters) }));
}

// Reports that there will be after this run, so that none links to one that is not there.
function listReports(jobs: readonly Job[], { root, out, cwd }: RunAllOptions): readonly Listed[] {
  const names = new Set(jobs.map((job) => job.name));
  const others = chooseNotebooks([], root, cwd).filter(
    ({ name }) => !names.has(name) && hasReport(out, name),
  );
  const read = others.flatMap(({ name, path }) => {
    const notebook = readNotebook(path);
    return notebook === undefined ? [] : [{ name, notebook }];
  });
  return [...jobs, ...read]
    .map(({ name, notebook }) => ({ name, title: summarise(notebook, posix.basename(name)).title }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function stamped({ notebook, failure }: RunResult, versions: Readonly<Record<string, string>>): Notebook {
  const failed =
    failure === undefined ? {} : { failed: { cell: failure.cell ?? "", reason: failure.reason } };
  return { ...notebook, metadata: { ...notebook.metadata, segmentbook: { versions, ...failed } } };
}

function account(name: string, failure: Failure): string {
  const lines = failure.source.replace(/\s+$/, "").split("\n");
  const numbered = lines.map((line, index) => `${String(index + 1).padStart(4)} | ${line}`);
  const source = failure.source.trim() === "" ? [] : [...numbered, ""];
  return ["", `${name}: ${failure.reason}`, "", ...source, ...failure.traceback, ""].join("\n");
}
