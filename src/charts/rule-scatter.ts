import { count, fixed, percent } from "../theme/format";
import { textWidth } from "../theme/text";
import { light } from "../theme/variables";
import { logTicks, roundTicks, thin } from "./drawing/axis";
import { type Cell, type Chart, type ChartData, type Drawing, makeChart } from "./drawing/chart";
import { withFoot } from "./drawing/key";
import { type Classes, liftClasses } from "./drawing/lift-classes";
import { numbered, withList } from "./drawing/numbered";
import { around, placeLabels } from "./drawing/place-labels";
import { type NamedRule, type RuleRow, ruleName, strongest, toRules } from "./drawing/rule-rows";
import { tickText } from "./drawing/scale";
import { symbolPath } from "./drawing/series";
import { type Extent, extent, place, squarePaths, squares } from "./drawing/squares";
import { picture, px, stroke, words } from "./drawing/svg";

/** Options of {@link ruleScatter}. */
export interface RuleScatterOptions {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the rules if left out. */
  alt?: string;
  /** Whether the axis of support is logarithmic. Default false. */
  log?: boolean;
  /** How many of the rules with the greatest lift bear a number and stand below; of rules with the same items one does. Default 5. */
  label?: number;
}

/** Rules drawn one by one at most; more are counted in a grid of squares. */
const mostPoints = 1000;
const grid = { wide: { across: 56, up: 28 }, narrow: { across: 26, up: 26 } };

interface Plotted {
  readonly rules: readonly NamedRule[];
  readonly named: readonly NamedRule[];
  readonly x: Extent;
  readonly y: Extent;
  readonly classes: Classes;
}

/**
 * Rules by support and confidence, their lift as a shade (Bayardo & Agrawal 1999 show that the best rules by many a
 * measure lie on the upper right border). The rules of the greatest lift bear numbers. Above 1,000 rules they are
 * counted in a grid: a square's area stands for their number, its shade for the lift of most of them. O(n log n).
 *
 * @throws Error that names the rule of which a side is empty or a measure out of range.
 * @example ruleScatter(rules(sets, { minConfidence: 0.1 }).rules, { title: "Rules by support and confidence" })
 */
export function ruleScatter(rules: readonly RuleRow[], options: RuleScatterOptions): Chart {
  const list = toRules(rules);
  const plotted: Plotted = {
    rules: list,
    named: strongest(list, options.label ?? 5),
    x: extent(
      "support",
      list.map(({ support }) => support),
      options.log === true,
    ),
    y: extent(
      "confidence",
      list.map(({ confidence }) => confidence),
      false,
    ),
    classes: liftClasses(list.map(({ lift }) => lift)),
  };
  return makeChart({
    title: options.title,
    alt: options.alt ?? describe(plotted),
    data: dataOf(plotted),
    draw: (width) => draw(plotted, width),
  });
}

const figures = ({ support, confidence, lift }: RuleRow) =>
  `support ${percent(support, 2)}, confidence ${percent(confidence, 1)}, lift ${fixed(lift, 1)}`;

function describe({ rules, x, y }: Plotted): string {
  const [best] = strongest(rules, 1);
  if (best === undefined) return "";
  const rest = `support ${percent(x.low, 2)} to ${percent(x.high, 2)}, confidence ${percent(y.low, 0)} to ${percent(y.high, 0)}`;
  return `${count(rules.length)} ${rules.length === 1 ? "rule" : "rules"}: ${rest}. Greatest lift: ${ruleName(best)} (${figures(best)}).`;
}

function dataOf({ rules, x, y, classes }: Plotted): ChartData {
  if (rules.length <= mostPoints) {
    return {
      columns: ["If", "Then", "Support", "Confidence", "Lift"],
      rows: rules.map(({ left, right, support, confidence, lift }): Cell[] => {
        return [left, right, ...[support, confidence, lift].map((value) => Number(value.toPrecision(4)))];
      }),
    };
  }
  const { across, up } = grid.wide;
  const at = ({ low, high, log }: Extent, share: number) =>
    Number((log ? low * (high / low) ** share : low + (high - low) * share).toPrecision(4));
  const of = rules.map(({ lift }) => classes.of(lift));
  return {
    columns: ["Support (middle of cell)", "Confidence (middle of cell)", "Rules", "Lift of most of them"],
    rows: squares(x, y, across, up, of).map(({ i, j, n, group }) => {
      return [at(x, (i + 0.5) / across), at(y, (j + 0.5) / up), n, classes.names[group]!];
    }),
  };
}

function draw(plotted: Plotted, width: number): Drawing {
  const { rules, named, x, y, classes } = plotted;
  const narrow = width < 500;
  const key = classes.key("Lift", width);
  const yTicks = roundTicks(y.low, y.high, 5);
  const left = Math.max(...yTicks.map((tick) => textWidth(tickText(tick, "percent"), 12))) + 16;
  const top = key.height + 26;
  const frame = { left: left + 8, top: top + 8, width: width - left - 30, height: narrow ? 250 : 320 };
  const bottom = top + frame.height + 16;
  const at = (e: Extent, value: number) => place({ ...e, values: [value] }, 0);
  const [atX, atY] = [
    (support: number) => frame.left + at(x, support) * frame.width,
    (confidence: number) => frame.top + (1 - at(y, confidence)) * frame.height,
  ];
  const fine = x.log ? logTicks(x.low, x.high) : [];
  // An axis of less than a decade has too few powers of ten on it.
  const xTicks = thin(fine.length >= 3 ? fine : roundTicks(x.low, x.high, narrow ? 4 : 8), frame.width);
  const axes = [
    ...xTicks.map((tick) => stroke(`M${px(atX(tick))},${top}V${bottom}`, light("grid"))),
    ...yTicks.map((tick) => stroke(`M${left},${px(atY(tick))}H${width - 14}`, light("grid"))),
    ...xTicks.map((tick) =>
      words(atX(tick), bottom + 16, tickText(tick, "percent"), { anchor: "middle", fill: "muted" }),
    ),
    ...yTicks.map((tick) =>
      words(left - 6, atY(tick) + 4, tickText(tick, "percent"), { anchor: "end", fill: "muted" }),
    ),
    words(4, top - 8, "Confidence"),
  ];
  const of = rules.map(({ lift }) => classes.of(lift));
  const binned = rules.length > mostPoints;
  const marks = binned
    ? [
        ...squarePaths(squares(x, y, cells(narrow).across, cells(narrow).up, of), {
          ...frame,
          ...cells(narrow),
        }),
      ]
    : Array.from({ length: classes.count }, (_v, group): [number, string] => {
        const own = rules.filter((_rule, i) => of[i] === group);
        return [group, own.map((rule) => symbolPath(0, 4, atX(rule.support), atY(rule.confidence))).join("")];
      });
  const paths = marks.map(
    ([group, d]) =>
      `<path d="${d}" fill="${classes.fills[group]}" stroke="${light("axis")}" stroke-width="0.75"/>`,
  );
  const spots = named.map((rule, i) => {
    const size = textWidth(String(i + 1), 12) * 1.12 + 4;
    return { x: atX(rule.support), y: atY(rule.confidence), r: 5, width: size, height: 14 };
  });
  const whole = { left, top, right: width, bottom };
  const taken = spots.map((spot) => around(spot.x, spot.y, 10, 10));
  const labels = placeLabels(spots, whole, taken).flatMap((label, i) => {
    if (label === undefined) return [];
    const { x: sx, y: sy } = spots[i]!;
    const { lead } = label;
    const line = lead ? stroke(`M${px(sx)},${px(sy)}L${px(lead.x)},${px(lead.y)}`, light("muted")) : "";
    const ring = `<circle cx="${px(sx)}" cy="${px(sy)}" r="5.5" fill="none" stroke="${light("ink")}" stroke-width="1.5"/>`;
    return [
      line,
      ring,
      words(label.x, label.y + 4, String(i + 1), { anchor: "middle", bold: true, halo: true }),
    ];
  });
  const remark = binned
    ? `${count(rules.length)} rules, counted in cells: area is the number of rules, the shade the lift of most of them.`
    : "";
  const svg = withFoot(
    picture(width, bottom + 30, [key.svg, ...axes, ...paths, ...labels]),
    [`Support (share of the baskets${x.log ? ", logarithmic" : ""})`],
    width,
    "title",
  );
  const list = numbered(
    named.map((rule) => ({ text: ruleName(rule), figures: figures(rule) })),
    width,
  );
  return {
    svg: withList(remark === "" ? svg : withFoot(svg, [remark], width, "remark"), list),
    full: list.full,
  };
}

const cells = (narrow: boolean) => (narrow ? grid.narrow : grid.wide);
