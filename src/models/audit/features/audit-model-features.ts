import type { Features } from "../../features/features";
import { type Audit, audit } from "../finding";
import { auditLabelCopies, LABEL_COPIES } from "./label-copies";
import { auditLabelMeans, LABEL_MEANS } from "./label-means";
import { auditLaterFeatures, type FeatureTime, LATER_FEATURES } from "./later-features";
import { auditLoneFeatures, LONE_FEATURES } from "./lone-features";

/** What {@link auditModelFeatures} looks at: the more is given, the more is checked. */
export interface ModelFeaturesInput {
  readonly features: Features;
  /** One a row: 0 and 1 for a prediction, or any kinds, as of clusters. */
  readonly labels: ArrayLike<number> | ArrayLike<string>;
  /** What features were counted over, one a row, such as customer and product, where groups have several rows. */
  readonly groups?: ArrayLike<number> | ArrayLike<string>;
  /** Until when features looked, and when the label's window begins. */
  readonly times?: {
    readonly features: readonly FeatureTime[];
    readonly labelFrom: number | ArrayLike<number>;
  };
}

/**
 * Looks at features before anything is learnt from them: the label or its copy among them, one that alone knows the label,
 * one that was made from the same labels, and those that look into the label's time. O(features × rows log rows).
 *
 * @throws RangeError when lists differ in length
 * @example show(findingsTable(auditModelFeatures({ features, labels }), { caption: "The features" }))
 */
export function auditModelFeatures({ features, labels, groups, times }: ModelFeaturesInput): Audit {
  const binary = zeroOrOne(labels);
  return audit([
    { check: LABEL_COPIES, run: () => auditLabelCopies({ features, labels }) },
    { check: LONE_FEATURES, run: binary && (() => auditLoneFeatures({ features, labels: binary })) },
    {
      check: LABEL_MEANS,
      run: binary && groups && (() => auditLabelMeans({ features, labels: binary, groups })),
    },
    { check: LATER_FEATURES, run: times && (() => auditLaterFeatures(times)) },
  ]);
}

/** The labels as numbers where all are 0 or 1. */
function zeroOrOne(labels: ArrayLike<number> | ArrayLike<string>): Uint8Array | undefined {
  const all = Array.from<number | string>(labels);
  return all.every((label) => label === 0 || label === 1) ? Uint8Array.from(all as number[]) : undefined;
}
