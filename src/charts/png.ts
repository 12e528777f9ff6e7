import { dirname, join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { resolveVariables } from "../theme/variables";
import type { Chart } from "./drawing/chart";

/**
 * A chart as a PNG file at twice its size, with fonts of its own, so that it looks the same on every machine.
 * 10 to 40 ms.
 *
 * @param options.theme light (default) or dark; `options.narrow` takes the drawing for phones
 * @example writeFileSync("revenue.png", toPng(chart))
 */
export function toPng(
  chart: Chart,
  options: { theme?: "light" | "dark"; narrow?: boolean } = {},
): Uint8Array {
  const fonts = join(dirname(require.resolve("dejavu-fonts-ttf/package.json")), "ttf");
  const svg = resolveVariables(options.narrow ? chart.narrow : chart.wide, options.theme ?? "light");
  const drawing = new Resvg(svg, {
    font: {
      loadSystemFonts: false,
      fontFiles: [join(fonts, "DejaVuSans.ttf"), join(fonts, "DejaVuSans-Bold.ttf")],
      defaultFontFamily: "DejaVu Sans",
      sansSerifFamily: "DejaVu Sans",
    },
    fitTo: { mode: "zoom", value: 2 },
  });
  return drawing.render().asPng();
}
