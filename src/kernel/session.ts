import { createRequire } from "node:module";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { inspect } from "node:util";
import { finishCell } from "./cell";
import type { Compiler, Converted } from "./compiler";
import { describeDiagnostics, describeThrown, type Failure, INTERRUPTED } from "./failure";
import type { Interrupts } from "./interrupts";
import type { Loader } from "./loader";
import { type CellOutput, printingTo } from "./output";
import { runCell } from "./run";
import { cellName, registerSource } from "./stack";

/** How a cell ended: with the text of its last expression, if that has a value, or with a failure. */
export type Outcome = { shown?: string } | { failure: Failure };

/** An object with a getter, and where it may be written a setter, for each variable of a cell. */
type Accessors = Record<string, unknown>;

/** The state that cells share: their variables, and the declarations of these. */
export class Session {
  private declarations = "";
  private readonly variables: object = Object.create(null);
  private readonly sources = new Map<number, string>();
  private readonly require: (id: string) => unknown;
  private stop: (() => void) | undefined;

  constructor(
    private readonly compiler: Compiler,
    private readonly loader: Loader,
    private readonly interrupts: Interrupts,
    private readonly project: string,
    cwd: string,
  ) {
    const fromCell = createRequire(join(cwd, "cell.js"));
    this.require = (id) => (id === "tslab" ? require("tslab") : fromCell(id));
    // Each cell that imports sets this mark again; set it here so that it is no variable of theirs.
    Object.defineProperty(this.variables, "__esModule", { value: true });
  }

  /** Checks and runs a cell. Never rejects. Cells must not overlap. */
  async execute(code: string, count: number, output: CellOutput): Promise<Outcome> {
    const name = cellName(count);
    this.sources.set(count, code);
    let interrupted = false;
    const interruption = new Promise<void>((resolve) => {
      this.stop = () => {
        interrupted = true;
        resolve();
      };
    });
    try {
      this.loader.forgetEdited();
      const made = this.compiler.convert(this.declarations, code);
      if (made.errors.length > 0) {
        return { failure: describeDiagnostics(this.compiler.ts, made.errors, name, code, this.project) };
      }
      await turn(); // lets what was printed leave before the cell takes the process
      const accessors = interrupted
        ? undefined
        : await Promise.race([this.run(made, name, output, () => interrupted), interruption]);
      // What an interrupted cell leaves running may end at any time; it must not declare anything then.
      return accessors ? this.commit(accessors, made) : { failure: INTERRUPTED };
    } catch (thrown) {
      const failure = describeThrown(thrown, (of) => this.sources.get(of));
      interrupted ||= failure === INTERRUPTED;
      return { failure };
    } finally {
      this.stop = undefined;
      if (interrupted) output.drop();
    }
  }

  /** Runs a cell to its end, and gives the accessors of what it declares. */
  private async run(
    made: Converted,
    name: string,
    output: CellOutput,
    stopped: () => boolean,
  ): Promise<Accessors> {
    if (!made.js) return {};
    const cell = finishCell(this.compiler.ts, made.js, name, made.lastName);
    registerSource(name, cell.locate);
    let accessors: Accessors = {};
    const declare = (given: Accessors) => {
      accessors = given;
    };
    // Through a child, since V8 makes an object's accessors quick once it is a prototype (10 times here).
    const args = [Object.create(this.variables), this.require, declare];
    await printingTo(output, () => runCell(cell, name, args, this.interrupts, stopped));
    return accessors;
  }

  /** Makes what a cell declares known to the cells after it. */
  private commit(accessors: Accessors, { declarations, lastName = "" }: Converted): Outcome {
    const { [lastName]: value, ...rest } = Object.getOwnPropertyDescriptors(accessors);
    Object.defineProperties(this.variables, rest);
    this.declarations = declarations;
    const last: unknown = value?.get?.call(accessors);
    if (last === undefined || last === null) return {};
    return { shown: typeof last === "string" ? last : inspect(last) };
  }

  /** Ends the running cell, if it awaits; a cell that does not is ended by the signal itself. */
  interrupt(): void {
    this.stop?.();
  }

  /** Completion at a cursor counted in UTF-16 units. */
  complete(code: string, at: number): { start: number; end: number; candidates: string[] } {
    return this.compiler.complete(this.declarations, code, at);
  }

  /** What shift-tab shows at a cursor counted in UTF-16 units. */
  inspect(code: string, at: number): string | undefined {
    return this.compiler.inspect(this.declarations, code, at);
  }
}
