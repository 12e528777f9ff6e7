(() => {
  const root = document.documentElement;
  const key = "segmentbook-theme";
  // Pages opened from a file may be denied storage; the choice then lasts as long as the page.
  const stored = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const store = (theme) => {
    try {
      localStorage.setItem(key, theme);
    } catch {
      return;
    }
  };
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : prefersDark.matches);
  const chosen = stored();
  if (chosen === "dark" || chosen === "light") root.dataset.theme = chosen;

  const setUpTheme = () => {
    const button = document.getElementById("sb-theme");
    if (!button) return;
    const label = () => {
      button.textContent = dark() ? "Light" : "Dark";
      button.setAttribute("aria-label", `Switch to ${dark() ? "light" : "dark"} colours`);
    };
    button.addEventListener("click", () => {
      root.dataset.theme = dark() ? "light" : "dark";
      store(root.dataset.theme);
      label();
    });
    prefersDark.addEventListener("change", label);
    label();
    button.hidden = false;
  };

  const setUpCode = () => {
    const button = document.getElementById("sb-code");
    const cells = [...document.querySelectorAll("details.page-code")];
    if (!button || cells.length === 0) return;
    const label = () => {
      button.textContent = cells.every((cell) => cell.open) ? "Hide code" : "Show code";
    };
    button.addEventListener("click", () => {
      const open = !cells.every((cell) => cell.open);
      for (const cell of cells) cell.open = open;
    });
    for (const cell of cells) cell.addEventListener("toggle", label);
    label();
    button.hidden = false;
  };

  const setUpContents = () => {
    const links = [...document.querySelectorAll(".page-toc a")];
    const targets = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    if (links.length === 0) return;
    let waiting = false;
    const mark = () => {
      waiting = false;
      const end = innerHeight + scrollY >= document.body.scrollHeight - 2;
      const below = targets.findIndex((target) => target && target.getBoundingClientRect().top > 110);
      const current = end ? links.length - 1 : (below === -1 ? links.length : below) - 1;
      for (const [index, link] of links.entries()) {
        if (index === Math.max(0, current)) link.setAttribute("aria-current", "location");
        else link.removeAttribute("aria-current");
      }
    };
    const soon = () => {
      if (!waiting) requestAnimationFrame(mark);
      waiting = true;
    };
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon);
    mark();
  };

  // Headings of sortable tables become buttons: numbers by value, text by code units, what is missing last.
  const setUpSorting = () => {
    for (const table of document.querySelectorAll("table.sb-sortable")) {
      const body = table.tBodies[0];
      if (!body) continue;
      const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
      for (const [column, head] of heads.entries()) {
        if (head.tagName !== "TH") continue;
        const button = document.createElement("button");
        button.type = "button";
        button.className = "page-sort";
        const arrow = document.createElement("span");
        arrow.className = "page-arrow";
        arrow.setAttribute("aria-hidden", "true");
        button.append(...head.childNodes, arrow);
        head.append(button);
        button.addEventListener("click", () => {
          const sign = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
          const numeric = [...body.rows].some((row) => row.cells[column]?.dataset.value !== undefined);
          const keyed = [...body.rows].map((row) => {
            const cell = row.cells[column];
            const text = cell?.textContent ?? "";
            if (!numeric) return { row, key: text === "–" ? undefined : text };
            return { row, key: cell?.dataset.value === undefined ? undefined : Number(cell.dataset.value) };
          });
          keyed.sort((a, b) => {
            if (a.key === b.key) return 0;
            if (a.key === undefined || b.key === undefined) return a.key === undefined ? 1 : -1;
            return a.key < b.key ? -sign : sign;
          });
          body.append(...keyed.map(({ row }) => row));
          for (const other of heads) other.removeAttribute("aria-sort");
          head.setAttribute("aria-sort", sign === 1 ? "ascending" : "descending");
        });
      }
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    setUpTheme();
    setUpCode();
    setUpContents();
    setUpSorting();
  });
})();
