import { render, type Shown, type Table } from "./table";

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
const marks: Readonly<Partial<Record<Verdict, string>>> = { holds: "sb-holds", error: "sb-fails" };
/** Titles that are not their folder's name. */
const titles = new Map([["ecommerce", "E-commerce"]]);

/**
 * Claims of studies beside what a second look says: as published, corrected, why, the verdict, and a link to the notebook
 * that shows it. With `brief` only claim, verdict and link, in a table that can be sorted. O(claims).
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
  const columns = brief
    ? (["study", "claim", "verdict", "notebook"] as const)
    : (["claim", "published", "corrected", "why", "verdict", "notebook"] as const);
  const tally = countVerdicts(claims);
  const foot = (Object.keys(signs) as Verdict[])
    .filter((verdict) => tally[verdict] > 0)
    .map((verdict) => `${signs[verdict]}: ${tally[verdict]}`)
    .join("; ");
  return render(
    columns.map((name) => ({ text: name === "corrected" ? corrected : heads[name], right: false })),
    claims.map((claim) => columns.map((name) => cellOf(claim, name))),
    { caption, foot: foot === "" ? "No claims." : `${foot}.`, sortable: brief },
  );
}

const heads = {
  study: "Study",
  claim: "Claim",
  published: "As published",
  corrected: "Corrected",
  why: "Why",
  verdict: "Verdict",
  notebook: "Shown in",
} as const;

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

function cellOf(claim: Claim, column: keyof typeof heads): Shown {
  if (column === "notebook") return linkTo(claim.notebook);
  if (column !== "verdict") return { text: claim[column] ?? "–", right: false };
  const mark = marks[claim.verdict];
  return { text: signs[claim.verdict], right: false, ...(mark !== undefined && { mark }) };
}

function linkTo(notebook: string | undefined): Shown {
  if (notebook === undefined) return { text: "this notebook", right: false };
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
