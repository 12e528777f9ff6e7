import {
  globalAttributes,
  htmlAttributes,
  presentation,
  roles,
  svgAttributes,
  svgTags,
} from "./sanitise-lists";

const pictures = /^data:image\/(?:png|jpe?g|gif|webp);base64,([A-Za-z0-9+/\s]*)(=?)(=?)\s*$/i;
const functions = /([A-Za-z-]+)\s*\(/g;
const harmlessFunctions = new Set(
  "rgb rgba hsl hsla var url translate rotate scale matrix skewx skewy".split(" "),
);
// Control characters and blanks, which browsers skip inside an address's scheme.
const skippedInAddress = new RegExp(`[${String.fromCharCode(0)}-\\u0020\\u007f-\\u00a0]+`, "g");
const idLists = new Set(["aria-labelledby", "aria-describedby", "headers"]);

/**
 * An address that a link may have: http, https, mailto, relative or a place in the page; else undefined.
 *
 * @example safeHref("java\nscript:alert(1)") // undefined
 */
export function safeHref(href: string): string | undefined {
  const tight = href.replace(skippedInAddress, "");
  if (/^[\\/]{2}/.test(tight)) return undefined;
  const scheme = /^([^/?#]*?):/.exec(tight)?.[1]?.toLowerCase();
  if (scheme === undefined) return href.trim();
  return scheme === "http" || scheme === "https" || scheme === "mailto" ? tight : undefined;
}

/**
 * Whether an address holds a picture that browsers will read: PNG, JPEG, GIF or WebP in whole base64.
 *
 * @example isPicture("data:image/png;base64,AA==") // true
 */
export function isPicture(address: string): boolean {
  const [, data = "", ...padding] = pictures.exec(address) ?? [];
  const [digits, fill] = [data.replace(/\s/g, "").length, padding.join("").length];
  return digits > 0 && (fill === 0 ? digits % 4 !== 1 : (digits + fill) % 4 === 0);
}

/**
 * Turns a relative address of a notebook into that of its report; other addresses stay as they are.
 *
 * @example reportHref("02-eda.ipynb#peak") // "02-eda.html#peak"
 */
export function reportHref(href: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(href) ? href : href.replace(/\.ipynb(?=$|[?#])/i, ".html");
}

/**
 * Attributes of one element that pass the allow-list, with ids made the output's own.
 *
 * Text values are not escaped here; whoever writes them out does that.
 *
 * @param tag name of the element as its standard writes it
 * @param given the attributes, names in lower case
 * @param prefix put before every id and every reference to one
 */
export function allowedAttributes(
  tag: string,
  given: Readonly<Record<string, string>>,
  prefix: string,
): Record<string, string> {
  const svg = svgTags.has(tag.toLowerCase());
  const lifted = svg ? liftStyle(given.style ?? "") : alignClass(given.style ?? "", given.class ?? "");
  const out: Record<string, string> = {};
  for (const [raw, value] of Object.entries({ ...given, ...lifted })) {
    const name = raw.toLowerCase() === "xlink:href" ? "href" : raw.toLowerCase();
    const canonical =
      globalAttributes.get(name) ??
      (svg ? svgAttributes.get(name) : htmlAttributes.get(tag)?.includes(name) ? name : undefined);
    if (canonical === undefined) continue;
    const clean = cleanValue(tag, canonical, value, prefix, svg);
    if (clean !== undefined) out[canonical] = clean;
  }
  // An aside within the page's main part would count as a second landmark.
  if (tag === "aside") out.role = "note";
  if (tag === "a" && /^https?:/i.test(out.href ?? "")) out.rel = "noopener noreferrer";
  return out;
}

function cleanValue(
  tag: string,
  name: string,
  value: string,
  prefix: string,
  svg: boolean,
): string | undefined {
  if (name === "id") return value === "" ? undefined : prefix + value.replace(/\s+/g, "_");
  if (idLists.has(name)) return prefixed(value, prefix);
  if (name === "class") return ownClasses(value);
  if (name === "role") return roles.get(value.trim().toLowerCase());
  if (name === "tabindex") return value.trim() === "0" ? "0" : undefined;
  if (name === "href") return cleanHref(tag, value, prefix);
  // The number by which a cell is sorted, and nothing but a number.
  if (name === "data-value")
    return /^-?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|Infinity)$/.test(value) ? value : undefined;
  if (name === "src") return isPicture(value) ? value : undefined;
  if (name === "xmlns") return value === "http://www.w3.org/2000/svg" ? value : undefined;
  return svg && svgAttributes.has(name.toLowerCase()) ? cleanPaint(value, prefix) : value;
}

function cleanHref(tag: string, value: string, prefix: string): string | undefined {
  const local = /^\s*#(.+)$/.exec(value)?.[1];
  if (tag === "a")
    return local === undefined ? mapDefined(safeHref(value), reportHref) : `#${prefix}${local.trim()}`;
  if (tag === "image") return isPicture(value) ? value : undefined;
  return local === undefined ? undefined : `#${prefix}${local.trim()}`;
}

// A value that CSS reads as paint, transform or keyword: only known functions, url() only within the output.
function cleanPaint(value: string, prefix: string): string | undefined {
  if (/[\\<>{};]|\/\*/.test(value)) return undefined;
  for (const [, name] of value.matchAll(functions)) {
    if (!harmlessFunctions.has((name ?? "").toLowerCase())) return undefined;
  }
  const local = value.replace(
    /url\(\s*["']?#([^"')\s]+)["']?\s*\)/gi,
    (_, id: string) => `url(#${prefix}${id})`,
  );
  const addresses = local.match(/url\s*\(/gi)?.length ?? 0;
  const locals = local.match(/url\(#/g)?.length ?? 0;
  return addresses === locals ? local : undefined;
}

function liftStyle(style: string): Record<string, string> {
  const lifted: Record<string, string> = {};
  for (const declaration of style.split(";")) {
    const colon = declaration.indexOf(":");
    const property = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration
      .slice(colon + 1)
      .replace(/!\s*important/i, "")
      .trim();
    if (colon > 0 && presentation.has(property) && value !== "") lifted[property] = value;
  }
  return lifted;
}

// Arquero writes alignment of its HTML tables as inline style, which the page's policy forbids.
function alignClass(style: string, classes: string): Record<string, string> {
  const align = /text-align:\s*(right|center)/i.exec(style)?.[1]?.toLowerCase();
  return align === undefined ? {} : { class: `${classes} sb-${align}`.trim() };
}

// Classes that start with `page-` belong to the report's own frame.
function ownClasses(value: string): string | undefined {
  const kept = value.split(/\s+/).filter((name) => name !== "" && !name.startsWith("page-"));
  return kept.length === 0 ? undefined : kept.join(" ");
}

function prefixed(ids: string, prefix: string): string | undefined {
  const list = ids.split(/\s+/).filter((id) => id !== "");
  return list.length === 0 ? undefined : list.map((id) => prefix + id).join(" ");
}

function mapDefined<T, U>(value: T | undefined, change: (value: T) => U): U | undefined {
  return value === undefined ? undefined : change(value);
}
