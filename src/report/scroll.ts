/**
 * Puts each table into a box of its own that scrolls sideways and that keys can reach, named after the table's
 * caption; a table that stands in such a box already stays. Takes sanitised HTML, in which all elements are
 * closed and no text or attribute holds `<`. Cost is linear in the text.
 *
 * @example scrollTables("<table>…</table>") // '<div class="page-scroll" tabindex="0" …><table>…</table></div>'
 */
export function scrollTables(html: string): string {
  let depth = 0;
  let boxed = false;
  return html.replace(
    /( tabindex="0"[^>]*>)?<table\b[^>]*>|<\/table>/g,
    (tag, box: string | undefined, at: number) => {
      if (tag === "</table>") {
        depth--;
        return depth === 0 && !boxed ? `${tag}</div>` : tag;
      }
      depth++;
      if (depth > 1) return tag;
      boxed = box !== undefined;
      if (boxed) return tag;
      const label = captionAt(html, at + tag.length);
      return `<div class="page-scroll" tabindex="0" role="group" aria-label="${label}">${tag}`;
    },
  );
}

function captionAt(html: string, at: number): string {
  const start = "<caption>";
  if (!html.startsWith(start, at)) return "Table";
  const caption = html.slice(at + start.length, html.indexOf("</caption>", at));
  return caption.replace(/<[^>]*>/g, "").replace(/"/g, "&quot;");
}
