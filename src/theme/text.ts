/** Fonts of charts, widest choice last; DejaVu Sans is the one whose widths {@link textWidth} knows. */
export const fontFamily =
  'system-ui, -apple-system, "Segoe UI", "Noto Sans", "Noto Sans KR", "DejaVu Sans", sans-serif';

/** Advance widths of U+0020 to U+007E in DejaVu Sans 2.37, in hundredths of an em. */
const ascii = (
  "32 40 46 84 64 95 78 27 39 39 50 84 32 36 32 34 64 64 64 64 64 64 64 64 64 64 34 34 84 84 84 53 " +
  "100 68 69 70 77 63 58 77 75 29 29 66 56 86 75 79 60 79 69 63 61 73 68 99 69 61 69 39 34 39 84 50 " +
  "50 61 63 55 63 62 35 63 63 28 28 58 28 97 63 61 63 63 41 52 39 63 59 82 59 59 52 64 34 64 84"
)
  .split(" ")
  .map(Number);

/**
 * Estimated width of a line of text in pixels. DejaVu Sans is wider than the usual system fonts, so what fits
 * here fits there; East Asian characters and symbols count as one em, other letters as 0.66. O(n).
 *
 * @example textWidth("Revenue", 12) // 49.8
 */
export function textWidth(text: string, size: number): number {
  let hundredths = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code >= 32 && code < 127) hundredths += ascii[code - 32]!;
    else hundredths += (code >= 0x1100 && code < 0x1200) || code >= 0x2014 ? 100 : 66;
  }
  return (hundredths * size) / 100;
}

/** How much wider bold text is, about. */
export const boldness = 1.12;

/**
 * Cuts a text to a width in pixels, with … at its end if anything was cut.
 *
 * @example truncate("WHITE HANGING HEART T-LIGHT HOLDER", 12, 120) // "WHITE HANGING…"
 */
export function truncate(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const characters = [...text];
  let used = textWidth("…", size);
  let kept = 0;
  for (const character of characters) {
    used += textWidth(character, size);
    if (used > width) break;
    kept++;
  }
  return `${characters.slice(0, kept).join("").trimEnd()}…`;
}

/**
 * Shortens labels to a width in pixels, broken at blanks into at most so many lines, and keeps them distinct: labels
 * that become the same get " (2)", " (3)". Returns the shown labels in order, lines joined by line feeds; equal inputs
 * are the caller's error. O(n) in their length.
 *
 * @example shorten(["abcdefghij 1", "abcdefghij 2"], 12, 60) // ["abcdef…", "abc… (2)"]
 */
export function shorten(labels: readonly string[], size: number, width: number, lines = 1): string[] {
  const taken = new Set<string>();
  const cut = (label: string, room: number) =>
    lines > 1 ? wrap(label, size, room, lines).join("\n") : truncate(label, size, room);
  return labels.map((label) => {
    let shown = cut(label, width);
    for (let i = 2; taken.has(shown); i++) {
      const mark = ` (${i})`;
      shown = cut(label, Math.max(0, width - textWidth(mark, size))) + mark;
    }
    taken.add(shown);
    return shown;
  });
}

/**
 * The full texts of those labels of which only a part is shown, by what is shown.
 *
 * @example fullTexts(["one two three"], ["one t…"]) // Map { "one t…" → "one two three" }
 */
export function fullTexts(labels: readonly string[], shown: readonly string[]): Map<string, string> {
  const bare = (text: string) => text.replace(/\s+/g, " ").trim();
  return new Map(
    labels.flatMap((label, i) => (bare(label) === bare(shown[i]!) ? [] : [[shown[i]!, label] as const])),
  );
}

/**
 * Breaks a text at blanks into lines no wider than `width` pixels; a word that is wider is truncated, and so is
 * what remains after `lines` lines.
 *
 * @example wrap("one order cancelled", 12, 110) // ["one order", "cancelled"]
 */
export function wrap(text: string, size: number, width: number, lines = 2): string[] {
  const out: string[] = [];
  // A no-break blank, as between a number and its unit, breaks no line.
  let rest = text.split(/[^\S\u00a0]+/).filter(Boolean);
  while (rest.length > 0 && out.length < lines - 1) {
    let taken = 1;
    while (taken < rest.length && textWidth(rest.slice(0, taken + 1).join(" "), size) <= width) taken++;
    out.push(truncate(rest.slice(0, taken).join(" "), size, width));
    rest = rest.slice(taken);
  }
  if (rest.length > 0) out.push(truncate(rest.join(" "), size, width));
  return out;
}

/**
 * A title as it stands within a sentence: without a capital, unless its first word has several.
 *
 * @example inSentence("Hour of the day") // "hour of the day"
 */
export function inSentence(title: string): string {
  return title.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
}
