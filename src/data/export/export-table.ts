import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat, writeFile } from "node:fs/promises";
import { basename, isAbsolute, join, relative, resolve, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { writeAtomically } from "../atomic";
import { exportColumns } from "./columns";
import { csvLines } from "./csv";
import { type ExportedFile, ExportedTable } from "./exported";
import { writeParquet } from "./parquet";

const PROJECT = resolve(__dirname, "../../..");

/** Options of {@link exportTable}. */
export interface ExportOptions {
  /** Which columns, in order; all by default. Needed where there are no rows. */
  readonly columns?: readonly string[];
  /**
   * The folder to write below. Default: what SEGMENTBOOK_OUTPUTS names (`npm run report` sets it to where the reports
   * go), else the project's `outputs/`.
   */
  readonly folder?: string;
}

/**
 * Writes rows as `NAME.csv` and `NAME.parquet` below the folder of outputs: for spreadsheets (UTF-8 with byte order
 * mark, CRLF, no text that could run as a formula) and for programs (text as it is, typed columns). Files of that name
 * are replaced, each at once and both or none; the same rows give the same bytes. O(rows × columns).
 *
 * @param name relative, its parts divided by `/`, without ending
 * @throws Error that names row and column of a value that cannot be written, see `exportColumns`; or tells why the name
 * or the folder is none.
 * @example show(await exportTable("online-retail/recommendations", rows))
 */
export async function exportTable(
  name: string,
  rows: readonly object[] | { objects(): readonly object[] },
  options: ExportOptions = {},
): Promise<ExportedTable> {
  requireName(name);
  const list = "objects" in rows ? rows.objects() : rows;
  const columns = exportColumns(list, options.columns);
  const folder = resolve(PROJECT, options.folder ?? (process.env.SEGMENTBOOK_OUTPUTS || "outputs"));
  const csv = join(folder, `${name}.csv`);
  const parquet = join(folder, `${name}.parquet`);
  // Neither is put in its place before both are whole.
  await writeAtomically(csv, async (temporary) => {
    await writeFile(temporary, csvLines(columns));
    await writeAtomically(parquet, (path) => writeParquet(columns, path));
  });
  return new ExportedTable(
    name,
    list.length,
    columns.map((column) => column.name),
    await Promise.all([csv, parquet].map((path) => described(path, folder))),
  );
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that no name may have
const FORBIDDEN = /[\u0000-\u001f\u007f\\:*?"<>|]/;
/** Names of devices, which Windows opens instead of a file, whatever ending they have. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

function requireName(name: string): void {
  const parts = name.split("/");
  const wrong = parts.some((part) => part === "" || /^\.|[. ]$/.test(part) || DEVICE.test(part));
  if (wrong || FORBIDDEN.test(name)) {
    throw new Error(
      `exportTable: ${JSON.stringify(name)} is no name of a table. Give a relative one, its parts no names of devices and without dots at their ends, such as "online-retail/rules".`,
    );
  }
}

async function described(path: string, folder: string): Promise<ExportedFile> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return { path: shown(path, folder), bytes: (await stat(path)).size, sha256: hash.digest("hex") };
}

/** A path without what lies above the project, or else above the folder of outputs. */
function shown(path: string, folder: string): string {
  const inside = relative(PROJECT, path);
  const below =
    inside.startsWith("..") || isAbsolute(inside) ? join(basename(folder), relative(folder, path)) : inside;
  return below.split(sep).join("/");
}
