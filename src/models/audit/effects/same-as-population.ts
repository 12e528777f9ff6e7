import type { Finding } from "../finding";
import { listed, shareText, whole } from "../wording";

export const SAME_AS_POPULATION = "a group that is everyone";

/** A group whose figure is compared with that of another. */
export interface ComparedGroup {
  readonly name: string;
  /** Its figure as printed, such as `"19.42"`; the digits count. */
  readonly figure?: string;
  /** How many are in it. */
  readonly size?: number;
  /** Who is in it. */
  readonly members?: ArrayLike<number> | ArrayLike<string>;
}

/**
 * Groups that are compared but are not two groups: one that holds everyone, told by its members, its size, or by its figure
 * being that of everyone to the digit; and groups with members in common. Figures speak only from three digits on, where an
 * honest group has the population's figure in fewer than one of 100 cases; unless it is nearly everyone. Sizes and members
 * never raise a false alarm. O(members).
 *
 * @param of.everyone the population, by as much as is known of it
 * @throws RangeError when there is no group
 * @example
 * auditGroups({ everyone: { name: "all", figure: "19.42" }, groups: [{ name: "non-buyers", figure: "19.42" }] })[0]?.severity // "warning"
 */
export function auditGroups(of: {
  readonly everyone?: ComparedGroup;
  readonly groups: readonly ComparedGroup[];
}): Finding[] {
  const { everyone, groups } = of;
  if (groups.length === 0) throw new RangeError("There is no group to look at.");
  return [...groups.flatMap((group) => everyoneFindings(group, everyone)), ...overlaps(groups)];
}

function everyoneFindings(group: ComparedGroup, everyone?: ComparedGroup): Finding[] {
  if (everyone === undefined) return [];
  const [own, all] = [sizeOf(group), sizeOf(everyone)];
  const finding = (severity: "error" | "warning", what: string, figure: string): Finding[] => [
    {
      check: SAME_AS_POPULATION,
      severity,
      what,
      where: `group "${group.name}"`,
      figure,
      advice: "Take those who are left when the other group is taken away, and compare with them.",
    },
  ];
  if (own !== undefined && all !== undefined)
    return own === all
      ? finding(
          "error",
          "The group is everyone: comparing a part with it compares the part with itself, too.",
          `${whole(own)} of ${whole(all)} members`,
        )
      : [];
  const same = group.figure !== undefined && group.figure.trim() === everyone.figure?.trim();
  if (!same || digitsOf(group.figure!) < 3) return [];
  return finding(
    "warning",
    "The group's figure is that of everyone, to the digit: it may be everyone.",
    `${group.figure} for both`,
  );
}

const sizeOf = ({ size, members }: ComparedGroup) =>
  members ? new Set(Array.from<number | string>(members)).size : size;

/** Digits that tell something: leading zeros do not, nor do zeros at the end of a whole number. */
const digitsOf = (figure: string) => {
  const digits = figure.replace(/[^\d.]/g, "");
  const told = digits.includes(".") ? digits.replace(".", "") : digits.replace(/0+$/, "");
  return told.replace(/^0+/, "").length;
};

function overlaps(groups: readonly ComparedGroup[]): Finding[] {
  return groups.flatMap((a, i) =>
    groups.slice(i + 1).flatMap((b): Finding[] => {
      if (a.members === undefined || b.members === undefined) return [];
      const own = new Set(Array.from<number | string>(a.members));
      const others = new Set(Array.from<number | string>(b.members));
      const both = [...others].filter((member) => own.has(member)).length;
      if (both === 0) return [];
      return [
        {
          check: SAME_AS_POPULATION,
          severity: "error",
          what: "Groups that are compared have members in common: their difference is smaller than that of those who differ.",
          where: listed([a.name, b.name]),
          figure: `${whole(both)} in both (${shareText(both / Math.min(own.size, others.size))} of the smaller)`,
          advice: "Give each member to one group.",
        },
      ];
    }),
  );
}
