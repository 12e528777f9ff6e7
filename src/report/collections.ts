/** Reports of one folder: a data set, or a use. */
export interface Collection {
  readonly folder: string;
  readonly title: string;
}

/** The known folders of reports, in the order in which an index lists them. */
export const collections: readonly Collection[] = [
  { folder: "", title: "Overview" },
  { folder: "online-retail", title: "Online Retail" },
  { folder: "instacart", title: "Instacart" },
  { folder: "ecommerce", title: "E-commerce 2019" },
  { folder: "own-data", title: "Your own data" },
  { folder: "workshop", title: "Workshop" },
];

/**
 * The title of a folder; one that is not known has its own name as title.
 *
 * @example collectionTitle("ecommerce") // "E-commerce 2019"
 * @example collectionTitle("corner-shop") // "Corner shop"
 */
export function collectionTitle(folder: string): string {
  const known = collections.find((collection) => collection.folder === folder);
  if (known) return known.title;
  return folder
    .split("/")
    .map((part) => part.replace(/-/g, " ").replace(/^\p{Letter}/u, (letter) => letter.toUpperCase()))
    .join(" / ");
}

/**
 * Orders names of reports by folder, the known ones first in their order, then by number, then by name. Not by
 * locale, so that every machine lists the same order.
 *
 * @example ["instacart/10-x", "instacart/2-y", "online-retail/01-cleaning"].sort(compareReports)
 * // ["online-retail/01-cleaning", "instacart/2-y", "instacart/10-x"]
 */
export function compareReports(a: string, b: string): number {
  const [one, other] = [folderOf(a), folderOf(b)];
  if (one !== other) return placeOf(one) - placeOf(other) || compare(one, other);
  return numberOf(a, one) - numberOf(b, other) || compare(a, b);
}

/** The folder of a report; empty for one at the top. */
export function folderOf(name: string): string {
  return name.includes("/") ? name.slice(0, name.lastIndexOf("/")) : "";
}

function placeOf(folder: string): number {
  const at = collections.findIndex((collection) => collection.folder === folder);
  return at === -1 ? collections.length : at;
}

/** The number a file's name begins with; names without one come last. */
function numberOf(name: string, folder: string): number {
  const digits = /^\d{1,9}/.exec(folder === "" ? name : name.slice(folder.length + 1))?.[0];
  return digits === undefined ? Number.MAX_SAFE_INTEGER : Number(digits);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
