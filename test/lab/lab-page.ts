import type { Locator, Page } from "playwright-core";

/** Chooses an entry of a menu of JupyterLab. */
export async function chooseFromMenu(page: Page, menu: string, entry: string): Promise<void> {
  await page.getByRole("menuitem", { name: menu, exact: true }).click();
  // An entry's name may be followed by its keys.
  await page.getByRole("menuitem", { name: new RegExp(`^${entry}`) }).click();
}

/** Opens a notebook and waits until the kernel that its metadata names is idle; none is chosen by hand. */
export async function openNotebook(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator(".jp-NotebookPanel .jp-CodeCell").first().waitFor({ timeout: 90_000 });
  // Before the kernel has its name, a command would ask which one to take.
  await page.getByText("TypeScript (segmentbook) | Idle").waitFor({ timeout: 90_000 });
  await waitForIdle(page, 30_000);
}

/** Waits until the notebook's kernel says that it is idle. */
export async function waitForIdle(page: Page, timeout: number): Promise<void> {
  await page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').waitFor({ timeout });
}

/** Runs all cells and waits until each has its number. */
export async function runAllCells(page: Page, timeout: number): Promise<void> {
  await chooseFromMenu(page, "Run", "Run All Cells");
  await page.waitForFunction(
    `[...document.querySelectorAll(".jp-Notebook .jp-CodeCell")].every((cell) =>
      /^\\[\\d+\\]:$/.test(cell.querySelector(".jp-InputPrompt").textContent.trim()))`,
    undefined,
    { timeout, polling: 500 },
  );
  await waitForIdle(page, 30_000);
}

/** Adds a code cell at the end, writes into it without running it, and gives it. */
export async function addCell(page: Page, source: string): Promise<Locator> {
  const cells = page.locator(".jp-Notebook .jp-Cell");
  await cells.last().locator(".jp-InputPrompt").click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("b");
  await page.keyboard.press("Enter");
  await page.keyboard.type(source);
  return cells.last();
}

/** What stands beside a cell: `[ ]:` before it runs, `[*]:` while it does, then its number. */
export async function promptOf(cell: Locator): Promise<string> {
  return (await cell.locator(".jp-InputPrompt").textContent())?.trim() ?? "";
}
