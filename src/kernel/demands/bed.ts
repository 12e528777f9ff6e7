import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import {
  type ExecuteOptions,
  type ExecuteResult,
  type IopubMessage,
  type Kernel,
  startKernel,
} from "../client";

/** Something the kernel must do, as a check over the real protocol that rejects if it does not. */
export interface Demand {
  name: string;
  /**
   * Whether plain tslab does it as well; the others are mends, and plain tslab must fail them. A text says
   * why that is not tried.
   */
  plain: boolean | string;
  check(bed: Bed): Promise<void>;
}

/** What was seen of one cell. */
export interface Seen {
  result: ExecuteResult;
  messages: IopubMessage[];
  stdout: string;
  stderr: string;
  /** The text of the last expression. */
  shown: string | undefined;
}

const PROJECT = join(__dirname, "..", "..", "..");

const FILES: Record<string, string> = {
  "package.json": '{ "name": "bed" }',
  "src/index.ts": 'export { rate, type Rate } from "./rates";\nexport { fails } from "./fails";\n',
  "src/rates.ts":
    'import { base } from "./base";\nexport type Rate = { rate: number };\nexport const rate = (): Rate => ({ rate: base });\n',
  "src/base.ts": "/** The base of every rate. */\nexport const base = 1;\n",
  "src/fails.ts":
    'interface Wide {\n  a: number;\n}\n\nexport function fails(wide: Wide): never {\n  throw new RangeError(["no", wide.a].join(" "));\n}\n',
  "notebooks/a shop/.keep": "",
};

/** A project with blanks in its path, and a kernel in one of its notebook folders. */
export class Bed {
  private constructor(
    readonly folder: string,
    readonly kernel: Kernel,
    private readonly timeoutMs: number,
  ) {}

  /** Lays the project out and starts a kernel in it: ours, or the one of `argv`. */
  static async open(argv?: readonly string[], timeoutMs = 30_000): Promise<Bed> {
    const folder = mkdtempSync(join(tmpdir(), "segment book "));
    for (const [name, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    symlinkSync(join(PROJECT, "node_modules"), join(folder, "node_modules"), "junction");
    const kernel = await startKernel({ cwd: join(folder, "notebooks", "a shop"), argv });
    return new Bed(folder, kernel, timeoutMs);
  }

  /** Writes a file of the project. */
  write(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text);
  }

  /** Puts a file of the project back as it was. */
  restore(...names: string[]): void {
    for (const name of names) this.write(name, FILES[name] ?? "");
  }

  /** Runs a cell. */
  async run(code: string, options: ExecuteOptions = {}): Promise<Seen> {
    const messages: IopubMessage[] = [];
    const onMessage = (message: IopubMessage) => messages.push(message);
    const result = await this.kernel.execute(code, { timeoutMs: this.timeoutMs, onMessage, ...options });
    return seen(result, messages);
  }

  /** Runs a cell that must end well. */
  async ok(code: string): Promise<Seen> {
    const cell = await this.run(code);
    assert.deepEqual(cell.result.error, undefined, `${code}\n${cell.stderr}`);
    assert.equal(cell.result.status, "ok", `${code}\n${cell.stderr}`);
    return cell;
  }

  /** Runs a cell that must fail, and gives its `error` message. */
  async fails(code: string): Promise<{ ename: string; evalue: string; traceback: string[] }> {
    const { result, messages } = await this.run(code);
    assert.equal(result.status, "error", code);
    const error = messages.find(({ type }) => type === "error");
    assert.ok(error, "no error message was sent");
    assert.deepEqual(result.error, error.content);
    return result.error ?? assert.fail("the reply names no error");
  }

  /** Ends the kernel and takes the project away. */
  async close(): Promise<void> {
    await this.kernel.shutdown();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Gathers what a cell printed and showed; asked again, it takes in what came late. */
export function seen(result: ExecuteResult, messages: IopubMessage[]): Seen {
  const text = (name: string) =>
    messages
      .filter(({ type, content }) => type === "stream" && content.name === name)
      .map(({ content }) => content.text)
      .join("");
  const last = messages.find(({ type }) => type === "execute_result")?.content.data;
  const shown = (last as Record<string, string> | undefined)?.["text/plain"];
  return { result, messages, stdout: text("stdout"), stderr: text("stderr"), shown };
}

/** Waits, for what a kernel does on its own. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
