import type { Compiler } from "./compiler";
import type { Session } from "./session";
import type { WireMessage } from "./wire";

type Content = Record<string, unknown>;

/** Where a cursor counted in characters lies in UTF-16 units. */
const toUnits = (code: string, characters: number): number => [...code].slice(0, characters).join("").length;

/** Where a place in UTF-16 units lies in characters, as the protocol counts. */
const toCharacters = (code: string, units: number): number => [...code.slice(0, units)].length;

function asked(message: WireMessage): { code: string; cursor: number } {
  const code = String(message.content.code ?? "");
  const at = message.content.cursor_pos;
  return { code, cursor: typeof at === "number" ? toUnits(code, at) : code.length };
}

/** What the kernel is; JupyterLab takes the highlighting of the cells from it. */
export function kernelInfo(compiler: Compiler): Content {
  return {
    status: "ok",
    protocol_version: "5.3",
    implementation: "segmentbook",
    implementation_version: "0.1.0",
    language_info: {
      name: "typescript",
      version: compiler.ts.version,
      mimetype: "text/typescript",
      file_extension: ".ts",
      codemirror_mode: "typescript",
      pygments_lexer: "typescript",
      nbconvert_exporter: "script",
    },
    banner: `TypeScript ${compiler.ts.version} on Node ${process.version}`,
    help_links: [{ text: "TypeScript", url: "https://www.typescriptlang.org/docs/" }],
  };
}

function complete(session: Session, message: WireMessage): Content {
  const { code, cursor } = asked(message);
  const { start, end, candidates } = session.complete(code, cursor);
  return {
    status: "ok",
    matches: candidates,
    cursor_start: toCharacters(code, start),
    cursor_end: toCharacters(code, end),
    metadata: {},
  };
}

function inspect(session: Session, message: WireMessage): Content {
  const { code, cursor } = asked(message);
  const text = session.inspect(code, cursor);
  return {
    status: "ok",
    found: text !== undefined,
    data: text === undefined ? {} : { "text/plain": text },
    metadata: {},
  };
}

function isComplete(compiler: Compiler, message: WireMessage): Content {
  const { completed, indent } = compiler.parts.isCompleteCode(asked(message).code);
  return completed ? { status: "complete" } : { status: "incomplete", indent: indent ?? "" };
}

/**
 * Answers every request that runs no code; `undefined` for a message that asks for no answer.
 *
 * @example const content = answer(compiler, session, message);
 */
export function answer(compiler: Compiler, session: Session, message: WireMessage): Content | undefined {
  switch (message.header.msg_type) {
    case "kernel_info_request":
      return kernelInfo(compiler);
    case "complete_request":
      return complete(session, message);
    case "inspect_request":
      return inspect(session, message);
    case "is_complete_request":
      return isComplete(compiler, message);
    case "comm_info_request":
      return { status: "ok", comms: {} };
    case "history_request":
      return { status: "ok", history: [] };
    default:
      return undefined;
  }
}
