import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, extname, isAbsolute, join, relative, resolve, sep } from "node:path";

/** A notebook to run. */
export interface Chosen {
  /** Absolute path of the file. */
  readonly path: string;
  /** Path of its report below the outputs folder, without ending, with `/` between folders. */
  readonly name: string;
}

/**
 * Finds notebooks: all below `root` if no path is given, else the files named and those below the folders named.
 *
 * @param paths files and folders, relative to `cwd` or else to `root`; the ending may be left out
 * @param root the notebooks' folder; reports lie in the outputs folder as notebooks lie below it
 * @throws {Error} if a path is not there or is no notebook, a folder has none, or two would get the same name
 * @example chooseNotebooks(["notebooks/online-retail"], "/p/notebooks", "/p") // 01-cleaning, 02-eda, 03-rfm
 */
export function chooseNotebooks(paths: readonly string[], root: string, cwd: string): readonly Chosen[] {
  if (paths.length === 0) return below(root, root);
  const chosen = new Map<string, Chosen>();
  for (const given of paths) {
    for (const notebook of chooseOne(found(given, root, cwd), given, root)) {
      const other = chosen.get(notebook.name);
      if (other !== undefined && other.path !== notebook.path) {
        throw new Error(
          `${other.path} and ${notebook.path} would both be written as ${notebook.name}; run one at a time.`,
        );
      }
      chosen.set(notebook.name, notebook);
    }
  }
  return [...chosen.values()];
}

/** The first path that is there of those that `given` may mean; else as it was given. */
function found(given: string, root: string, cwd: string): string {
  const candidates = [cwd, root].flatMap((from) => [resolve(from, given), resolve(from, `${given}.ipynb`)]);
  return candidates.find(existsSync) ?? resolve(cwd, given);
}

function chooseOne(path: string, given: string, root: string): readonly Chosen[] {
  if (!existsSync(path)) throw new Error(`There is no notebook or folder "${given}".`);
  const inside = !/^\.\.(?:[\\/]|$)/.test(relative(root, path)) && !isAbsolute(relative(root, path));
  if (statSync(path).isDirectory()) {
    const found = inside ? below(path, root) : below(path, resolve(path, ".."));
    if (found.length === 0) throw new Error(`The folder "${given}" holds no notebook (*.ipynb).`);
    return found;
  }
  if (extname(path) !== ".ipynb")
    throw new Error(`"${given}" is no notebook: its name does not end in .ipynb.`);
  return [{ path, name: inside ? nameOf(path, root) : basename(path, ".ipynb") }];
}

function below(folder: string, root: string): readonly Chosen[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith(".") && entry.name !== "node_modules")
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = entries.filter((entry) => entry.isFile() && extname(entry.name) === ".ipynb");
  const own = files
    .map((entry) => join(folder, entry.name))
    .map((path) => ({ path, name: nameOf(path, root) }));
  const folders = entries.filter((entry) => entry.isDirectory());
  return [...own, ...folders.flatMap((entry) => below(join(folder, entry.name), root))];
}

function nameOf(path: string, root: string): string {
  return relative(root, path).slice(0, -".ipynb".length).split(sep).join("/");
}
