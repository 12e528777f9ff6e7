import { createHash } from "node:crypto";
import { escapeHtml } from "../../theme/html";
import { fontFamily } from "../../theme/text";
import { light, withVariables } from "../../theme/variables";

const tag = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>/g;
const attribute = /([\w:-]+)="([^"]*)"/g;
const dropped = /^(class|style|role|aria-.*|pointer-events|xmlns.*|version|font-family|stroke-miterlimit)$/;
const geometry = /^(d|transform|points|[xyr]|[xy][12]|c[xy]|r[xy]|d[xy]|width|height)$/;
const presentation =
  /^(fill|stroke|opacity|font-size|font-weight|font-style|font-variant|text-anchor|(fill|stroke)-.+)$/;

/** What the finished SVG says of itself, and the full texts of labels that were cut to fit. */
export interface Finish {
  readonly title: string;
  readonly alt: string;
  readonly width: number;
  readonly full?: ReadonlyMap<string, string>;
}

/**
 * Makes the SVG text of either library ready for a page: one root with `viewBox`, `role="img"` and a label, house
 * fonts and colours, a paper behind, no style elements or attributes (a strict Content-Security-Policy refuses
 * them), ids of its own that depend on the drawing alone, numbers to a hundredth of a pixel. O(n) in its length.
 *
 * @throws Error if `svg` does not start with an `<svg>` element that has a size.
 */
export function finish(svg: string, { title, alt, width, full = new Map() }: Finish): string {
  const root = /^<svg\b[^>]*>/.exec(svg)?.[0] ?? "";
  const height = Number(/\sheight="([\d.]+)"/.exec(root)?.[1]);
  const drawn = Number(/\swidth="([\d.]+)"/.exec(root)?.[1]);
  if (!(height > 0) || !(drawn > 0))
    throw new Error("The drawing is not an <svg> element with a width and a height.");
  const body = svg
    .slice(root.length, svg.lastIndexOf("</svg>"))
    .replace(/<style\b[^>]*>[\s\S]*?<\/style>/g, "")
    .replace(tag, (_all, close: string, name: string, attributes: string, empty: string) =>
      close ? `</${name}>` : `<${name}${tidy(attributes)}${empty}>`,
    )
    .replaceAll("&#160;", "\u00a0")
    .replace(/<path d="(M0,0h0v0h0Z)?"( display="none")?\/>/g, "")
    .replace(/<g><\/g>|<g\/>/g, "")
    .replace(/(<text\b[^>]*>)((?:[^<]|<\/?tspan\b[^>]*>)*)<\/text>/g, (all, open: string, shown: string) => {
      const lines = shown.replace(/<\/tspan><tspan\b[^>]*>/g, "\n").replace(/<[^>]*>/g, "");
      const whole = full.get(lines.replace(/&(amp|lt|gt|quot|#39);/g, character));
      return whole === undefined ? all : `${open}${shown}<title>${escapeHtml(whole)}</title></text>`;
    });
  const [w, h] = [Math.max(width, Math.ceil(drawn)), Math.ceil(height)];
  const paper = `<rect width="${w}" height="${h}" fill="${light("paper")}"/>`;
  const head =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" role="img" ` +
    `aria-label="${escapeHtml(`${title}. ${alt}`)}" font-family="${escapeHtml(fontFamily)}" font-size="12" ` +
    `fill="${light("ink")}"${/text-anchor="middle"/.test(root) ? ' text-anchor="middle"' : ""}>${body.startsWith(paper) ? "" : paper}`;
  return withVariables(ownIds(`${head}${body}</svg>`));
}

const named: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
const character = (entity: string) => named[entity] ?? entity;

/** Attributes as this house writes them: few, rounded, and no style. */
function tidy(attributes: string): string {
  const kept = new Map<string, string>();
  for (const [, name = "", value = ""] of attributes.matchAll(attribute)) {
    if (name === "style") {
      for (const [, property = "", set = ""] of value.matchAll(/([\w-]+)\s*:\s*([^;]+)/g)) {
        if (presentation.test(property)) kept.set(property, set.trim());
      }
    } else if (!dropped.test(name) && !(name === "opacity" && value === "1")) {
      kept.set(name, geometry.test(name) ? value.replace(/-?\d*\.?\d+(e[-+]?\d+)?/g, rounded) : value);
    }
  }
  const size = kept.get("font-size");
  if (size !== undefined) kept.set("font-size", size.replace(/px$/, ""));
  return [...kept]
    .map(([name, value]) => ` ${name}="${value.replace(/currentColor/g, light("ink"))}"`)
    .join("");
}

function rounded(number: string): string {
  const value = Math.round(Number(number) * 100) / 100;
  return String(Object.is(value, -0) ? 0 : value);
}

/** Renames ids by order of appearance and by a hash of the drawing, so that charts of one page do not clash. */
function ownIds(svg: string): string {
  const ids = [...new Set([...svg.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id!))];
  if (ids.length === 0) return svg;
  const rename = (prefix: string) => {
    const names = new Map(ids.map((id, i) => [id, `${prefix}-${i}`]));
    return svg.replace(/(\sid="|url\(#|href="#)([^")]*)/g, (all, before: string, id: string) =>
      names.has(id) ? before + names.get(id) : all,
    );
  };
  const hash = createHash("sha256").update(rename("id")).digest("hex");
  return rename(`sb${hash.slice(0, 8)}`);
}
