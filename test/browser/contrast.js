// Evaluated in a report's page: text of drawings that does not stand out from what is painted behind it.
(() => {
  const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
  // Relative luminance and contrast ratio of WCAG 2.2.
  const luminance = (colour) => {
    const [r, g, b] = numbers(colour)
      .slice(0, 3)
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const paint = (element, property) => {
    const colour = getComputedStyle(element)[property];
    return colour.startsWith("rgb") && (numbers(colour)[3] ?? 1) > 0 ? colour : undefined;
  };

  // A halo is the same text, painted before with a stroke as wide as the gaps between its letters.
  const haloOf = (text, texts) => {
    const box = text.getBoundingClientRect();
    const halo = texts.slice(0, texts.indexOf(text)).find((other) => {
      const { x, y } = other.getBoundingClientRect();
      return other.textContent === text.textContent && Math.hypot(x - box.x, y - box.y) < 6;
    });
    return paint(halo ?? text, "stroke");
  };

  const behind = (svg, x, y) => {
    const shapes = document
      .elementsFromPoint(x, y)
      .filter((element) => svg.contains(element) && /^(rect|path|circle|polygon)$/.test(element.localName));
    return shapes.map((shape) => paint(shape, "fill")).find((colour) => colour !== undefined);
  };

  const found = [];
  const drawings = [...document.querySelectorAll("main svg")].filter((svg) => svg.checkVisibility());
  for (const svg of drawings) {
    const texts = [...svg.querySelectorAll("text")];
    for (const text of texts) {
      const ink = paint(text, "fill");
      if (ink === undefined || text.textContent.trim() === "") continue;
      text.scrollIntoView({ block: "center", behavior: "instant" });
      const halo = haloOf(text, texts);
      if (halo === ink) continue;
      const { left, right, top, bottom } = text.getBoundingClientRect();
      for (const x of [left + 2, (left + right) / 2, right - 2]) {
        const ground = halo ?? behind(svg, x, (top + bottom) / 2);
        if (ground === undefined) continue;
        const reached = ratio(ink, ground);
        if (reached >= 4.5) continue;
        const said = text.textContent.replace(/\s+/g, " ").trim().slice(0, 40);
        found.push(`"${said}": ${ink} on ${ground} is ${reached.toFixed(2)}:1`);
        break;
      }
    }
  }
  return found;
})();
