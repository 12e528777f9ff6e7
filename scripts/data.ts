import { join } from "node:path";
import { parseArgs } from "node:util";
import { download } from "../src/data/download";
import { isInPlace, placeFile } from "../src/data/place-file";
import { dataDir } from "../src/data/places";
import { SOURCES, type Source } from "../src/data/sources";

const USAGE = `Usage: npm run data -- NAME [--url URL | --from FILE] [--dir DIR]

Puts the original file of a data set into place, after checking its SHA-256.

  NAME         ${[...SOURCES.keys()].join(", ")}
  --url URL    download the file from this address; goes on where an earlier try stopped
  --from FILE  take a file that you have already
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
  return fetchSource(source, dataDir(values.dir), values);
}

async function fetchSource(
  source: Source,
  dir: string,
  from: { url?: string; from?: string },
): Promise<number> {
  const to = join(dir, source.name, source.file);
  if (await isInPlace(to, source)) {
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
  if (from.from !== undefined) await placeFile(from.from, to, source);
  else if (url !== null) {
    // Not in the data set's folder: that exists only when the file does, so that notebooks go on without it.
    const part = join(dir, `.${source.name}-${source.file}.part`);
    const kept = await download({ ...source, url, to, part, onProgress: progress(source.bytes) });
    if (kept > 0) console.log(`Went on after ${kept} bytes of an earlier try.`);
  }
  console.log(`Checked (SHA-256 ${source.sha256}) and in place: ${to}`);
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
