import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import { exportHtml, type Neighbour } from "./export";
import { type IndexEntry, renderIndex } from "./index-page";
import { formatNotebook, type Notebook, parseNotebook } from "./nbformat";
import { summarise } from "./summary";
import { writeAtomic } from "./write";

/** A report among others: its name and the title that links to it bear. */
export interface Listed {
  readonly name: string;
  readonly title: string;
}

/**
 * Writes an executed notebook and its report below `out`, as `NAME.ipynb` and `NAME.html`.
 *
 * @param all every report there is or will be, in order; the neighbours in the same folder are linked
 * @returns the path of the report
 * @example writeReport("outputs", "online-retail/03-rfm", executed, listed) // "outputs/online-retail/03-rfm.html"
 */
export function writeReport(out: string, name: string, notebook: Notebook, all: readonly Listed[]): string {
  const folder = posix.dirname(name);
  const siblings = all.filter((listed) => posix.dirname(listed.name) === folder);
  const at = siblings.findIndex((listed) => listed.name === name);
  const html = exportHtml(notebook, {
    name,
    indexHref: `${"../".repeat(name.split("/").length - 1)}index.html`,
    previous: neighbour(siblings[at - 1]),
    next: neighbour(at === -1 ? undefined : siblings[at + 1]),
  });
  writeAtomic(join(out, `${name}.ipynb`), formatNotebook(notebook));
  const path = join(out, `${name}.html`);
  writeAtomic(path, html);
  return path;
}

/**
 * Writes `index.html` over all reports that lie below `out`, of this run and of earlier ones.
 *
 * @returns its path
 * @example writeIndex("outputs") // "outputs/index.html"
 */
export function writeIndex(out: string): string {
  const path = join(out, "index.html");
  writeAtomic(path, renderIndex(reportsBelow(out)));
  return path;
}

/** Whether a report of that name lies below `out`. */
export function hasReport(out: string, name: string): boolean {
  return existsSync(join(out, `${name}.html`)) && existsSync(join(out, `${name}.ipynb`));
}

/** A notebook that is no part of this run; undefined where it cannot be read, which is no fault of the run's. */
export function readNotebook(path: string): Notebook | undefined {
  try {
    return parseNotebook(readFileSync(path, "utf8"), path);
  } catch {
    return undefined;
  }
}

function reportsBelow(out: string): readonly IndexEntry[] {
  return readdirSync(out, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ipynb") && !/(?:^|[\\/])\./.test(path))
    .map((path) => relative(out, join(out, path)).slice(0, -".ipynb".length).split(sep).join("/"))
    .filter((name) => hasReport(out, name))
    .flatMap((name) => {
      const notebook = readNotebook(join(out, `${name}.ipynb`));
      if (notebook === undefined) return [];
      const bytes = statSync(join(out, `${name}.html`)).size;
      return [{ name, bytes, summary: summarise(notebook, posix.basename(name)) }];
    });
}

function neighbour(listed: Listed | undefined): Neighbour | undefined {
  if (listed === undefined) return undefined;
  return { href: `${encodeURIComponent(posix.basename(listed.name))}.html`, title: listed.title };
}
