import { existsSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Surroundings } from "./kernelspec";

/** How to get JupyterLab, for who does not have it. */
export const HOW_TO_GET_JUPYTERLAB = `JupyterLab was not found. To install it beside this project:

  python3 -m venv .venv
  .venv/bin/pip install jupyterlab

and run this command again; or name another one: JUPYTER=/path/to/jupyter npm run lab
("npm run report" needs no JupyterLab.)`;

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

/**
 * Finds the `jupyter` command that has JupyterLab: the one that JUPYTER names, the project's `.venv`, the
 * first on PATH; `undefined` if there is none.
 *
 * @throws Error if JUPYTER names something that is no file.
 * @example const jupyter = findJupyter(project, { platform: process.platform, env: process.env });
 */
export function findJupyter(
  project: string,
  { platform, env }: Omit<Surroundings, "home">,
): string | undefined {
  if (env.JUPYTER) {
    if (isFile(env.JUPYTER)) return env.JUPYTER;
    throw new Error(`JUPYTER is ${env.JUPYTER}, which is no file.`);
  }
  const windows = platform === "win32";
  const places = [
    join(project, ".venv", windows ? "Scripts" : "bin"),
    ...(env.PATH ?? "").split(delimiter).filter((place) => place !== ""),
  ];
  const suffix = windows ? ".exe" : "";
  const place = places.find((one) => isFile(join(one, `jupyter-lab${suffix}`)));
  return place && join(place, `jupyter${suffix}`);
}

/**
 * The environment in which JupyterLab also sees the kernels of a prefix, before all others.
 *
 * @example spawn(jupyter, ["lab"], { env: withKernelsOf(prefix, process.env) });
 */
export function withKernelsOf(prefix: string, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours = join(prefix, "share", "jupyter");
  return { ...env, JUPYTER_PATH: env.JUPYTER_PATH ? ours + delimiter + env.JUPYTER_PATH : ours };
}
