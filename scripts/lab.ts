/** Opens the notebooks in JupyterLab with the kernel registered for it alone: `npm run lab [-- arguments]`. */
import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { findJupyter, HOW_TO_GET_JUPYTERLAB, withKernelsOf } from "../src/kernel/jupyter";
import { installKernelspec, prefixKernels } from "../src/kernel/kernelspec";

const project = resolve(__dirname, "..");

function lab(args: readonly string[]): void {
  const jupyter = findJupyter(project, process);
  if (jupyter === undefined) throw new Error(HOW_TO_GET_JUPYTERLAB);
  const prefix = join(project, "node_modules", ".cache", "segmentbook");
  installKernelspec(prefixKernels(prefix));
  const where = [`--ServerApp.root_dir=${project}`, "--LabApp.default_url=/lab/tree/notebooks"];
  const child = spawn(jupyter, ["lab", ...where, ...args], {
    cwd: project,
    env: withKernelsOf(prefix, process.env),
    stdio: "inherit",
  });
  child.on("error", (error) => {
    console.error(`${jupyter} could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  // A terminal sends Ctrl-C to both; twice would end JupyterLab without its question.
  process.on("SIGINT", () => process.stdin.isTTY || child.kill("SIGINT"));
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  child.on("exit", (code) => {
    process.exitCode = code ?? 1;
  });
}

try {
  lab(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
