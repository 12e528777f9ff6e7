/**
 * Makes a function that does a piece of work once for each owner and key and gives the same answer to whoever asks,
 * also while the work is under way. Failed work is forgotten, so that asking again tries again; answers are freed
 * with their owner.
 * @example const facts = oncePer<Dataset, Facts>(); await facts(shop, "all", () => count(shop));
 */
export function oncePer<Owner extends object, Answer>() {
  const answers = new WeakMap<Owner, Map<string, Promise<Answer>>>();
  return (owner: Owner, key: string, work: () => Promise<Answer>): Promise<Answer> => {
    const known = answers.get(owner) ?? new Map<string, Promise<Answer>>();
    answers.set(owner, known);
    const answer =
      known.get(key) ??
      work().catch((cause: unknown) => {
        known.delete(key);
        throw cause;
      });
    known.set(key, answer);
    return answer;
  };
}
