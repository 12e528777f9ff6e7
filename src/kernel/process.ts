import { spawn } from "node:child_process";

/** How a kernel's process ended, and the last of what it wrote to stderr. */
export interface Exit {
  code: number | null;
  signal: string | null;
  stderr: string;
}

/** A kernel's process: signals go in, its end comes out. */
export interface KernelProcess {
  readonly exited: Promise<Exit>;
  signal(name: NodeJS.Signals): void;
}

const KEPT_STDERR = 16_384;

/**
 * Starts a kernel's process. It is killed when this process exits first, so no kernel is left behind.
 *
 * @example const process = spawnKernel([process.execPath, launcher, "--config-path", file], folder, {});
 */
export function spawnKernel(argv: readonly string[], cwd: string, env: NodeJS.ProcessEnv): KernelProcess {
  const [command = "", ...args] = argv;
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, JPY_PARENT_PID: String(process.pid), ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  child.stderr.setEncoding("utf8");
  child.stderr.on("data", (text: string) => {
    stderr = (stderr + text).slice(-KEPT_STDERR);
  });
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const exited = new Promise<Exit>((resolve) => {
    child.once("error", (error) => resolve({ code: null, signal: null, stderr: stderr + error.message }));
    child.once("close", (code, signal) => resolve({ code, signal, stderr }));
  });
  void exited.then(() => process.removeListener("exit", kill));
  return { exited, signal: (name) => void child.kill(name) };
}
