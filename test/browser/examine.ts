import { readFileSync } from "node:fs";
import { join } from "node:path";
import { source as axeSource } from "axe-core";
import type { Page } from "playwright-core";

/** What is wrong with a page, each list empty where all is well. */
export interface Findings {
  /** Figures that show no drawing, more than one, or one without a name. */
  readonly figures: readonly string[];
  /** What is wider than the window. */
  readonly wide: readonly string[];
  /** Tables without a caption. */
  readonly tables: readonly string[];
  /** Text of drawings that overlaps other text, is cut off, or is too small to read. */
  readonly texts: readonly string[];
  readonly count: { readonly figures: number; readonly drawings: number };
}

const inspection = readFileSync(join(__dirname, "inspect.js"), "utf8");

/** Measures the page as it is laid out now. The cost grows with the square of the labels of one drawing. */
export function inspectPage(page: Page): Promise<Findings> {
  return page.evaluate<Findings>(inspection);
}

const contrast = readFileSync(join(__dirname, "contrast.js"), "utf8");

/** Text of drawings whose contrast with what lies behind it is below 4.5:1, one line each; axe-core looks at no SVG. */
export function paleTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(contrast);
}

interface AxeNode {
  readonly target: readonly string[];
  readonly failureSummary?: string;
}

interface AxeResult {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly AxeNode[];
}

/** The violations that axe-core finds, one line each, with the elements at fault. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  const found = await page.evaluate<readonly AxeResult[]>(
    "axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations)",
  );
  return found.map(({ id, help, nodes }) => {
    const at = nodes.slice(0, 5).map(({ target, failureSummary }) => {
      return `${target.join(" ")} (${(failureSummary ?? "").replace(/\s+/g, " ")})`;
    });
    return `${id}: ${help}; ${nodes.length} places: ${at.join("; ")}`;
  });
}
