import { count, fixed, percent } from "../theme/format";
import { escapeHtml } from "../theme/html";
import { fullTexts, shorten, textWidth } from "../theme/text";
import { light } from "../theme/variables";
import { type Cell, type Chart, type Drawing, makeChart } from "./drawing/chart";
import { withFoot } from "./drawing/key";
import { type Classes, liftClasses } from "./drawing/lift-classes";
import { numbered, withList } from "./drawing/numbered";
import { groupRules, type RuleGroups } from "./drawing/rule-groups";
import { type RuleRow, toRules } from "./drawing/rule-rows";
import { picture, px, stroke, words } from "./drawing/svg";

/** Options of {@link groupedMatrix}. */
export interface GroupedMatrixOptions {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the rules if left out. */
  alt?: string;
  /** Groups of left sides at most. Default 10. */
  groups?: number;
  /** Right sides at most, those of the most rules. Default 12. */
  rows?: number;
}

/**
 * Rules as a matrix: what they lead to in rows, and in columns groups of left sides that lead to the same (Ward's method
 * on the logarithms of their lifts). A circle's area stands for the median support of the rules in its cell, its shade for
 * their median lift. Numbers head the columns, and the groups stand below. O(n log n + left sides³), of which at most 200
 * are clustered.
 *
 * @throws Error that names the rule of which a side is empty or a measure out of range, or if `groups` or `rows` is no
 * whole number from 1.
 * @see Hahsler & Karpienko (2017), "Visualizing association rules in hierarchical groups"
 * @example groupedMatrix(rules(sets, { minConfidence: 0.3 }).rules, { title: "What leads to what" })
 */
export function groupedMatrix(rules: readonly RuleRow[], options: GroupedMatrixOptions): Chart {
  const { title, groups = 10, rows = 12 } = options;
  for (const [name, value] of Object.entries({ groups, rows })) {
    if (!Number.isInteger(value) || value < 1)
      throw new Error(`groupedMatrix: ${name} is ${value}, not a whole number from 1.`);
  }
  const matrix = groupRules(toRules(rules), groups, rows);
  const classes = liftClasses(matrix.cells.map(({ lift }) => lift));
  return makeChart({
    title,
    alt: options.alt ?? describe(matrix),
    data: {
      columns: ["Group", "If any of", "Then", "Rules", "Median support", "Median lift"],
      rows: matrix.cells.map(({ group, row, rules: n, support, lift }): Cell[] => {
        const { left } = matrix.groups[group]!;
        const shown = left.slice(0, 5).join("; ") + (left.length > 5 ? `; and ${left.length - 5} more` : "");
        return [
          group + 1,
          shown,
          matrix.rows[row]!,
          n,
          Number(support.toPrecision(4)),
          Number(lift.toPrecision(4)),
        ];
      }),
    },
    draw: (width) => draw(matrix, classes, width),
  });
}

function describe({ groups, rows, cells }: RuleGroups): string {
  const best = cells.reduce<RuleGroups["cells"][number] | undefined>(
    (a, b) => (a && a.lift >= b.lift ? a : b),
    undefined,
  );
  if (best === undefined) return "";
  const n = cells.reduce((sum, cell) => sum + cell.rules, 0);
  return `${count(n)} ${n === 1 ? "rule" : "rules"} from ${count(groups.length)} ${groups.length === 1 ? "group" : "groups"} of left sides to ${count(rows.length)} right ${rows.length === 1 ? "side" : "sides"}. Greatest median lift: ${fixed(best.lift, 1)}, from ${groups[best.group]!.name} to ${rows[best.row]}.`;
}

function draw({ groups, rows, cells, leftOut }: RuleGroups, classes: Classes, width: number): Drawing {
  const narrow = width < 500;
  const key = classes.key("Median lift", width);
  // No less than "then also" takes.
  const room = Math.min(width * 0.36, Math.max(56, ...rows.map((row) => textWidth(row, 12)))) + 1;
  const shown = shorten(rows, 12, room, 2);
  const [left, top] = [room + 12, key.height + 40];
  const across = Math.min(64, (width - left - 4) / groups.length);
  const up = 34;
  const most = Math.max(...cells.map(({ support }) => support));
  const radius = Math.min(across, up) / 2 - 1;
  const [atX, atY] = [
    (group: number) => left + (group + 0.5) * across,
    (row: number) => top + (row + 0.5) * up,
  ];
  const bottom = top + rows.length * up;
  const lines = [
    ...groups.map((_group, i) => stroke(`M${px(atX(i))},${top - 4}V${px(bottom)}`, light("grid"))),
    ...rows.map((_row, i) =>
      stroke(`M${px(left - 4)},${px(atY(i))}H${px(left + groups.length * across)}`, light("grid")),
    ),
  ];
  const names = [
    words(4, top - 22, narrow ? "If group …" : "If the basket holds one of group …"),
    words(left - 8, top - 6, "then also", { anchor: "end", fill: "muted" }),
    ...groups.map((_group, i) => words(atX(i), top - 8, String(i + 1), { anchor: "middle", bold: true })),
    ...shown.map((text, i) =>
      words(left - 8, atY(i) + (text.includes("\n") ? -3 : 4), text, { anchor: "end" }),
    ),
  ];
  const circles = cells.map(({ group, row, rules, support, lift }) => {
    const title = `${groups[group]!.name} → ${rows[row]}: ${count(rules)} ${rules === 1 ? "rule" : "rules"}, support ${percent(support, 2)}, lift ${fixed(lift, 1)}`;
    const r = Math.max(2, radius * Math.sqrt(support / most));
    return `<circle cx="${px(atX(group))}" cy="${px(atY(row))}" r="${px(r)}" fill="${classes.fill(lift)}" stroke="${light("axis")}" stroke-width="0.75"><title>${escapeHtml(title)}</title></circle>`;
  });
  const remarks = [
    `The area of a circle is the median support of its rules, ${percent(most, 2)} for the largest.`,
    ...(leftOut > 0
      ? [`${count(leftOut)} further ${leftOut === 1 ? "rule" : "rules"} to or from other items left out.`]
      : []),
  ];
  const svg = withFoot(
    picture(width, bottom + 4, [key.svg, ...lines, ...names, ...circles]),
    remarks,
    width,
    "remark",
  );
  const list = numbered(
    groups.map(({ name, left: sides, rules }) => ({
      text: name,
      figures: `${count(sides.length)} left ${sides.length === 1 ? "side" : "sides"}, ${count(rules)} ${rules === 1 ? "rule" : "rules"}`,
    })),
    width,
  );
  const full = new Map([...fullTexts(rows, shown), ...list.full]);
  return { svg: withList(svg, list), full };
}
