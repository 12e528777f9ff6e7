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

  document.addEventListener("DOMContentLoaded", () => {
    setUpTheme();
    setUpCode();
    setUpContents();
  });
})();
