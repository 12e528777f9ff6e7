import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { LAUNCHER_ARGV } from "./client";

/** The name notebooks ask for; that of tslab, so that its notebooks open as well. */
export const KERNEL_NAME = "tslab";

const OURS = "segmentbook";

/** What the places of Jupyter's files depend on. */
export interface Surroundings {
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
  home: string;
}

const here = (): Surroundings => ({ platform: process.platform, env: process.env, home: homedir() });

/**
 * The folder where Jupyter looks for a user's kernels: JUPYTER_DATA_DIR's, or the system's usual one.
 *
 * Source: https://docs.jupyter.org/en/latest/use/jupyter-directories.html#data-files
 *
 * @throws Error on Windows if APPDATA is not set.
 * @example const folder = userKernels(); // ~/.local/share/jupyter/kernels on Linux
 */
export function userKernels({ platform, env, home }: Surroundings = here()): string {
  if (env.JUPYTER_DATA_DIR) return join(env.JUPYTER_DATA_DIR, "kernels");
  if (platform === "darwin") return join(home, "Library", "Jupyter", "kernels");
  if (platform === "win32") {
    if (!env.APPDATA)
      throw new Error("APPDATA is not set, so the user's Jupyter folder is not known; use --prefix.");
    return join(env.APPDATA, "jupyter", "kernels");
  }
  return join(env.XDG_DATA_HOME || join(home, ".local", "share"), "jupyter", "kernels");
}

/** The folder of kernels below an installation's prefix. */
export const prefixKernels = (prefix: string): string => join(prefix, "share", "jupyter", "kernels");

/** Whose kernelspec lies in a folder of kernels: nobody's, this project's, or somebody else's. */
export function ownerOf(kernels: string): "nobody" | "ours" | "other" {
  const folder = join(kernels, KERNEL_NAME);
  if (!existsSync(folder)) return "nobody";
  try {
    const spec: { metadata?: Record<string, unknown> } = JSON.parse(
      readFileSync(join(folder, "kernel.json"), "utf8"),
    );
    return spec.metadata?.[OURS] === true ? "ours" : "other";
  } catch {
    return "other";
  }
}

/**
 * Writes the kernelspec into a folder of kernels, whole or not at all, and gives its folder.
 *
 * @param force replaces a `tslab` kernelspec of somebody else, which is put aside
 * @throws Error if there is one and `force` is not given, or the folder cannot be written.
 * @example const { folder } = installKernelspec(userKernels());
 */
export function installKernelspec(kernels: string, force = false): { folder: string; aside?: string } {
  const folder = join(kernels, KERNEL_NAME);
  const owner = ownerOf(kernels);
  if (owner === "other" && !force) {
    throw new Error(
      `There is a kernel "${KERNEL_NAME}" in ${folder} that this project did not write. ` +
        "With --force it is put aside and comes back with --remove.",
    );
  }
  const aside = asideFolder(kernels);
  if (owner === "other" && existsSync(aside)) {
    throw new Error(
      `The kernel in ${folder} cannot be put aside: ${aside} is there already. Move one of them away.`,
    );
  }
  mkdirSync(kernels, { recursive: true });
  const fresh = mkdtempSync(join(kernels, `.${KERNEL_NAME}-`));
  try {
    writeFileSync(join(fresh, "kernel.json"), `${JSON.stringify(kernelspec(), undefined, 2)}\n`);
    writeFileSync(join(fresh, "logo-svg.svg"), LOGO);
    if (owner === "other") renameSync(folder, aside);
    if (owner === "ours") rmSync(folder, { recursive: true });
    renameSync(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return owner === "other" ? { folder, aside } : { folder };
}

/** What Jupyter reads: the command that starts the kernel, and how notebooks show it. */
function kernelspec(): Record<string, unknown> {
  return {
    argv: LAUNCHER_ARGV,
    display_name: "TypeScript (segmentbook)",
    language: "typescript",
    interrupt_mode: "signal",
    metadata: { [OURS]: true, debugger: false },
  };
}

/** Beside the folder of kernels and not in it, or Jupyter would offer it as a kernel. */
const asideFolder = (kernels: string): string => join(dirname(kernels), `${KERNEL_NAME}-before-${OURS}`);

/**
 * Takes the kernelspec away again, if it is this project's, and puts back the one it had replaced.
 *
 * @throws Error if the kernelspec is somebody else's.
 * @example const { removed } = removeKernelspec(userKernels());
 */
export function removeKernelspec(kernels: string): { folder: string; removed: boolean; restored: boolean } {
  const folder = join(kernels, KERNEL_NAME);
  const owner = ownerOf(kernels);
  if (owner === "other") {
    throw new Error(`The kernel in ${folder} was not written by this project, so it was left alone.`);
  }
  const removed = owner === "ours";
  if (removed) rmSync(folder, { recursive: true });
  const aside = asideFolder(kernels);
  const restored = existsSync(aside);
  if (restored) renameSync(aside, folder);
  return { folder, removed, restored };
}

const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
  <rect width="64" height="64" rx="10" fill="#0067a5"/>
  <path d="M12 24h22v6h-8v24h-7V30h-7z" fill="#fff"/>
  <path d="M51 31c-3-2-9-2-9 1 0 4 12 2 12 11 0 9-12 10-18 6v-7c4 4 11 4 11 1 0-4-12-2-12-11 0-8 10-9 16-7z" fill="#fff"/>
</svg>
`;
