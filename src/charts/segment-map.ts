import * as Plot from "@observablehq/plot";
import { count, percent } from "../theme/format";
import { boldness, inSentence, textWidth, wrap } from "../theme/text";
import { light } from "../theme/variables";
import { type Chart, makeChart } from "./drawing/chart";
import { withFoot, withKey } from "./drawing/key";
import { ramp, rampKey } from "./drawing/ramp";
import { type Format, tickText, valueWriter } from "./drawing/scale";
import { drawPlot } from "./plot";

/** A segment as a block of whole scores, both ends included. */
export interface SegmentBlock {
  readonly name: string;
  /** First and last recency score. */
  readonly recency: readonly [number, number];
  /** First and last frequency score. */
  readonly frequency: readonly [number, number];
  /** Number of customers. */
  readonly n: number;
  /** What the colour shows; the share of customers if left out. */
  readonly value?: number;
}

/** Options of {@link segmentMap}. */
export interface SegmentMapOptions {
  /** Says what is shown. */
  title: string;
  /** A sentence with the main figure; made from the data if left out. */
  alt?: string;
  /** What the colour measures, with its unit. Default: share of customers. */
  valueTitle?: string;
  format?: Format;
  /** Number of scores. Default 5. */
  scores?: number;
}

/**
 * Segments as rectangles on recency score × frequency score, each score a full cell, with name, number and share
 * of customers. O(blocks).
 *
 * @throws Error if a block leaves the map, ends before it starts, or lies on another; it names both.
 * @example segmentMap([{ name: "Champions", recency: [5, 5], frequency: [4, 5], n: 631 }], { title: "Segments" })
 */
export function segmentMap(blocks: readonly SegmentBlock[], options: SegmentMapOptions): Chart {
  const scores = options.scores ?? 5;
  check(blocks, scores);
  const total = blocks.reduce((sum, { n }) => sum + n, 0);
  const share = (n: number) => (total > 0 ? n / total : 0);
  const largest = [...blocks].sort((a, b) => b.n - a.n)[0];
  const alt = largest
    ? `Largest segment: ${largest.name}, ${count(largest.n)} customers (${percent(share(largest.n))}).`
    : "";
  const valued = blocks.some(({ value }) => value !== undefined);
  const head = ["Segment", "Recency scores", "Frequency scores", "Customers", "Share of customers"];
  const range = ([from, to]: readonly [number, number]) => (from === to ? String(from) : `${from}–${to}`);
  return makeChart({
    title: options.title,
    alt: options.alt ?? alt,
    data: {
      columns: valued ? [...head, options.valueTitle ?? "Value"] : head,
      rows: blocks.map(({ name, recency, frequency, n, value }) => [
        name,
        range(recency),
        range(frequency),
        n,
        share(n),
        ...(valued ? [value ?? null] : []),
      ]),
    },
    draw: (width) => ({ svg: draw(blocks, share, valued, options, width) }),
  });
}

function check(blocks: readonly SegmentBlock[], scores: number): void {
  const taken = new Map<string, string>();
  for (const { name, recency, frequency, n } of blocks) {
    for (const [from, to] of [recency, frequency]) {
      if (!Number.isInteger(from) || !Number.isInteger(to) || from < 1 || to > scores || from > to) {
        throw new Error(
          `The segment "${name}" spans scores ${from} to ${to}; whole scores from 1 to ${scores} are wanted.`,
        );
      }
    }
    if (!Number.isFinite(n) || n < 0) throw new Error(`The segment "${name}" has ${n} customers.`);
    for (let r = recency[0]; r <= recency[1]; r++) {
      for (let f = frequency[0]; f <= frequency[1]; f++) {
        const other = taken.get(`${r},${f}`);
        if (other !== undefined)
          throw new Error(`The segments "${other}" and "${name}" both hold recency ${r}, frequency ${f}.`);
        taken.set(`${r},${f}`, name);
      }
    }
  }
}

function draw(
  blocks: readonly SegmentBlock[],
  share: (n: number) => number,
  valued: boolean,
  options: SegmentMapOptions,
  width: number,
): string {
  const scores = options.scores ?? 5;
  const narrow = width < 500;
  const format = valued ? (options.format ?? "number") : "percent";
  const colour = (block: SegmentBlock) => (valued ? (block.value ?? 0) : share(block.n));
  const scale = ramp(blocks.map(colour));
  const key = rampKey(scale, options.valueTitle ?? "Share of customers", (x) => tickText(x, format), width);
  const margins = { marginLeft: 20, marginRight: 4, marginTop: key.height + 32, marginBottom: 40 };
  const unit = (width - margins.marginLeft - margins.marginRight) / scores;
  const cellHeight = narrow ? (valued ? 82 : 66) : 74;
  const size = narrow ? 11 : 12;
  const part = valueWriter(
    blocks.map(({ n }) => share(n)),
    "percent",
  );
  const say = valueWriter(blocks.map(colour), format);
  const words = blocks.flatMap((block) => {
    const [w, h] = [
      unit * (block.recency[1] - block.recency[0] + 1),
      cellHeight * (block.frequency[1] - block.frequency[0] + 1),
    ];
    const figures = [count(block.n), part(share(block.n)), ...(valued ? [say(block.value ?? 0)] : [])];
    const joined = figures.join(" · ");
    const below = textWidth(joined, size) <= w - 6 ? [joined] : figures;
    const room = Math.floor((h - 4) / 15);
    const name = wrap(
      block.name,
      size,
      narrow ? (w - 2) * 1.05 : (w - 6) / boldness,
      Math.max(1, room - below.length),
    );
    const lines = [...name, ...below].slice(0, Math.max(1, room));
    return lines.map((text, i) => ({
      block,
      text,
      dy: (i - (lines.length - 1) / 2) * 15,
      bold: i < name.length,
    }));
  });
  const middle = ([from, to]: readonly [number, number]) => (from + to) / 2;
  const ticks = Array.from({ length: scores }, (_v, i) => i + 1);
  const axis = {
    ticks,
    tickSize: 0,
    tickFormat: (x: number) => String(x),
    label: null,
    color: light("muted"),
  };
  const svg = drawPlot(
    {
      ...margins,
      height: cellHeight * scores + margins.marginTop + margins.marginBottom,
      x: { type: "linear", domain: [0.5, scores + 0.5] },
      y: { type: "linear", domain: [0.5, scores + 0.5] },
      marks: [
        Plot.axisX({
          ...axis,
          label: "Recency score (5 = most recent)",
          labelAnchor: "center",
          labelArrow: "none",
        }),
        Plot.axisY(axis),
        Plot.rect(blocks as SegmentBlock[], {
          x1: ({ recency }: SegmentBlock) => recency[0] - 0.5,
          x2: ({ recency }: SegmentBlock) => recency[1] + 0.5,
          y1: ({ frequency }: SegmentBlock) => frequency[0] - 0.5,
          y2: ({ frequency }: SegmentBlock) => frequency[1] + 0.5,
          fill: (block: SegmentBlock) => scale.fill(colour(block)),
          inset: 1,
          rx: 3,
          title: ({ name, n }: SegmentBlock) => `${name}: ${count(n)} (${part(share(n))})`,
        }),
        ...words.map(({ block, text, dy, bold }) =>
          Plot.text([block], {
            x: middle(block.recency),
            y: middle(block.frequency),
            text: [text],
            dy,
            fontSize: size,
            fontWeight: bold && !narrow ? 600 : 400,
            fill: scale.ink(colour(block)),
          }),
        ),
      ],
    },
    width,
  );

  const up = `<text x="4" y="${key.height + 23}" text-anchor="start">Frequency score (5 = most often)</text>`;
  const figures = [
    "customers",
    "share of customers",
    ...(valued ? [inSentence(options.valueTitle ?? "value")] : []),
  ];
  const foot = wrap(`In each block: ${figures.join(" · ")}`, 12, width - 8, 2);
  return withFoot(withKey(svg, key.svg + up), foot, width, "remark");
}
