import { Script } from "node:vm";
import type { CompiledCell } from "./cell";
import type { Interrupts } from "./interrupts";
import { addFrame, placeSyntaxError } from "./stack";
import { drive, type Steps } from "./steps";

const HANDOVER = Symbol.for("segmentbook.cell");
const CALL = `(...globalThis[Symbol.for("segmentbook.cell")])`;
const STEP = new Script(`globalThis[Symbol.for("segmentbook.cell")][0]()`);

/** A script sees what hangs on `globalThis`. */
function handOver(...args: unknown[]): void {
  Object.defineProperty(globalThis, HANDOVER, { value: args, configurable: true });
}

function compile({ code, shift, locate }: CompiledCell, name: string): Script {
  try {
    return new Script(code + CALL, { filename: name, columnOffset: -shift });
  } catch (error) {
    placeSyntaxError(error, name, locate);
    throw error;
  }
}

/**
 * Runs a cell to its end; rejects with what it throws. An interrupt ends it wherever it is, but for what its
 * asynchronous functions do after an `await` of their own.
 *
 * @param args the cell's `exports`, `require` and `declare`
 * @param stopped whether the cell was interrupted while it waited
 * @example await runCell(cell, "cell[3]", [variables, require, declare], interrupts, () => false);
 */
export async function runCell(
  cell: CompiledCell,
  name: string,
  args: readonly unknown[],
  interrupts: Interrupts,
  stopped: () => boolean,
): Promise<void> {
  const script = compile(cell, name);
  handOver(...args);
  const begun = interrupts.run(script);
  if (cell.kind !== "steps") return void (await begun);
  await drive(begun as Steps, {
    run(step) {
      handOver(step);
      return interrupts.run(STEP) as ReturnType<typeof step>;
    },
    stopped,
    onRejected: (error, index) => addFrame(error, cell.placeOfAwait(index)),
  });
}
