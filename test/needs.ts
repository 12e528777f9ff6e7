import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const root = join(__dirname, "..");

/**
 * The Chromium (or Chrome) that browser tests drive: what `CHROMIUM` names, else the first on the usual paths.
 * @returns its path, or null when there is none
 */
export function chromium(): string | null {
  return findProgram(
    process.env.CHROMIUM,
    [],
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
  );
}

/**
 * The `jupyter` that lab tests drive: what `JUPYTER` names, else the project's `.venv`, else the first on the path.
 * @returns its path, or null when there is none
 */
export function jupyter(): string | null {
  return findProgram(process.env.JUPYTER, [join(root, ".venv", "bin", "jupyter")], ["jupyter"]);
}

/**
 * What a suite lacks on this machine, as a message that says how to get it; null when it can run.
 * @example missingFor("browser") // null where Chromium is installed
 */
export function missingFor(suite: "unit" | "browser" | "lab"): string | null {
  const lacking: string[] = [];
  if (suite !== "unit" && !chromium()) {
    lacking.push(
      "Chromium: install it (Debian: apt-get install chromium) or name one: CHROMIUM=/path/to/chrome npm run …",
    );
  }
  if (suite === "lab" && !jupyter()) {
    lacking.push(
      "JupyterLab: python3 -m venv .venv && .venv/bin/pip install jupyterlab (or name one: JUPYTER=/path/to/jupyter)",
    );
  }
  return lacking.length ? `This suite needs what is not here:\n- ${lacking.join("\n- ")}` : null;
}

function findProgram(named: string | undefined, places: string[], names: string[]): string | null {
  if (named) return existsSync(named) ? named : null;
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = [...places, ...names.flatMap((name) => folders.map((folder) => join(folder, name)))];
  return candidates.find((path) => existsSync(path)) ?? null;
}
