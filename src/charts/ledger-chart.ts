import * as Plot from "@observablehq/plot";
import { count, percent } from "../theme/format";
import { fullTexts, textWidth, wrap } from "../theme/text";
import { light } from "../theme/variables";
import { type Chart, makeChart } from "./drawing/chart";
import { drawPlot } from "./plot";

/** What a ledger chart shows: where every row went. */
export interface LedgerLike {
  readonly rowsIn: number;
  readonly kept: number;
  readonly steps: readonly { readonly reason: string; readonly dropped: number }[];
}

interface Bar {
  readonly id: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly rows: string;
  readonly share: string;
  readonly fill: string;
}

/**
 * A cleaning ledger as a waterfall from rows in to rows kept: each step's bar hangs where its rows were lost, its
 * count and share of all rows stand at the right, as most are too thin to be read. O(steps).
 *
 * @throws Error if the ledger does not add up: rows in ≠ kept + dropped.
 * @example ledgerChart({ rowsIn: 10, kept: 9, steps: [{ reason: "price is zero", dropped: 1 }] },
 *   { title: "One of ten rows is dropped" })
 */
export function ledgerChart(
  ledger: LedgerLike,
  options: { title: string; alt?: string; unit?: string },
): Chart {
  const { rowsIn, kept, steps } = ledger;
  const dropped = steps.reduce((sum, step) => sum + step.dropped, 0);
  if (rowsIn !== kept + dropped) {
    throw new Error(`The ledger does not add up: ${rowsIn} rows in, but ${kept} kept + ${dropped} dropped.`);
  }
  const unit = options.unit ?? "rows";
  const of = (n: number) => {
    const share = rowsIn > 0 ? n / rowsIn : 0;
    return share > 0 && share < 0.00005 ? "< 0.01\u00a0%" : percent(share, 2);
  };
  const alt = `Of ${count(rowsIn)} ${unit}, ${count(kept)} (${of(kept)}) are kept and ${count(dropped)} dropped.`;
  const bars = toBars(ledger, unit, of);
  return makeChart({
    title: options.title,
    alt: options.alt ?? alt,
    data: {
      columns: ["Step", "Rows", "Share of rows in"],
      rows: [
        [`${unit} in`, rowsIn, 1],
        ...steps.map((step) => [step.reason, -step.dropped, rowsIn > 0 ? -step.dropped / rowsIn : 0]),
        [`${unit} kept`, kept, rowsIn > 0 ? kept / rowsIn : 0],
      ],
    },
    draw: (width) => draw(bars, rowsIn, width),
  });
}

function toBars({ rowsIn, kept, steps }: LedgerLike, unit: string, of: (n: number) => string): Bar[] {
  let left = rowsIn;
  const losses = steps.map(({ reason, dropped }, i): Bar => {
    const from = left;
    left -= dropped;

    const rows = dropped === 0 ? "0" : `−${count(dropped)}`;
    return {
      id: String(i + 1),
      name: reason,
      from: left,
      to: from,
      rows,
      share: of(dropped),
      fill: light("s2"),
    };
  });
  const whole = (id: string, name: string, n: number, fill: string): Bar => {
    return { id, name, from: 0, to: n, rows: count(n), share: of(n), fill };
  };
  return [
    whole("0", `${unit} in`, rowsIn, light("s8")),
    ...losses,
    whole(String(steps.length + 1), `${unit} kept`, kept, light("s1")),
  ];
}

function draw(bars: readonly Bar[], rowsIn: number, width: number) {
  const narrow = width < 500;
  const shareWidth = Math.max(...bars.map(({ share }) => textWidth(share, 12))) + 12;
  const figuresWidth = Math.max(...bars.map(({ rows }) => textWidth(rows, 12))) + shareWidth + 18;
  const namesWidth = Math.min(width * 0.42, Math.max(...bars.map(({ name }) => textWidth(name, 12))) + 12);
  const nameRoom = narrow ? width - figuresWidth - 12 : namesWidth - 12;
  const lines = bars.map(({ name }) => wrap(name, 12, nameRoom, 2));
  const broken = lines.some(({ length }) => length > 1);
  // On a narrow page names and figures stand above their bar.
  const above = broken ? 33 : 19;
  const shown = new Map(bars.map(({ id }, i) => [id, lines[i]!.join("\n")]));
  const full = fullTexts(
    bars.map(({ name }) => name),
    lines.map((line) => line.join("\n")),
  );
  const step = narrow ? above + 21 : broken ? 36 : 28;
  const [marginLeft, marginRight] = narrow ? [4, 4] : [namesWidth, figuresWidth];
  const pixel = rowsIn / Math.max(1, width - marginLeft - marginRight);
  const thick = bars.map((bar) => {
    // A loss of few rows is a line of two pixels at the least, or it could not be seen.
    const lost = bar.from > 0 && bar.to > bar.from && bar.to - bar.from < 2 * pixel;
    return lost ? { ...bar, from: bar.to - 2 * pixel } : bar;
  });
  const place = narrow ? { dy: -11, lineAnchor: "middle" as const } : {};
  const text = (options: Plot.TextOptions) =>
    Plot.text(bars as Bar[], { y: "id", fontSize: 12, ...place, ...options });
  const svg = drawPlot(
    {
      height: bars.length * step + 8,
      marginLeft,
      marginRight,
      marginTop: 4,
      marginBottom: 4,
      x: { type: "linear", domain: [0, Math.max(1, rowsIn)], axis: null },
      y: { type: "band", domain: bars.map(({ id }) => id), axis: null, padding: 0 },
      marks: [
        // On a narrow page the names stand where the line would be.
        ...(narrow ? [] : [Plot.ruleX([0], { stroke: light("axis") })]),
        Plot.barX(thick, {
          x1: "from",
          x2: "to",
          y: "id",
          fill: "fill",
          insetTop: narrow ? above : 5,
          insetBottom: 5,
          title: ({ name, rows, share }: Bar) => `${name}: ${rows} (${share})`,
        }),
        text({
          text: ({ id }: Bar) => shown.get(id)!,
          frameAnchor: "left",
          dx: narrow ? 0 : 8 - marginLeft,
          textAnchor: "start",
        }),
        ...(["rows", "share"] as const).map((figure) =>
          text({
            text: figure,
            frameAnchor: "right",
            dx: (narrow ? 0 : marginRight - 4) - (figure === "rows" ? shareWidth : 0),
            textAnchor: "end",
            fontVariant: "tabular-nums",
          }),
        ),
      ],
    },
    width,
  );
  return { svg, full };
}
