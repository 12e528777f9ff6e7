// Evaluated in a report's page: what is wrong with its layout, figures, tables and the text in its drawings.
(() => {
  const shorten = (text) => text.replace(/\s+/g, " ").trim().slice(0, 60);
  const shown = (element) => {
    const box = element.getBoundingClientRect();
    return element.checkVisibility({ visibilityProperty: true }) && box.width > 0 && box.height > 0;
  };
  const nameOf = (element) => {
    const ids = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
    const label = ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
    return (label || element.getAttribute("aria-label") || "").trim();
  };
  const drawings = [...document.querySelectorAll("main svg")].filter(
    (svg) => !svg.parentElement.closest("svg"),
  );

  const figures = () =>
    [...document.querySelectorAll("figure.sb-figure")].flatMap((figure) => {
      const title = shorten(figure.textContent);
      const all = drawings.filter((svg) => figure.contains(svg));
      const seen = all.filter(shown);
      const wrong = seen.filter((svg) => svg.getAttribute("role") !== "img" || nameOf(svg) === "");
      return [
        ...(seen.length === 1 ? [] : [`${title}: ${seen.length} of ${all.length} drawings are shown`]),
        ...wrong.map(() => `${title}: the drawing has no role img or no name`),
      ];
    });

  const wide = () => {
    const width = document.documentElement.clientWidth;
    const page = document.scrollingElement.scrollWidth;
    const held = (element) =>
      element !== null && (getComputedStyle(element).overflowX !== "visible" || held(element.parentElement));
    const at = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > width + 1 && !held(element.parentElement),
    );
    const names = at.slice(0, 3).map((element) => `${element.localName} "${shorten(element.textContent)}"`);
    return [
      ...(page > width ? [`the page is ${page} wide in a window of ${width}: ${names.join(", ")}`] : []),
      ...drawings
        .filter(shown)
        .filter((svg) => svg.getBoundingClientRect().right > width + 1)
        .map((svg) => `${shorten(nameOf(svg))}: the drawing ends beyond the window`),
    ];
  };

  // Markdown has no way to write a caption, so its tables are left out.
  const tables = () =>
    [...document.querySelectorAll("main table")]
      .filter((table) => !table.closest(".page-words, .page-markdown"))
      .filter((table) => (table.caption?.textContent ?? "").trim() === "")
      .map((table) => `no caption: ${shorten(table.textContent)}`);

  // A line of text as the four corners on the screen of the box that its letters fill.
  const lineOf = (element) => {
    const style = getComputedStyle(element);
    const size = Number.parseFloat(style.fontSize);
    const { x, y, width, height } = element.getBBox();
    const matrix = element.getScreenCTM();
    const top = y + 0.16 * size;
    const corners = [
      [x, top],
      [x + width, top],
      [x + width, y + height],
      [x, y + height],
    ].map(([px, py]) => new DOMPoint(px, py).matrixTransform(matrix));
    const scale = Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c));
    return { text: shorten(element.textContent), corners, size: size * scale };
  };
  const linesOf = (svg) =>
    [...svg.querySelectorAll("text, tspan")]
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
      .filter(shown)
      .filter((element) => {
        const { opacity, fill, fillOpacity } = getComputedStyle(element);
        return Number(opacity) > 0 && Number(fillOpacity) > 0 && fill !== "none";
      })
      .map(lineOf);

  // Separating axes: how deep two boxes, turned or not, reach into each other.
  const depth = (a, b) => {
    let least = Number.POSITIVE_INFINITY;
    for (const [from, to] of [a, b].flatMap(([p, q, r]) => [
      [p, q],
      [q, r],
    ])) {
      const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
      const axis = [(to.x - from.x) / length, (to.y - from.y) / length];
      const spans = [a, b].map((box) => box.map((p) => p.x * axis[0] + p.y * axis[1]));
      const reach = Math.min(Math.max(...spans[0]), Math.max(...spans[1]));
      least = Math.min(least, reach - Math.max(Math.min(...spans[0]), Math.min(...spans[1])));
    }
    return least;
  };
  // One label may be drawn twice, the first time as its halo.
  const halo = (a, b) =>
    a.text === b.text && Math.hypot(a.corners[0].x - b.corners[0].x, a.corners[0].y - b.corners[0].y) < 1;

  const texts = () =>
    drawings.filter(shown).flatMap((svg) => {
      const name = shorten(nameOf(svg));
      const frame = svg.getBoundingClientRect();
      const lines = linesOf(svg);
      const wrong = [];
      for (const [index, line] of lines.entries()) {
        if (line.size < 9) wrong.push(`"${line.text}" is ${line.size.toFixed(1)} px high`);
        const outside = line.corners.some(
          ({ x, y }) =>
            x < frame.left - 1 || x > frame.right + 1 || y < frame.top - 2 || y > frame.bottom + 2,
        );
        if (outside) wrong.push(`"${line.text}" is cut off at the edge`);
        for (const other of lines.slice(index + 1)) {
          const by = depth(line.corners, other.corners);
          if (by > 1 && !halo(line, other))
            wrong.push(`"${line.text}" and "${other.text}" overlap by ${by.toFixed(1)} px`);
        }
      }
      return wrong.map((fault) => `${name}: ${fault}`);
    });

  return {
    figures: figures(),
    wide: wide(),
    tables: tables(),
    texts: texts(),
    count: { figures: document.querySelectorAll("figure.sb-figure").length, drawings: drawings.length },
  };
})();
