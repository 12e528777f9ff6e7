import { AsyncLocalStorage } from "node:async_hooks";
import { inspect } from "node:util";

/** Sends a message of a type to whoever listens to the cell. */
export type Publish = (type: string, content: Record<string, unknown>) => void;

const JOIN_MS = 20;
const LONGEST = 65_536;

/** What one cell prints and shows, in the order it did, until it is dropped. */
export class CellOutput {
  private name: "stdout" | "stderr" = "stdout";
  private text = "";
  private timer: NodeJS.Timeout | undefined;
  private dropped = false;
  private sentAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly publish: Publish) {}

  /** Prints: at once, but texts that follow each other within 20 ms leave as one message. */
  write(name: "stdout" | "stderr", text: string): void {
    if (this.dropped) return;
    if (name !== this.name) this.flush();
    this.name = name;
    this.text += text;
    // The timer has no turn while a cell computes, so that what such a cell prints must leave here.
    if (this.text.length > LONGEST || performance.now() - this.sentAt > JOIN_MS) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), JOIN_MS).unref();
  }

  /** Sends a message of any other type, after what was printed before it. */
  send(type: string, content: Record<string, unknown>): void {
    if (this.dropped) return;
    this.flush();
    this.publish(type, content);
  }

  /** Sends what was printed and still waits. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.text === "") return;
    const { name, text } = this;
    this.text = "";
    this.sentAt = performance.now();
    this.publish("stream", { name, text });
  }

  /** Sends what waits, and nothing from now on: for what an interrupted cell left running. */
  drop(): void {
    this.flush();
    this.dropped = true;
  }
}

const running = new AsyncLocalStorage<CellOutput>();
let latest: CellOutput | undefined;

/**
 * Runs a cell's code so that what it prints goes to its own output, also what its timers and promises print
 * while later cells run.
 *
 * @example const value = printingTo(output, () => vm.runInThisContext(code));
 */
export function printingTo<T>(output: CellOutput, run: () => T): T {
  latest = output;
  return running.run(output, run);
}

/** The output of the cell that is asking; the newest cell's where that cannot be told. */
export function currentOutput(): CellOutput | undefined {
  return running.getStore() ?? latest;
}

/**
 * Leads `process.stdout` and `process.stderr`, and with them `console`, into the cells' outputs. What is
 * printed before the first cell goes where it went before.
 */
export function captureStreams(): void {
  for (const name of ["stdout", "stderr"] as const) {
    const stream = process[name];
    const before = stream.write.bind(stream);
    const decoder = new TextDecoder();
    type Done = (error?: Error | null) => void;
    const write = (chunk: string | Uint8Array, encoding?: BufferEncoding | Done, done?: Done): boolean => {
      const output = currentOutput();
      const callback = typeof encoding === "function" ? encoding : done;
      if (!output) return before(chunk, callback);
      output.write(name, typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true }));
      if (callback) process.nextTick(callback);
      return true;
    };
    stream.write = write as typeof stream.write;
  }
}

const MARKS = new Set(["async_id_symbol", "trigger_async_id_symbol", "kResourceStore"]);

/**
 * Shows a promise as it is without this kernel: where Node follows a cell's promises by marks on them, a
 * `fetch(url)` that lacks its `await` would show pages of the kernel's insides.
 */
export function hideMarksOfPromises(): void {
  const value = function (this: Promise<unknown>): unknown {
    for (const mark of Object.getOwnPropertySymbols(this)) {
      if (MARKS.has(mark.description ?? "")) Reflect.defineProperty(this, mark, { enumerable: false });
    }
    return this;
  };
  Object.defineProperty(Promise.prototype, inspect.custom, { value, configurable: true, writable: true });
}
