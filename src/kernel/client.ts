import { join } from "node:path";
import { Channels } from "./channels";
import { type ConnectionFile, newConnectionFile } from "./connection";
import { type Exit, type KernelProcess, spawnKernel } from "./process";
import { afterOr } from "./timing";
import type { WireMessage } from "./wire";

/** A broadcast of the kernel: `stream`, `display_data`, `execute_result`, `error`, `clear_output`, `status` … */
export interface IopubMessage {
  type: string;
  content: Record<string, unknown>;
  metadata: Record<string, unknown>;
}

/** How a cell ended. `timeout` and `dead` come from the client: the kernel gave no answer of its own. */
export interface ExecuteResult {
  status: "ok" | "error" | "aborted" | "timeout" | "dead";
  executionCount: number | null;
  error?: { ename: string; evalue: string; traceback: string[] };
}

/** Choices for one cell. */
export interface ExecuteOptions {
  /** Hears each broadcast of the cell, also late ones (a timer that prints after the cell has ended). */
  onMessage?: (message: IopubMessage) => void;
  /** After this many milliseconds the cell is interrupted and, if that does not help, the kernel killed. */
  timeoutMs?: number;
  /** The notebook's id of the cell, passed on to the kernel. */
  cellId?: string;
  /** Whether the kernel gives up cells already waiting behind this one if it fails; no, unless told. */
  stopOnError?: boolean;
}

/** A running kernel. */
export interface Kernel {
  /** The content of its `kernel_info_reply`. */
  readonly info: Record<string, unknown>;
  /** Runs a cell; settles when both the reply and the end of the output were seen. Never rejects. */
  execute(code: string, options?: ExecuteOptions): Promise<ExecuteResult>;
  /** The content of `complete_reply` for a cursor counted in characters; rejects if the kernel has died. */
  complete(code: string, cursor: number): Promise<Record<string, unknown>>;
  /** The content of `inspect_reply` for a cursor counted in characters; rejects if the kernel has died. */
  inspect(code: string, cursor: number): Promise<Record<string, unknown>>;
  /** Sends any request on the shell channel and gives the reply's content; rejects if the kernel has died. */
  request(type: string, content: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** Sends SIGINT: the running cell ends with an error, the kernel lives on. */
  interrupt(): void;
  /** Settles when the process has ended, however it did. */
  readonly exited: Promise<Exit>;
  /** Asks the kernel to end, and makes it end if it does not; settles when the process is gone. */
  shutdown(): Promise<void>;
}

/** Choices for a kernel's start. */
export interface StartOptions {
  /** The folder the kernel runs in: the notebook's. */
  cwd: string;
  /** The command, with `{connection_file}` where the file's path goes; our launcher unless told. */
  argv?: readonly string[];
  /** Variables added to this process's environment. */
  env?: NodeJS.ProcessEnv;
  /** How long to wait for the kernel's first answer, 60,000 ms unless told. */
  startTimeoutMs?: number;
}

/** The command that starts the project's own kernel. */
export const LAUNCHER_ARGV: readonly string[] = [
  process.execPath,
  join(__dirname, "launch.cjs"),
  "--config-path",
  "{connection_file}",
];

const GRACE_MS = 3_000;
const PORT_TAKEN = /EADDRINUSE|Address already in use/i;

/** Broadcasts are lost until the subscription has reached the kernel, so ask until one was seen. */
async function firstAnswer(channels: Channels, gone: Promise<Exit>, timeoutMs: number) {
  const deadline = performance.now() + timeoutMs;
  let dead = false;
  void gone.then(() => {
    dead = true;
  });
  while (!dead && performance.now() < deadline) {
    const { reply, idle } = channels.request("shell", "kernel_info_request", {});
    const both = Promise.all([reply, idle]).then(([message]) => message.content);
    const info = await Promise.race([both, gone.then(() => undefined), afterOr(500, both, undefined)]);
    if (info) return info;
  }
  return undefined;
}

function resultOf(content: Record<string, unknown>): ExecuteResult {
  const { status, execution_count: count, ename, evalue, traceback } = content;
  const executionCount = typeof count === "number" ? count : null;
  if (status === "ok") return { status, executionCount };
  if (status === "aborted" || status === "abort") return { status: "aborted", executionCount };
  const lines = Array.isArray(traceback) ? traceback.map(String) : [];
  const error = { ename: String(ename ?? "Error"), evalue: String(evalue ?? ""), traceback: lines };
  return { status: "error", executionCount, error };
}

class RunningKernel implements Kernel {
  readonly exited: Promise<Exit>;
  constructor(
    readonly info: Record<string, unknown>,
    private readonly channels: Channels,
    private readonly process: KernelProcess,
  ) {
    this.exited = process.exited;
  }

  async execute(code: string, options: ExecuteOptions = {}): Promise<ExecuteResult> {
    const content = {
      code,
      silent: false,
      store_history: true,
      user_expressions: {},
      allow_stdin: false,
      stop_on_error: options.stopOnError ?? false,
    };
    const onIopub = (message: WireMessage) =>
      options.onMessage?.({
        type: message.header.msg_type,
        content: message.content,
        metadata: message.metadata,
      });
    const metadata = options.cellId === undefined ? {} : { cellId: options.cellId };
    const { reply, idle } = this.channels.request("shell", "execute_request", content, onIopub, metadata);
    const done = Promise.all([reply, idle]).then(([message]) => resultOf(message.content));
    const dead = this.exited.then((): ExecuteResult => ({ status: "dead", executionCount: null }));
    const ended = Promise.race([done, dead]);
    if (options.timeoutMs === undefined) return ended;
    const result = await afterOr(options.timeoutMs, ended, undefined);
    if (result) return result;
    this.interrupt();
    const late = await afterOr(GRACE_MS, ended, undefined);
    if (!late) {
      this.process.signal("SIGKILL");
      await this.exited;
    }
    return { ...late, status: "timeout", executionCount: late?.executionCount ?? null };
  }

  async request(type: string, content: Record<string, unknown>): Promise<Record<string, unknown>> {
    const { reply, idle } = this.channels.request("shell", type, content);
    const died = this.exited.then(({ code, signal }) => {
      throw new Error(`The kernel ended (${signal ?? `exit code ${code}`}) before it answered ${type}.`);
    });
    const [message] = await Promise.race([Promise.all([reply, idle]), died]);
    return message.content;
  }

  complete(code: string, cursor: number): Promise<Record<string, unknown>> {
    return this.request("complete_request", { code, cursor_pos: cursor });
  }

  inspect(code: string, cursor: number): Promise<Record<string, unknown>> {
    return this.request("inspect_request", { code, cursor_pos: cursor, detail_level: 0 });
  }

  interrupt(): void {
    this.process.signal("SIGINT");
  }

  async shutdown(): Promise<void> {
    this.channels.request("control", "shutdown_request", { restart: false });
    for (const name of ["SIGTERM", "SIGKILL"] as const) {
      if (await afterOr(GRACE_MS / 2, this.exited, undefined)) return;
      this.process.signal(name);
    }
    await this.exited;
  }
}

async function attempt(options: StartOptions, file: ConnectionFile): Promise<Kernel | Exit> {
  const argv = (options.argv ?? LAUNCHER_ARGV).map((part) => part.replace("{connection_file}", file.path));
  const kernelProcess = spawnKernel(argv, options.cwd, options.env ?? {});
  const channels = new Channels(file.connection);
  void kernelProcess.exited.then(() => {
    channels.close();
    file.remove();
  });
  const timeoutMs = options.startTimeoutMs ?? 60_000;
  const info = await firstAnswer(channels, kernelProcess.exited, timeoutMs);
  if (info) return new RunningKernel(info, channels, kernelProcess);
  kernelProcess.signal("SIGKILL");
  return kernelProcess.exited;
}

/**
 * Starts a kernel without a Jupyter server and waits until it answers.
 *
 * @throws Error if the kernel ends, or does not answer in time, with what it wrote to stderr.
 * @example
 * const kernel = await startKernel({ cwd: "notebooks/online-retail" });
 * const result = await kernel.execute("1 + 1", { onMessage: (m) => console.log(m.type) });
 * await kernel.shutdown();
 */
export async function startKernel(options: StartOptions): Promise<Kernel> {
  let exit: Exit | undefined;
  for (let tries = 0; tries < 3; tries++) {
    const started = await attempt(options, await newConnectionFile());
    if ("execute" in started) return started;
    exit = started;
    if (!PORT_TAKEN.test(exit.stderr)) break;
  }
  const how = exit?.signal
    ? `gave no answer and was ended (${exit.signal})`
    : `ended with code ${exit?.code}`;
  throw new Error(
    `The kernel could not be started in ${options.cwd}: it ${how}.\n${exit?.stderr ?? ""}`.trim(),
  );
}
