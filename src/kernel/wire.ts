import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";

/** The header of a Jupyter message: what it is, who sent it, and its own id. */
export interface Header {
  msg_id: string;
  msg_type: string;
  session: string;
  username: string;
  date: string;
  version: string;
}

/** A Jupyter message as it travels: routing frames, header, the header it answers, metadata, content. */
export interface WireMessage {
  identities: Buffer[];
  header: Header;
  parent: Partial<Header>;
  metadata: Record<string, unknown>;
  content: Record<string, unknown>;
}

const DELIMITER = Buffer.from("<IDS|MSG>");

function sign(key: string, parts: readonly (string | Buffer)[]): string {
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}

/**
 * Makes a fresh header of protocol version 5.3.
 *
 * @example const header = newHeader("execute_request", session);
 */
export function newHeader(type: string, session: string): Header {
  return {
    msg_id: randomUUID(),
    msg_type: type,
    session,
    username: "segmentbook",
    date: new Date().toISOString(),
    version: "5.3",
  };
}

/**
 * A part of a message as JSON. Halves of a surrogate pair, as a name cut in the middle of an emoji has one,
 * become U+FFFD: Jupyter's server cannot encode them as UTF-8.
 */
function toJson(part: unknown): string {
  const text = JSON.stringify(part);
  return text.includes("\\ud")
    ? text.replace(/(?<!\\)((?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/g, "$1\\ufffd")
    : text;
}

/**
 * Turns a message into signed frames (HMAC-SHA-256; an empty key leaves the signature empty).
 *
 * Source: "Messaging in Jupyter", The Wire Protocol, https://jupyter-client.readthedocs.io/en/latest/messaging.html
 *
 * @example socket.send(encode(message, key));
 */
export function encode(message: WireMessage, key: string): (string | Buffer)[] {
  const parts = [message.header, message.parent, message.metadata, message.content].map(toJson);
  return [...message.identities, DELIMITER, key === "" ? "" : sign(key, parts), ...parts];
}

/**
 * Reads frames back into a message, after checking the signature.
 *
 * @throws Error if the delimiter or a part is missing, the signature is wrong, or a part is not JSON.
 * @example const message = decode(await socket.receive(), key);
 */
export function decode(frames: readonly Buffer[], key: string): WireMessage {
  const at = frames.findIndex((frame) => frame.equals(DELIMITER));
  const [signature, ...parts] = frames.slice(at + 1);
  if (at < 0 || signature === undefined || parts.length < 4) {
    throw new Error(`Jupyter message of ${frames.length} frames lacks its delimiter or a part.`);
  }
  if (key !== "") {
    const want = Buffer.from(sign(key, parts));
    if (want.length !== signature.length || !timingSafeEqual(want, signature)) {
      throw new Error("Jupyter message has a wrong signature; it was dropped.");
    }
  }
  const [header, parent, metadata, content] = parts.map((part) => JSON.parse(part.toString("utf8")));
  return { identities: frames.slice(0, at), header, parent, metadata, content };
}
