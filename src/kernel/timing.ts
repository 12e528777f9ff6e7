/**
 * Waits for a promise, but no longer than `ms` milliseconds; then gives `otherwise`.
 *
 * @example const result = await afterOr(5_000, answer, undefined);
 */
export async function afterOr<T, U>(ms: number, promise: Promise<T>, otherwise: U): Promise<T | U> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<U>((resolve) => {
    timer = setTimeout(resolve, ms, otherwise);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
