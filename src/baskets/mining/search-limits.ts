/** What bounds a search for frequent sets. */
export interface SearchLimits {
  readonly minCount: number;
  readonly maxLength: number;
  /** The search ends when this many sets are found. */
  readonly enough: number;
}
