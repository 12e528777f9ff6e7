import { type Audit, audit } from "../finding";
import { auditSlopes, GRID_SLOPE, type PrintedSlope } from "./grid-slope";
import { auditDifferences, type ClaimedDifference, NOISE, type NoiseOptions } from "./noise";
import { auditGroups, type ComparedGroup, SAME_AS_POPULATION } from "./same-as-population";

/** What {@link auditEffects} looks at: the more is given, the more is checked. */
export interface EffectsInput extends NoiseOptions {
  readonly differences?: readonly ClaimedDifference[];
  readonly groups?: readonly ComparedGroup[];
  /** The population that the groups are parts of. */
  readonly everyone?: ComparedGroup;
  readonly slopes?: readonly PrintedSlope[];
}

/**
 * Looks at claimed effects: differences that chance makes as well, a group compared that is everyone, a slope that is the
 * step of a grid. Costs as its checks.
 *
 * @throws RangeError when a difference cannot be tested, or a slope is no number
 * @example show(findingsTable(auditEffects({ differences, slopes }), { caption: "The effects" }))
 */
export function auditEffects(input: EffectsInput): Audit {
  const { differences, groups, everyone, slopes } = input;
  return audit([
    { check: NOISE, run: differences && (() => auditDifferences(differences, input)) },
    {
      check: SAME_AS_POPULATION,
      run: groups && (() => auditGroups({ groups, ...(everyone && { everyone }) })),
    },
    { check: GRID_SLOPE, run: slopes && (() => auditSlopes(slopes)) },
  ]);
}
