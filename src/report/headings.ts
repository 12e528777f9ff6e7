/**
 * Gives ids for headings: lower-case words joined by hyphens after `s-`, a number added to those seen before.
 *
 * @example const id = headingIds(); id("Why RFM?") // "s-why-rfm"
 */
export function headingIds(): (text: string) => string {
  const seen = new Map<string, number>();
  return (text) => {
    const slug = text
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number}]+/gu, "-")
      .replace(/^-+|-+$/g, "");
    const base = `s-${slug === "" ? "section" : slug}`;
    const times = (seen.get(base) ?? 0) + 1;
    seen.set(base, times);
    return times === 1 ? base : headingIdAgain(base, times, seen);
  };
}

function headingIdAgain(base: string, times: number, seen: Map<string, number>): string {
  let id = `${base}-${times}`;
  for (let next = times; seen.has(id); next++) id = `${base}-${next}`;
  seen.set(id, 1);
  return id;
}

/**
 * Mends the levels of headings, so that none is more than one deeper than the one before it and only the first
 * is an `h1`: people who move by headings then miss none. Takes HTML in which text is escaped.
 *
 * @example orderHeadings("<h1>a</h1><h4>b</h4>") // "<h1>a</h1><h2>b</h2>"
 */
export function orderHeadings(html: string): string {
  const open: number[] = [];
  let previous = 0;
  return html.replace(/<(\/?)h([1-6])(?=[\s>])/g, (tag, closing: string, digit: string) => {
    if (closing === "/") return `</h${open.pop() ?? digit}`;
    const lowest = previous === 0 ? 1 : 2;
    const level = Math.max(lowest, Math.min(Number(digit), previous + 1));
    open.push(level);
    previous = level;
    return tag.replace(digit, String(level));
  });
}
