import { escapeHtml } from "../theme/html";
import { render, type Shown, Table } from "./table";

/**
 * What became of a claim: it holds; it does not, and what follows from it neither (`error`), it misleads (`warning`), or
 * it is a slip (`note`); or it cannot be checked with what is at hand (`open`).
 */
export type Verdict = "holds" | "error" | "warning" | "note" | "open";

/** Something that a study says, and what a second look says. All of it is plain text. */
export interface Claim {
  readonly study: string;
  /** The claim, in a few words. */
  readonly claim: string;
  /** What was published, as it was printed. */
  readonly published: string;
  /** What the data at hand say, written; left out where nothing can be said. */
  readonly corrected?: string;
  readonly why: string;
  readonly verdict: Verdict;
  /** The notebook that shows it: its path from the one that holds the table, without ending. */
  readonly notebook?: string;
}

// A sign beside the word, as a verdict must not be told by colour, and be seen from afar.
const signs: Readonly<Record<Verdict, string>> = {
  holds: "✓ holds",
  error: "✗ error",
  warning: "▲ warning",
  note: "· note",
  open: "? open",
};
/** Titles that are not their folder's name. */
const titles = new Map([["ecommerce", "E-commerce"]]);

/**
 * Claims of studies beside what a second look says: the verdict and the claim; as published; corrected, why, and a link to
 * the notebook that shows it. With `brief` study, claim, verdict and link only, in a table that can be sorted. O(claims).
 *
 * @param options.corrected the heading of that column, where the figures are of other data, such as "Here (generated)"
 * @throws Error if a notebook is no plain relative path without ending
 * @example
 * show(claimTable([{ study: "001", claim: "Share of revenue from the UK", published: "89 %", corrected: "82.9 %",
 *   why: "a share of order lines", verdict: "error", notebook: "online-retail/02-eda" }], { caption: "Study 001" }))
 */
export function claimTable(
  claims: readonly Claim[],
  {
    caption,
    brief = false,
    corrected = "Corrected",
  }: { caption: string; brief?: boolean; corrected?: string },
): Table {
  const tally = countVerdicts(claims);
  const counted = (Object.keys(signs) as Verdict[])
    .filter((verdict) => tally[verdict] > 0)
    .map((verdict) => `${signs[verdict]}: ${tally[verdict]}`)
    .join("; ");
  const foot = counted === "" ? "No claims." : `${counted}.`;
  if (brief) {
    const heads = ["Study", "Claim", "Verdict", "Shown in"].map(plain);
    return render(heads, claims.map(briefRow), { caption, foot, sortable: true });
  }
  // Text that wraps in three columns: six would need a window of their own.
  const heads = ["Claim", "As published", `${corrected}, and why`];
  const html =
    `<table class="sb-table sb-findings sb-claims"><caption><span>${escapeHtml(caption)}</span></caption>` +
    `<thead><tr>${heads.map((head) => `<th scope="col">${escapeHtml(head)}</th>`).join("")}</tr></thead>` +
    `<tbody>${claims.map(rowHtml).join("")}</tbody></table><p class="sb-foot">${escapeHtml(foot)}</p>`;
  return new Table(html, [caption, ...claims.map(rowText), foot].join("\n"));
}

const plain = (text: string): Shown => ({ text, right: false });
const marks: Readonly<Partial<Record<Verdict, string>>> = { holds: "sb-holds", error: "sb-fails" };

function briefRow({ study, claim, verdict, notebook }: Claim): Shown[] {
  const mark = marks[verdict];
  return [plain(study), plain(claim), { ...plain(signs[verdict]), ...(mark && { mark }) }, linkTo(notebook)];
}

function rowHtml({ claim, published, corrected, why, verdict, notebook }: Claim): string {
  const mark = marks[verdict];
  const sign = mark === undefined ? signs[verdict] : `<span class="${mark}">${signs[verdict]}</span>`;
  const { text, href } = linkTo(notebook);
  const link = href === undefined ? "" : `<br>→ <a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`;
  const instead = corrected === undefined ? "" : `<strong>${escapeHtml(corrected)}</strong><br>`;
  return (
    `<tr><th scope="row">${sign}<br>${escapeHtml(claim)}</th><td>${escapeHtml(published)}</td>` +
    `<td>${instead}${escapeHtml(why)}${link}</td></tr>`
  );
}

function rowText({ claim, published, corrected, why, verdict, notebook }: Claim): string {
  const instead = corrected === undefined ? "" : ` ${corrected}:`;
  const link = notebook === undefined ? "" : ` → ${linkTo(notebook).text}`;
  return `${signs[verdict]}, ${claim}: ${published};${instead} ${why}${link}`;
}

/**
 * How many claims got each verdict. O(claims).
 *
 * @example countVerdicts(claims).error // 23
 */
export function countVerdicts(claims: readonly Pick<Claim, "verdict">[]): Readonly<Record<Verdict, number>> {
  const tally = { holds: 0, error: 0, warning: 0, note: 0, open: 0 };
  for (const { verdict } of claims) tally[verdict]++;
  return tally;
}

function linkTo(notebook: string | undefined): Shown {
  if (notebook === undefined) return plain("this notebook");
  const [, folder = "", number = ""] = /^(?:\.\.\/)?([a-z][a-z-]*)\/(\d+)-[a-z0-9-]+$/.exec(notebook) ?? [];
  if (folder === "") {
    throw new Error(
      `claimTable: "${notebook}" is no path of a notebook without ending, such as "online-retail/02-eda".`,
    );
  }
  const words = folder.split("-").map((word) => word[0]!.toUpperCase() + word.slice(1));
  const title = titles.get(folder) ?? words.join(" ");
  return { text: `${title} ${Number(number)}`, right: false, href: `${notebook}.ipynb` };
}
