import { isAscii } from "node:buffer";
import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { TextDecoder } from "node:util";

/** What one pass over a file's bytes tells. */
export interface FileScan {
  readonly bytes: number;
  /** SHA-256 of the whole file, in hexadecimal. */
  readonly sha256: string;
  /** The first bytes, up to the first line feed, as ISO-8859-1 text; at most 4,096. */
  readonly header: string;
  readonly hasNul: boolean;
  readonly endsWithLineBreak: boolean;
  /** Whether it holds what is no text in ISO-8859-1, see {@link FOREIGN}. */
  readonly hasForeign: boolean;
  /** Whether all of it is well-formed UTF-8; plain ASCII is. */
  readonly isUtf8: boolean;
}

/**
 * Bytes, read as ISO-8859-1, that tell of another encoding: control characters from 80 to 9F, which UTF-8 and
 * Windows-1252 use, and pairs such as `Â£` and `Ã©`, which are £ and é in UTF-8. Others, such as `É®`, are text.
 */
export const FOREIGN = /[\u0080-\u009f]|[\u00c2\u00c3][\u00a0-\u00bf]/;

const BLOCK = 1 << 20;
const HEADER_LIMIT = 4096;
const [NUL, LF] = [0x00, 0x0a];

/**
 * Reads a file once, a megabyte at a time: its digest, and signs of a cut or wrongly encoded file.
 * O(bytes), about 0.05 s for 45 MB, memory of one block.
 * @throws Error as `node:fs` does when the file cannot be read.
 * @example (await scanFile("data.csv")).sha256
 */
export async function scanFile(path: string): Promise<FileScan> {
  const file = await open(path);
  try {
    return await scanOpen(file);
  } finally {
    await file.close();
  }
}

async function scanOpen(file: FileHandle): Promise<FileScan> {
  const hash = createHash("sha256");
  const block = Buffer.allocUnsafe(BLOCK);
  let [bytes, last] = [0, 0];
  let header = "";
  let [hasNul, hasForeign, utf8] = [false, false, true];
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for (;;) {
    const { bytesRead } = await file.read(block, 0, BLOCK);
    if (bytesRead === 0) break;
    const piece = block.subarray(0, bytesRead);
    hash.update(piece);
    if (bytes === 0) header = firstLine(piece.subarray(0, HEADER_LIMIT));
    hasNul ||= piece.includes(NUL);
    // The byte before, because a pair may lie across two blocks.
    if (!isAscii(piece)) hasForeign ||= FOREIGN.test(String.fromCharCode(last) + piece.toString("latin1"));
    // A letter may lie across two blocks: the decoder keeps its beginning, and wants its end even of an ASCII block.
    if (utf8 && !(isAscii(piece) && last < 0x80)) utf8 = decodes(decoder, piece);
    last = piece[bytesRead - 1]!;
    bytes += bytesRead;
  }
  utf8 &&= decodes(decoder);
  return {
    bytes,
    sha256: hash.digest("hex"),
    header,
    hasNul,
    endsWithLineBreak: last === LF,
    hasForeign,
    isUtf8: utf8,
  };
}

/** Whether the bytes go on as UTF-8; without bytes, whether they may end here. */
function decodes(decoder: TextDecoder, piece?: Uint8Array): boolean {
  try {
    decoder.decode(piece, { stream: piece !== undefined });
    return true;
  } catch {
    return false;
  }
}

function firstLine(bytes: Buffer): string {
  const end = bytes.indexOf(LF);
  return bytes.toString("latin1", 0, end < 0 ? bytes.length : end).replace(/\r$/, "");
}
