import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const root = join(__dirname, "..", "..");

/** A Jupyter of its own: nothing of the user's settings, and this project's kernel the only one besides its own. */
export interface JupyterHome {
  readonly env: NodeJS.ProcessEnv;
  /** A copy of the notebooks, as deep in the project as they are, so that `../../src` is the shared module. */
  readonly notebooks: string;
  remove(): void;
}

/**
 * Registers the kernel by `npm run setup` in a temporary folder and copies a folder of notebooks.
 *
 * @param from folder of notebooks, relative to the project
 * @throws {Error} with what the command printed, if it fails
 */
export function makeJupyterHome(from: string): JupyterHome {
  const home = mkdtempSync(join(tmpdir(), "segmentbook jupyter-"));
  const outputs = join(root, "outputs");
  mkdirSync(outputs, { recursive: true });
  // Jupyter does not serve what lies below a hidden folder of its root; the copy itself is the root.
  const notebooks = mkdtempSync(join(outputs, ".lab-"));
  const remove = (): void => {
    for (const folder of [home, notebooks]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  cpSync(join(root, from), notebooks, { recursive: true });
  const setup = spawnSync("npm", ["run", "--silent", "setup", "--", "--prefix", home], {
    cwd: root,
    encoding: "utf8",
  });
  if (setup.status !== 0) {
    remove();
    throw new Error(`npm run setup ended with ${setup.status}:\n${setup.stdout}${setup.stderr}`);
  }
  const settings = join(home, "settings");
  // Cells out of sight are drawn as well, so that they can be counted; nothing is asked of the network.
  writeSettings(settings, "notebook-extension/tracker", { windowingMode: "none" });
  writeSettings(settings, "apputils-extension/notification", { fetchNews: "false", checkForUpdates: false });
  const env = {
    ...process.env,
    JUPYTER_PATH: join(home, "share", "jupyter"),
    JUPYTER_CONFIG_DIR: join(home, "config"),
    JUPYTER_DATA_DIR: join(home, "data"),
    JUPYTER_RUNTIME_DIR: join(home, "runtime"),
    JUPYTERLAB_SETTINGS_DIR: settings,
    JUPYTERLAB_WORKSPACES_DIR: join(home, "workspaces"),
    IPYTHONDIR: join(home, "ipython"),
  };
  return { env, notebooks, remove };
}

function writeSettings(folder: string, plugin: string, settings: object): void {
  const file = join(folder, "@jupyterlab", `${plugin}.jupyterlab-settings`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(settings));
}
