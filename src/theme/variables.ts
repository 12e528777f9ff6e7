import { type Token, tokens } from "./tokens";

const byLight = new Map(Object.entries(tokens).map(([name, { light }]) => [light as string, name]));

/** Light value of a colour, such as `#1c2024` for `ink`: what charts are drawn with. */
export function light(token: Token): string {
  return tokens[token].light;
}

/**
 * Turns each exact light value of a token into `var(--sb-NAME, #LIGHT)`, so that an SVG follows the theme
 * of the page it stands in. O(n) in the length of the text.
 *
 * @example withVariables('<path fill="#0067a5"/>') // '<path fill="var(--sb-s1, #0067a5)"/>'
 */
export function withVariables(svg: string): string {
  return svg.replace(/#[0-9a-fA-F]{6}(?![0-9a-fA-F])/g, (hex) => {
    const name = byLight.get(hex.toLowerCase());
    return name === undefined ? hex : `var(--sb-${name}, ${hex.toLowerCase()})`;
  });
}

/**
 * Takes {@link withVariables} back: each `var(--sb-NAME, #HEX)` becomes the plain value of one theme, for
 * programs that know no CSS variables.
 *
 * @example resolveVariables('<path fill="var(--sb-s1, #0067a5)"/>', "dark") // '<path fill="#5cb3ef"/>'
 */
export function resolveVariables(svg: string, theme: "light" | "dark" = "light"): string {
  return svg.replace(/var\(--sb-([A-Za-z0-9]+), (#[0-9a-f]{6})\)/g, (_all, name: string, hex: string) =>
    Object.hasOwn(tokens, name) ? tokens[name as Token][theme] : hex,
  );
}

/**
 * The CSS declarations of all colours for one theme, to stand in a rule such as `:root { … }`.
 *
 * @example cssVariables("dark") // "--sb-paper: #16191e; --sb-ink: #e8eaed; …"
 */
export function cssVariables(theme: "light" | "dark"): string {
  return Object.entries(tokens)
    .map(([name, value]) => `--sb-${name}: ${value[theme]};`)
    .join(" ");
}
