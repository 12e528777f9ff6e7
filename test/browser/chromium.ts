import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { chromium as installed } from "../needs";

/** Where screenshots and logs of the tests are kept. */
export const artefacts = join(__dirname, "..", "artefacts");

/** One way to look at a page. */
export interface Look {
  readonly scheme: "light" | "dark";
  /** Width of the window in CSS pixels. */
  readonly width: number;
}

/** The looks that every report must stand. */
export const looks: readonly Look[] = [1280, 390].flatMap((width) =>
  (["light", "dark"] as const).map((scheme) => ({ scheme, width })),
);

/** A page that is open, and what it did so far. */
export interface Opened {
  readonly page: Page;
  /** Addresses it asked for beside its own. */
  readonly requests: readonly string[];
  /** Messages on its console from warnings up, errors, and dialogs. */
  readonly complaints: readonly string[];
}

/**
 * Starts the Chromium of this machine.
 *
 * @throws {Error} if there is none
 */
export async function launch(): Promise<Browser> {
  const executablePath = installed();
  if (executablePath === null) throw new Error("There is no Chromium; see npm run test:browser.");
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-background-networking", "--disable-gpu"],
  });
}

/** A page of its own context, so that nothing is remembered from another. */
export async function openFile(
  browser: Browser,
  file: string,
  look: Look,
  options: { readonly scripts?: boolean; readonly bypassCSP?: boolean } = {},
): Promise<Opened> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width: look.width, height: look.width < 600 ? 844 : 900 },
    colorScheme: look.scheme,
    javaScriptEnabled: options.scripts ?? true,
    bypassCSP: options.bypassCSP ?? false,
  });
  const page = await context.newPage();
  const url = pathToFileURL(file).href;
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (request.url() !== url && !request.url().startsWith("data:")) requests.push(request.url());
  });
  page.on("console", (message) => {
    if (["warning", "error", "assert"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(url, { waitUntil: "load" });
  return { page, requests, complaints };
}

/** Keeps a picture of the whole page; a JPEG takes a third of a PNG's time. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  const folder = join(artefacts, "screenshots");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name.replaceAll("/", "-")}.jpg`);
  await page.screenshot({ path, type: "jpeg", quality: 75, fullPage: true });
}
