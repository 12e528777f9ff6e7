import { parseHTML } from "linkedom";
import { presentation } from "./sanitise-lists";

const elements = new Set(
  `a abbr aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption
  figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark meter ol p pre progress q rp rt ruby s samp section small span
  strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr
  svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textpath clippath
  mask pattern marker lineargradient radialgradient stop image
  math semantics annotation mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle merror mpadded mphantom msub
  msup msubsup munder mover munderover mmultiscripts mprescripts mtable mtr mtd mlabeledtr menclose mfenced`
    .trim()
    .split(/\s+/),
);

/**
 * What is wrong with a piece of HTML that should be harmless, by parsing it anew: elements outside a list, event
 * handlers, style, addresses that run or load. A second opinion beside the sanitiser, for tests.
 */
export function faultsOf(html: string): readonly string[] {
  const { document } = parseHTML(`<!DOCTYPE html><html><body><main>${html}</main></body></html>`);
  const faults: string[] = [];
  for (const element of document.querySelectorAll("main *")) {
    const tag = element.tagName.toLowerCase();
    if (!elements.has(tag)) faults.push(`element ${tag}`);
    for (const { name, value } of element.attributes) {
      const attribute = name.toLowerCase();
      if (/^on|^style$|^srcdoc$|^action$|^formaction$|^srcset$|^name$/.test(attribute))
        faults.push(`${tag} ${name}`);
      if (attribute === "href" && tag === "a" && !/^(?:https?:|mailto:|[^:]*$|[^:]*[/?#])/i.test(value)) {
        faults.push(`${tag} ${name}=${value}`);
      }
      if (
        attribute === "href" &&
        tag !== "a" &&
        !/^#|^data:image\/(?:png|jpeg|gif|webp);base64,/.test(value)
      ) {
        faults.push(`${tag} ${name}=${value}`);
      }
      if (attribute === "src" && !/^data:image\/(?:png|jpe?g|gif|webp);base64,/i.test(value))
        faults.push(`${tag} src`);
      if (attribute === "id" && /^(?:sb|s)-/.test(value)) faults.push(`${tag} id=${value}`);
      if (presentation.has(attribute) && /url\s*\((?!#)|\\/i.test(value))
        faults.push(`${tag} ${name}=${value}`);
    }
  }
  return faults;
}
