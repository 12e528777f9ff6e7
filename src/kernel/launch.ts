import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { openCache } from "./cache";
import { openCompiler } from "./compiler";
import type { Connection } from "./connection";
import { KERNEL_HOOK, type KernelHook } from "./display";
import { hearInterrupts } from "./interrupts";
import { installLoader } from "./loader";
import { captureStreams, currentOutput, hideMarksOfPromises } from "./output";
import { Server } from "./server";
import { Session } from "./session";
import { renderStack } from "./stack";
import { findTslab, type TslabParts } from "./tslab";

/** Lets cells and modules show things: our `display`, and tslab's own for notebooks that import it. */
function hangHooks(parts: TslabParts): void {
  const show = (content: Record<string, unknown>, update: boolean) =>
    currentOutput()?.send(update ? "update_display_data" : "display_data", content);
  const hook: KernelHook = {
    display(bundle, { id, update = false, metadata = {} }) {
      show({ data: bundle, metadata, transient: id === undefined ? {} : { display_id: id } }, update);
    },
    clearOutput: (wait) => currentOutput()?.send("clear_output", { wait }),
  };
  Object.defineProperty(globalThis, KERNEL_HOOK, { value: hook });
  parts.jupyter.lastWriteDisplayData = (content, update = false) =>
    show(content as Record<string, unknown>, update);
}

/** Keeps the kernel alive through what cells leave behind, and says what it was where it came from. */
function surviveStrays(): void {
  process.on("uncaughtException", (error) => console.error("Uncaught in a callback:", error));
  process.on("unhandledRejection", (reason) => console.error("Rejected, and not awaited:", reason));
}

/** A kernel whose client was killed has nobody left who could end it. */
function endWithParent(): void {
  if (process.env.JPY_PARENT_PID === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(1);
  }, 1000).unref();
}

/** The folder that files are named from: the nearest one above the notebook with a package.json. */
function projectOf(cwd: string): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return folder;
    if (folder === dirname(folder)) return cwd;
  }
}

async function run(argv: readonly string[]): Promise<void> {
  const file = argv[argv.indexOf("--config-path") + 1];
  if (!argv.includes("--config-path") || file === undefined) {
    throw new Error("The kernel needs --config-path FILE, the connection file that Jupyter writes for it.");
  }
  const connection: Connection = JSON.parse(readFileSync(file, "utf8"));
  const cwd = process.cwd();
  const home = resolve(__dirname, "..", "..");
  const project = projectOf(cwd);
  const tslab = findTslab();
  const cache = openCache(join(home, "node_modules", ".cache", "segmentbook", "kernel"));
  let session: Session | undefined;
  const interrupts = hearInterrupts(() => session?.interrupt());
  const compiler = openCompiler(tslab, home, cwd, cache);
  Error.prepareStackTrace = (error, sites) => renderStack(error, sites, __dirname);
  Error.stackTraceLimit = 30;
  session = new Session(compiler, installLoader(tslab.ts, project, cache), interrupts, project, cwd);
  const server = new Server(connection, compiler, session);
  surviveStrays();
  hangHooks(compiler.parts);
  captureStreams();
  hideMarksOfPromises();
  endWithParent();
  interrupts.ready();
  await server.serve();
  process.exit(0);
}

/**
 * Starts the kernel: `node launch.cjs --config-path FILE`. Ends the process with a message if it cannot.
 *
 * @example launch(process.argv);
 */
export function launch(argv: readonly string[]): void {
  run(argv).catch((error: unknown) => {
    process.stderr.write(`segmentbook: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
}
