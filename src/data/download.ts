import { mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { DownloadError } from "./download-error";
import { withLock } from "./lock";
import { requireDigest } from "./place-file";

/** What to fetch, where to put it, and what it must be. */
export interface DownloadOptions {
  /** An http or https address. */
  readonly url: string;
  readonly to: string;
  /** Where the unfinished file grows; `<to>.part` by default. Its folder is made, and so is that of `to`. */
  readonly part?: string;
  readonly bytes: number;
  /** SHA-256 in hexadecimal. */
  readonly sha256: string;
  /** Called after each piece with the bytes that are there. */
  readonly onProgress?: (bytes: number) => void;
  /** Milliseconds without a byte after which to give up; 30,000 by default. */
  readonly patience?: number;
}

/**
 * Downloads a file: into a `.part`, which a later call goes on with when the server vouches that its
 * file is unchanged (If-Range), else starts anew; then checks the digest and renames. `to` is never half
 * a file. O(bytes), memory of one piece.
 * @throws DownloadError when the address is no http(s) address, the server refuses or breaks off, the
 * file is not the one with that digest, or another process downloads it at the same time; the message says whether
 * trying again goes on where it stopped.
 * @returns the number of bytes that were there already and not fetched again
 * @example await download({ url: "https://example.org/data.csv", to: "data.csv", bytes: 9, sha256: "…" })
 */
export async function download(options: DownloadOptions): Promise<number> {
  const { url, to } = options;
  if (!/^https?:\/\//i.test(url))
    throw new DownloadError(url, "the address must start with http:// or https://");
  const part = options.part ?? `${to}.part`;
  await mkdir(dirname(part), { recursive: true });
  const lock = `${part}.lock`;
  const held = (pid: string) =>
    new DownloadError(
      url,
      `process ${pid || "(unknown)"} downloads this file already; if not, delete ${lock}`,
    );
  return withLock(lock, held, async () => {
    const kept = await fetchInto(part, await resumable(part, options), options);
    await mkdir(dirname(to), { recursive: true });
    await rename(part, to);
    await forget(part);
    return kept;
  });
}

/** Fetches what is missing of the part, and checks the whole; gives the bytes that were there already. */
async function fetchInto(part: string, had: Had, options: DownloadOptions): Promise<number> {
  const { url } = options;
  const controller = new AbortController();
  const clock = setTimeout(() => controller.abort(), options.patience ?? 30_000);
  try {
    const response = await request(url, had, controller.signal);
    if (response.status === 416) {
      await response.body?.cancel();
      await forget(part);
      return await fetchInto(part, NOTHING, options);
    }
    const from = response.status === 206 ? startOf(response) : 0;
    if (!response.ok || response.body === null || (from !== 0 && from !== had.bytes)) {
      await response.body?.cancel();
      const advice = "check the address, or try later";
      throw new DownloadError(
        url,
        `the server answered ${response.status} ${response.statusText}; ${advice}`,
      );
    }
    const length = response.headers.get("content-length");
    if (length !== null && from + Number(length) !== options.bytes) {
      await response.body.cancel();
      await forget(part);
      throw otherSize(url, from + Number(length), options.bytes);
    }
    if (from === 0) await remember(part, response.headers);
    await receive(response.body, part, from, options, clock);
    await requireDigest(part, options, url).catch(async (error: unknown) => {
      await forget(part);
      throw error;
    });
    return from;
  } finally {
    clearTimeout(clock);
  }
}

function otherSize(url: string, bytes: number, wanted: number): DownloadError {
  const advice = "does the address want a login, or lead to a page about the file?";
  return new DownloadError(
    url,
    `it serves ${bytes} bytes in place of ${wanted}, so this is another file; ${advice}`,
  );
}

/** What is there of an earlier try: its bytes, and the server's mark of the version they are of. */
interface Had {
  readonly bytes: number;
  readonly validator: string;
}

const NOTHING: Had = { bytes: 0, validator: "" };

async function resumable(part: string, options: DownloadOptions): Promise<Had> {
  try {
    const [{ size }, validator] = [await stat(part), await readFile(`${part}.version`, "utf8")];
    return size > 0 && size < options.bytes && validator !== "" ? { bytes: size, validator } : NOTHING;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return NOTHING;
    throw error;
  }
}

async function request(url: string, had: Had, signal: AbortSignal): Promise<Response> {
  // A compressed answer would have other bytes than the file.
  const headers = new Headers({ "Accept-Encoding": "identity" });
  if (had.bytes > 0) {
    headers.set("Range", `bytes=${had.bytes}-`);
    headers.set("If-Range", had.validator);
  }
  try {
    return await fetch(url, { headers, signal, redirect: "follow" });
  } catch (cause) {
    throw new DownloadError(
      url,
      `the server cannot be reached (${reasonOf(cause)}); check the address and the network`,
      {
        cause,
      },
    );
  }
}

function startOf(response: Response): number {
  const match = /^bytes (\d+)-/.exec(response.headers.get("content-range") ?? "");
  return match === null ? -1 : Number(match[1]);
}

/** Keeps the server's mark of this version: a strong ETag, else the date; nothing if it gives neither. */
async function remember(part: string, headers: Headers): Promise<void> {
  const tag = headers.get("etag") ?? "";
  const validator = tag !== "" && !tag.startsWith("W/") ? tag : (headers.get("last-modified") ?? "");
  await writeFile(`${part}.version`, validator);
}

async function forget(part: string): Promise<void> {
  await rm(part, { force: true });
  await rm(`${part}.version`, { force: true });
}

async function receive(
  body: ReadableStream<Uint8Array>,
  part: string,
  from: number,
  options: DownloadOptions,
  clock: NodeJS.Timeout,
): Promise<void> {
  const file = await open(part, from === 0 ? "w" : "a");
  let bytes = from;
  try {
    for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
      clock.refresh();
      bytes += piece.length;
      // The surplus needs no storing: the digest could not be right any more.
      if (bytes > options.bytes) break;
      await file.writeFile(piece);
      options.onProgress?.(bytes);
    }
  } catch (cause) {
    throw new DownloadError(options.url, brokenOff(bytes, options.bytes, reasonOf(cause)), { cause });
  } finally {
    await file.close();
  }
  if (bytes > options.bytes) {
    await forget(part);
    throw new DownloadError(
      options.url,
      `it serves more than the ${options.bytes} bytes of the file: another file`,
    );
  }
  if (bytes < options.bytes)
    throw new DownloadError(options.url, brokenOff(bytes, options.bytes, "the stream ended"));
}

function brokenOff(bytes: number, all: number, reason: string): string {
  return `the connection broke off after ${bytes} of ${all} bytes (${reason}); run the command again to go on`;
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  if (cause.name === "AbortError") return "nothing came for too long";
  return cause.cause instanceof Error ? cause.cause.message : cause.message;
}
