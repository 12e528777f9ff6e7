import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readParameter } from "./parameters";
import { showProgress } from "./progress";
import { runAll } from "./run-all";
import { Stopped } from "./run-notebook";
import { stripAnsi } from "./terminal";

const project = join(__dirname, "..", "..");

export const help = `Runs notebooks and writes one HTML report for each, and an index of all.

  npm run report [-- PATH…] [options]

  PATH                 a notebook or a folder of notebooks, such as instacart/01-eda; all if none is given
  -p, --parameter N=V  sets a parameter that a notebook declares in its first code cell; may be repeated
      --timeout S      seconds that one cell may take (600)
      --jobs N         notebooks that run at the same time (2)
      --out DIR        where the reports go (outputs)
      --no-times       keeps no clock times, so that the same inputs give the same bytes
  -h, --help           shows this

Ends with 0 if all went well, 1 if a notebook failed, 2 if it was called wrongly, 130 if it was stopped.
`;

/** Choices of one call. */
export interface ReportCall {
  readonly paths: readonly string[];
  readonly parameters: ReadonlyMap<string, string>;
  readonly timeoutMs: number;
  readonly jobs: number;
  readonly out: string;
  readonly times: boolean;
  readonly help: boolean;
}

/**
 * Reads the command line.
 *
 * @throws {Error} if an option is unknown or its value does not fit
 * @example readCall(["notebooks/online-retail", "-p", "seed=7"]).parameters.get("seed") // "7"
 */
export function readCall(args: readonly string[]): ReportCall {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      parameter: { type: "string", short: "p", multiple: true, default: [] },
      timeout: { type: "string", default: "600" },
      jobs: { type: "string", default: "2" },
      out: { type: "string", default: "outputs" },
      "no-times": { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const seconds = Number(values.timeout);
  // Node's timers count milliseconds in 31 bits and fire at once beyond.
  if (!(seconds > 0 && seconds <= 2_000_000)) {
    throw new Error(
      `--timeout takes seconds, more than 0 and at most 2000000; given was "${values.timeout}".`,
    );
  }
  const jobs = Number(values.jobs);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 64) {
    throw new Error(`--jobs takes a whole number from 1 to 64; given was "${values.jobs}".`);
  }
  return {
    paths: positionals,
    parameters: new Map(values.parameter.map(readParameter)),
    timeoutMs: seconds * 1000,
    jobs,
    out: values.out,
    times: !values["no-times"],
    help: values.help,
  };
}

/**
 * The command `npm run report`.
 *
 * @returns the exit status: 0, 1 if a notebook failed, 2 if called wrongly, 130 if stopped by Ctrl-C
 */
export async function reportCommand(args: readonly string[], cwd: string): Promise<number> {
  const complain = (text: string): void =>
    void process.stderr.write(`${process.stderr.isTTY ? text : stripAnsi(text)}\n`);
  let call: ReportCall;
  try {
    call = readCall(args);
  } catch (error) {
    complain(`${(error as Error).message}\nSee npm run report -- --help`);
    return 2;
  }
  if (call.help) {
    process.stdout.write(help);
    return 0;
  }
  const stop = new AbortController();
  const onSignal = (): void => {
    // Asked twice, do not wait for kernels to end: leaving kills them.
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  const progress = showProgress(process.stdout);
  try {
    const result = await runAll({
      ...call,
      out: resolve(cwd, call.out),
      cwd,
      project,
      root: join(project, "notebooks"),
      signal: stop.signal,
      progress,
      complain: (text) => progress.around(() => complain(text)),
    });
    progress.close();
    const failed = result.failed === 0 ? "" : `${result.failed} of ${result.ran} notebooks failed. `;
    process.stdout.write(`${failed}Open ${relative(cwd, result.index)}\n`);
    return result.failed === 0 ? 0 : 1;
  } catch (error) {
    progress.close();
    complain(
      error instanceof Stopped ? "Stopped; reports finished so far are kept." : (error as Error).message,
    );
    return error instanceof Stopped ? 130 : 2;
  } finally {
    process.off("SIGINT", onSignal);
    process.off("SIGTERM", onSignal);
  }
}
