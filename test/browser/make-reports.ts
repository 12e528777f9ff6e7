import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve as resolvePath } from "node:path";

const root = join(__dirname, "..", "..");

/** Reports in a folder of their own. */
export interface Reports {
  readonly folder: string;
  /** HTML files below the folder, with `/` between folders, the index last. */
  readonly pages: readonly string[];
  /** How long the command took. */
  readonly seconds: number;
  remove(): void;
}

/**
 * The reports of all notebooks: those that `npm run report` has just written where `SEGMENTBOOK_REPORTS` points, or else
 * made anew.
 *
 * @throws {Error} when that folder has no index, or as {@link makeReports}
 */
export async function allReports(): Promise<Reports> {
  const given = process.env.SEGMENTBOOK_REPORTS;
  if (!given) return makeReports();
  const folder = resolvePath(given);
  const pages = existsSync(folder) ? pagesIn(folder) : [];
  if (!pages.includes("index.html"))
    throw new Error(`SEGMENTBOOK_REPORTS points to ${folder}, where no index.html is: run npm run report.`);
  return { folder, pages, seconds: 0, remove: () => {} };
}

/**
 * Runs `npm run report` as a person would, into a temporary folder.
 *
 * @param paths notebooks or folders; all of the project if there is none
 * @throws {Error} with all that the command printed, if it fails
 */
export async function makeReports(paths: readonly string[] = []): Promise<Reports> {
  const folder = mkdtempSync(join(tmpdir(), "segmentbook-reports-"));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const start = performance.now();
  const printed: string[] = [];
  const status = await new Promise<number | null>((resolve, reject) => {
    const command = ["--import", "tsx", join(root, "scripts", "report.ts"), ...paths, "--out", folder];
    const child = spawn(process.execPath, command, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (text) => printed.push(String(text)));
    child.stderr.on("data", (text) => printed.push(String(text)));
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (status !== 0) {
    remove();
    throw new Error(`npm run report ended with ${status}:\n${printed.join("")}`);
  }
  return { folder, pages: pagesIn(folder), seconds: (performance.now() - start) / 1000, remove };
}

/** HTML files below a folder, with `/` between folders, the index last. */
function pagesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".html"))
    .sort((a, b) => Number(a === "index.html") - Number(b === "index.html") || (a < b ? -1 : 1));
}
