const words = (text: string): readonly string[] => text.trim().split(/\s+/);
/** Lower-case name → the name as its standard writes it; parsers hand over lower case. */
const byLowerCase = (names: readonly string[]): ReadonlyMap<string, string> =>
  new Map(names.map((name) => [name.toLowerCase(), name]));

/** Elements of HTML that an output may use. Nothing here runs, loads, submits or holds raw text. */
export const htmlTags: ReadonlyMap<string, string> = byLowerCase(
  words(`
  a abbr aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em
  figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark meter ol p pre progress q rp rt ruby s samp
  section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr`),
);

/** Elements of SVG that draw or group; no script, style, foreignObject, animation or outside resource. */
export const svgTags: ReadonlyMap<string, string> = byLowerCase(
  words(`
  svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath
  clipPath mask pattern marker linearGradient radialGradient stop image`),
);

/** Elements of presentation MathML, for formulas that KaTeX has set. */
export const mathTags: ReadonlyMap<string, string> = byLowerCase(
  words(`
  math semantics annotation mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle merror mpadded mphantom
  msub msup msubsup munder mover munderover mmultiscripts mprescripts mtable mtr mtd mlabeledtr menclose mfenced
  span`),
);

/** Attributes of MathML. */
export const mathAttributes: ReadonlyMap<string, string> = byLowerCase(
  words(`
  xmlns display class accent accentunder align columnalign columnlines columnspacing displaystyle encoding
  fence form frame height largeop linebreak linethickness lspace mathbackground mathcolor mathsize
  mathvariant maxsize minsize movablelimits notation rowalign rowlines rowspacing rspace scriptlevel separator
  side stretchy symmetric voffset width depth`),
);

/** Attributes that any element of an output may have; `id` and references to ids are rewritten. */
export const globalAttributes: ReadonlyMap<string, string> = byLowerCase(
  words(`
  id class title lang dir hidden role tabindex aria-label aria-labelledby aria-describedby aria-hidden
  aria-roledescription aria-valuenow aria-valuemin aria-valuemax aria-valuetext`),
);

/** Attributes by element of HTML. */
export const htmlAttributes: ReadonlyMap<string, readonly string[]> = new Map([
  ["a", words("href")],
  ["img", words("src alt width height")],
  ["td", words("colspan rowspan headers data-value")],
  ["th", words("colspan rowspan headers scope abbr data-value")],
  ["col", words("span")],
  ["colgroup", words("span")],
  ["ol", words("start reversed type")],
  ["li", words("value")],
  ["details", words("open")],
  ["progress", words("value max")],
  ["meter", words("value min max low high optimum")],
  ["time", words("datetime")],
]);

/** Properties of SVG that may be written as attributes, and so may be lifted out of `style`. */
export const presentation: ReadonlySet<string> = new Set(
  words(`
  alignment-baseline baseline-shift clip-path clip-rule color color-interpolation cursor direction display
  dominant-baseline fill fill-opacity fill-rule font-family font-size font-size-adjust font-stretch font-style
  font-variant font-weight image-rendering letter-spacing marker-end marker-mid marker-start mask opacity
  overflow paint-order pointer-events shape-rendering stop-color stop-opacity stroke stroke-dasharray
  stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor
  text-decoration text-rendering transform-origin unicode-bidi vector-effect visibility word-spacing
  writing-mode`),
);

/** Attributes of SVG beside the presentation ones. */
export const svgAttributes: ReadonlyMap<string, string> = byLowerCase([
  ...presentation,
  ...words(`
  xmlns version viewBox preserveAspectRatio width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points
  transform dx dy rotate textLength lengthAdjust pathLength offset gradientUnits gradientTransform spreadMethod
  patternUnits patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits markerUnits
  markerWidth markerHeight refX refY orient startOffset href aria-description`),
]);

/** Roles that an output may claim; `region` would make a landmark of every table, so it becomes `group`. */
export const roles: ReadonlyMap<string, string> = new Map([
  ...words(`img group presentation none note list listitem table row cell columnheader rowheader rowgroup
  graphics-document graphics-symbol graphics-object figure math status progressbar meter`).map(
    (role): [string, string] => [role, role],
  ),
  ["region", "group"],
]);
