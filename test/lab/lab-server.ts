import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createWriteStream, mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { artefacts } from "../browser/chromium";
import type { JupyterHome } from "./jupyter-home";

/** A JupyterLab that runs. */
export interface LabServer {
  /** The address of a file's tab, with the token. */
  address(file: string): string;
  stop(): Promise<void>;
}

/**
 * Starts JupyterLab on a free port of this machine; its log is kept with the artefacts.
 *
 * @throws {Error} if it ends, or does not answer within a minute
 */
export async function startLab(jupyter: string, home: JupyterHome): Promise<LabServer> {
  const port = await freePort();
  const token = randomBytes(24).toString("hex");
  mkdirSync(artefacts, { recursive: true });
  const log = createWriteStream(join(artefacts, "jupyterlab.log"));
  const options = [
    `--ServerApp.root_dir=${home.notebooks}`,
    `--ServerApp.port=${port}`,
    "--ServerApp.port_retries=0",
    "--ServerApp.ip=127.0.0.1",
    `--IdentityProvider.token=${token}`,
    "--no-browser",
    ...(process.getuid?.() === 0 ? ["--allow-root"] : []),
  ];
  const child = spawn(jupyter, ["lab", ...options], { env: home.env, stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  let ended: string | undefined;
  const exited = new Promise<void>((resolve) => {
    child.once("error", (error) => {
      ended = error.message;
      resolve();
    });
    child.once("exit", (code, signal) => {
      ended ??= `it ended with ${code ?? signal}`;
      resolve();
    });
  });
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    const patience = setTimeout(() => child.kill("SIGKILL"), 15_000);
    await exited;
    clearTimeout(patience);
    log.end();
  };
  const base = `http://127.0.0.1:${port}`;
  const until = performance.now() + 60_000;
  while (!(await answers(`${base}/api/status?token=${token}`))) {
    if (ended !== undefined || performance.now() > until) {
      await stop();
      throw new Error(`JupyterLab did not start: ${ended ?? "no answer in 60 s"}; see jupyterlab.log.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return { address: (file) => `${base}/lab/tree/${encodeURIComponent(file)}?token=${token}&reset`, stop };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
