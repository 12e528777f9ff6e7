import type TypeScript from "typescript";
import type { Ts } from "./tslab";

/** A cell that awaits, as a generator: it yields what it waits for, with the number of that `await`. */
export type Steps = Generator<readonly [index: number, awaited: unknown], void, unknown>;

/**
 * Writes each `await x` at the top of a cell as `(yield [index, x])`, and puts down where each stood.
 *
 * As an async function a cell would go on in a callback of Node's, where no interrupt can end it: an endless
 * loop after an `await` would end only with the kernel.
 */
export function awaitsToYields(
  ts: Ts,
  places: number[],
): TypeScript.TransformerFactory<TypeScript.SourceFile> {
  return (context) => {
    const { factory } = context;
    const visit = (node: TypeScript.Node): TypeScript.Node => {
      if (ts.isFunctionLike(node) || ts.isClassLike(node)) return node;
      if (!ts.isAwaitExpression(node)) return ts.visitEachChild(node, visit, context);
      const index = factory.createNumericLiteral(places.push(node.getStart()) - 1);
      const awaited = ts.visitNode(node.expression, visit) as TypeScript.Expression;
      const made = factory.createYieldExpression(
        undefined,
        factory.createArrayLiteralExpression([index, awaited]),
      );
      return ts.setTextRange(factory.createParenthesizedExpression(made), node);
    };
    return (file) => ts.visitNode(file, visit) as TypeScript.SourceFile;
  };
}

/** What {@link drive} asks of whoever runs the cell. */
export interface Driver {
  /** Runs one step, so that an interrupt ends it. */
  run<T>(step: () => T): T;
  /** Whether the cell was interrupted while it waited: then it is left where it stands. */
  stopped(): boolean;
  /** Hears of an error that came from an `await` and that the cell did not catch. */
  onRejected(error: unknown, index: number): void;
}

/**
 * Takes a cell through its awaits to its end; rejects with what the cell throws.
 *
 * @example await drive(steps, driver);
 */
export async function drive(steps: Steps, driver: Driver): Promise<void> {
  let step = driver.run(() => steps.next());
  while (!step.done) {
    const [index, awaited] = step.value;
    let value: unknown;
    let rejected: { error: unknown } | undefined;
    try {
      value = await awaited;
    } catch (error) {
      rejected = { error };
    }
    if (driver.stopped()) return;
    try {
      step = driver.run(() => (rejected ? steps.throw(rejected.error) : steps.next(value)));
    } catch (error) {
      if (rejected && error === rejected.error) driver.onRejected(error, index);
      throw error;
    }
  }
}
