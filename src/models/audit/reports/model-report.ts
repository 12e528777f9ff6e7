import type { Labelled } from "../splits/prevalence";

/** A row of a classification report, as printed: shares from 0 to 1. */
export interface ReportedLabel {
  readonly precision: number;
  readonly recall: number;
  readonly f1?: number;
  /** The count printed beside them. */
  readonly support: number;
}

/** What a report says of a model, and what is known of its test. */
export interface ModelReport {
  /** Default: "model". */
  readonly name?: string;
  /** The row of label 1. */
  readonly positive?: ReportedLabel;
  readonly accuracy?: number;
  readonly auc?: number;
  /** Label 1 in the test, counted in the data and not taken from the report. */
  readonly known?: Labelled;
  /** Decimals of the printed shares; default 2. */
  readonly decimals?: number;
}
