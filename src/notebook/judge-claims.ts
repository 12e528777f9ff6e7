import type { Claim, Verdict } from "./claim-table";

/** A claim before the verdict: settled by argument, or by whether the data at hand speak against it. */
export type UnjudgedClaim = Omit<Claim, "study" | "verdict"> &
  (
    | { readonly verdict: Verdict }
    | {
        /** Whether the data speak against the claim. */
        readonly fails: boolean;
        /** The verdict then; `error` unless told. */
        readonly worst?: Verdict;
        /** What is said, in place of `why`, where they do not. Default: "borne out by the data at hand". */
        readonly otherwise?: string;
      }
  );

/**
 * Gives the claims of a study their verdicts. A claim that hangs on data holds or fails by the original data only; on
 * others, such as generated ones, it stays open, whatever they say. O(claims).
 *
 * @param original whether the data at hand are the study's own, or a part of them
 * @example judgeClaims("001", true, [{ claim: "Rows", published: "391,068", fails: rows !== 391_068, why: "not reproduced" }])
 */
export function judgeClaims(study: string, original: boolean, claims: readonly UnjudgedClaim[]): Claim[] {
  return claims.map((given): Claim => {
    if ("verdict" in given) return { study, ...given };
    const { fails, worst = "error", otherwise = "borne out by the data at hand", ...claim } = given;
    if (!original) {
      return { study, ...claim, verdict: "open", why: "said of the original data, which are not here" };
    }
    return fails
      ? { study, ...claim, verdict: worst }
      : { study, ...claim, verdict: "holds", why: otherwise };
  });
}
