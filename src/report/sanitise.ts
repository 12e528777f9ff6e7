import sanitizeHtml from "sanitize-html";
import { allowedAttributes } from "./sanitise-attributes";
import { htmlTags, mathAttributes, mathTags, svgTags } from "./sanitise-lists";

/** Where an output stands, so that its ids and links can be made its own. */
export interface SanitiseOptions {
  /** Put before every id of the output and every reference to one, such as `o12-`. */
  readonly idPrefix: string;
  /** Elements beside the usual ones that pass with their `data-index` only: marks of our own renderer. */
  readonly marks?: readonly string[];
}

const common = {
  allowedAttributes: false as const,
  allowedSchemes: ["http", "https", "mailto"],
  allowedSchemesByTag: { img: ["data"], image: ["data"] },
  allowProtocolRelative: false,
  parseStyleAttributes: false,
  // Empty attributes (`hidden`, `open`) stay; which ones may be there at all is decided by the lists.
  nonBooleanAttributes: [],
  nonTextTags: ["script", "style", "textarea", "option", "noscript", "template", "iframe", "object", "math"],
  // Browsers stop at 512 open elements; what lies deeper than this is no output of ours.
  nestingLimit: 256,
};

/**
 * Keeps of HTML and SVG what an allow-list names, and drops or escapes the rest. All HTML, SVG and Markdown
 * from notebooks passes here before it stands in a report.
 *
 * Scripts, style elements and attributes, event handlers, outside resources, frames, form controls and
 * animation never pass. Inline style of SVG elements becomes presentation attributes. Links to notebooks lead
 * to their reports. Cost is linear in the text.
 *
 * @example sanitise('<b onclick="x()">1</b>', { idPrefix: "o1-" }) // "<b>1</b>"
 */
export function sanitise(html: string, options: SanitiseOptions): string {
  const marks = options.marks ?? [];
  const ids = new Set<string>();
  const allowed = new Set([...htmlTags.values(), ...svgTags.values(), ...marks]);
  return sanitizeHtml(html, {
    ...common,
    allowedTags: [...allowed],
    transformTags: {
      // A picture that would have to be fetched is named instead.
      img: (tagName, attribs) =>
        allowedAttributes("img", attribs, "").src === undefined
          ? { tagName: "span", attribs: {}, text: `[image: ${attribs.alt ?? ""}]` }
          : { tagName, attribs: { ...attribs, alt: attribs.alt ?? "" } },
      "*": (raw, attribs) => {
        const tagName = svgTags.get(raw) ?? htmlTags.get(raw) ?? raw;
        if (marks.includes(raw)) return { tagName, attribs: { "data-index": attribs["data-index"] ?? "" } };
        if (!allowed.has(tagName)) return { tagName, attribs: {} };
        const kept = allowedAttributes(tagName, attribs, options.idPrefix);
        // Of elements that share an id, the first has it.
        if (kept.id !== undefined && ids.has(kept.id)) delete kept.id;
        else if (kept.id !== undefined) ids.add(kept.id);
        return { tagName, attribs: kept };
      },
    },
  });
}

/**
 * Keeps of MathML what presentation MathML needs: no link, no style, no foreign content.
 *
 * @example sanitiseMath("<math><mi>x</mi></math>") // "<math><mi>x</mi></math>"
 */
export function sanitiseMath(mathml: string): string {
  return sanitizeHtml(mathml, {
    ...common,
    nonTextTags: ["script", "style", "annotation-xml"],
    allowedTags: [...mathTags.values()],
    transformTags: {
      "*": (raw, attribs) => {
        const kept = Object.entries(attribs)
          .map(([name, value]): [string | undefined, string] => [mathAttributes.get(name), value])
          .filter((entry): entry is [string, string] => entry[0] !== undefined);
        return { tagName: mathTags.get(raw) ?? raw, attribs: Object.fromEntries(kept) };
      },
    },
  });
}
