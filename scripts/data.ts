import { join } from "node:path";
import { parseArgs } from "node:util";
import { download } from "../src/data/download";
import { isInPlace, placeAll, placeFile } from "../src/data/place-file";
import { dataDir } from "../src/data/places";
import { recognise } from "../src/data/recognise";
import { SOURCES, type Source, type SourceFile } from "../src/data/sources";

const USAGE = `Usage: npm run data -- NAME [--url URL | --from PATH] [--dir DIR]

Shows the terms of a data set and how it is had, and puts its original files into place after checking them.

  NAME         ${[...SOURCES.keys()].join(", ")}
  --url URL    download the file from this address; goes on where an earlier try stopped
  --from PATH  take the file that you have already, or the folder of files
  --dir DIR    the data folder (default: SEGMENTBOOK_DATA, else data/)`;

function parsed() {
  return parseArgs({
    allowPositionals: true,
    options: {
      url: { type: "string" },
      from: { type: "string" },
      dir: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
}

async function main(): Promise<number> {
  let args: ReturnType<typeof parsed>;
  try {
    args = parsed();
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  const { values, positionals } = args;
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const source = SOURCES.get(positionals[0] ?? "");
  if (
    source === undefined ||
    positionals.length > 1 ||
    (values.url !== undefined && values.from !== undefined)
  ) {
    console.error(USAGE);
    return 2;
  }
  console.log(`${source.title}\nLicence: ${source.licence}\nCite: ${source.citation}\n`);
  const dir = dataDir(values.dir);
  if (source.files.length === 1) return fetchFile(source, source.files[0]!, dir, values);
  if (values.url !== undefined) {
    console.error(`${source.name} has ${source.files.length} files, which no one address serves. By hand:`);
    console.error(source.byHand.join("\n"));
    return 1;
  }
  return takeFolder(source, dir, values.from);
}

/** Checks the files of a folder, the data set's own if none is given, and takes them into place if all are right. */
async function takeFolder(source: Source, dir: string, from: string | undefined): Promise<number> {
  const place = join(dir, source.name);
  const folder = from ?? place;
  const kinds = new Set<string>();
  for (const file of source.files) {
    const { kind, detail } = await recognise(join(folder, file.file), file);
    kinds.add(kind);
    console.log(
      `${file.file}: ${{ original: "the original", absent: "absent", other: "not the original" }[kind]} (${detail})`,
    );
  }
  if (kinds.has("absent") || kinds.has("other")) {
    const nothing = kinds.size === 1 && kinds.has("absent");
    const told = nothing ? `There are no files of ${source.name} in` : "These are not the original files in";
    console.error(
      `\n${told} ${folder}${from === undefined ? "" : ", so nothing is put into place"}. By hand:`,
    );
    console.error(source.byHand.join("\n"));
    return 1;
  }
  if (from !== undefined) {
    await placeAll(
      folder,
      place,
      source.files.map(({ file }) => file),
    );
  }
  console.log(`Checked and in place: ${place}`);
  return 0;
}

async function fetchFile(
  source: Source,
  { file, digest }: SourceFile,
  dir: string,
  from: { url?: string; from?: string },
): Promise<number> {
  if (digest === null) throw new Error(`No digest of ${file} is known.`);
  const to = join(dir, source.name, file);
  if (await isInPlace(to, digest)) {
    console.log(`In place already: ${to}`);
    return 0;
  }
  const url = from.url ?? source.url;
  if (from.from === undefined && url === null) {
    console.error(
      `No address is known that serves this file to anyone. By hand:\n${source.byHand.join("\n")}`,
    );
    return 1;
  }
  if (from.from !== undefined) await placeFile(from.from, to, digest);
  else if (url !== null) {
    // Not in the data set's folder: that exists only when the file does, so that notebooks go on without it.
    const part = join(dir, `.${source.name}-${file}.part`);
    const kept = await download({ ...digest, url, to, part, onProgress: progress(digest.bytes) });
    if (kept > 0) console.log(`Went on after ${kept} bytes of an earlier try.`);
  }
  console.log(`Checked (SHA-256 ${digest.sha256}) and in place: ${to}`);
  return 0;
}

/** Shows whole percents: in one line on a terminal, every tenth elsewhere. */
function progress(all: number): (bytes: number) => void {
  const step = process.stdout.isTTY ? 1 : 10;
  let shown = -1;
  return (bytes) => {
    const percent = Math.floor((100 * bytes) / all / step) * step;
    if (percent === shown) return;
    shown = percent;
    const line = `${percent} % of ${(all / 1e6).toFixed(1)} MB`;
    process.stdout.write(process.stdout.isTTY ? `\r${line}${percent === 100 ? "\n" : ""}` : `${line}\n`);
  };
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
