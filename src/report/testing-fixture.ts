import type { Cell, Notebook, Output } from "./nbformat";

/** An executed notebook with every kind of output, for tests. It needs no kernel. */
export function fixtureNotebook(): Notebook {
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      kernelspec: { name: "tslab", display_name: "TypeScript", language: "typescript" },
      segmentbook: { versions: { node: "20.20.2", segmentbook: "0.1.0", vega: "6.4.0" } },
    },
    cells: [
      markdown(
        "title",
        "# What do the customers' orders say?\n\nHow many rows of the raw file are *orders* of known customers, and what is lost on the way? A shop's file holds more than its sales.",
      ),
      code("parameters", 'const seed = 1;\nconst dataset: "auto" | "real" = "auto";', [], ["parameters"]),
      code(
        "open",
        'import { openDataset, show } from "../../src";\nconst lines = await openDataset("online-retail");\nshow(lines);',
        [banner],
      ),
      markdown(
        "values",
        "## Missing values\n\nThe mean is $\\bar{x} = \\frac{1}{n}\\sum_{i=1}^{n} x_i$, and for a price of £5 nothing changes. See [the next one](02-eda.ipynb#why) or [the paper](https://doi.org/10.1000/x).\n\n$$\ns = \\sqrt{\\frac{\\sum_i (x_i - \\bar{x})^2}{n - 1}}\n$$\n\n1. A row without `customer` is dropped.\n2. A row with a price of zero is kept, as published.",
      ),
      code(
        "print",
        "for (const line of sample) {\n  // Quantity counts pieces.\n  console.log(line.product, line.quantity * 2);\n}",
        [stream("stdout", "<script>alert(1)</script> LANTERN: 12\n백색 하트 홀더: 6\n")],
      ),
      markdown("charts", "### Revenue by month\n\nRevenue doubles from September to November."),
      code("chart", "show(chart);", [chart()]),
      markdown(
        "compare",
        "## As published and corrected\n\n> Frequency counts lines in the study, not orders.",
      ),
      code("table", "show(table, remark);", [table(), remark()]),
      code("svg", "display(svg);", [
        bundle({
          "image/svg+xml":
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20" width="60" height="20"><rect width="60" height="20" fill="var(--sb-s1, #0067a5)"/></svg>',
          "text/plain": "A blue bar",
        }),
      ]),
      markdown(
        "end",
        "#### What it means\n\n| figure | value |\n|---|--:|\n| rows | 541,909 |\n| kept | 391,068 |\n\n```ts\nconst kept = rows.filter((row) => row.customer !== null);\n```",
      ),
      code("progress", "await work();", [
        bundle({ "text/html": '<label>Clusters <progress value="8" max="8">8 of 8</progress></label>' }),
        stream("stderr", "one row had no date\n"),
      ]),
    ],
  };
}

const banner: Output = {
  output_type: "display_data",
  metadata: {},
  data: {
    "text/html": '<p class="sb-source sb-real"><strong>Real data</strong>: online-retail, 541,909 rows.</p>',
    "application/vnd.segmentbook.provenance+json": {
      datasets: [
        {
          name: "online-retail",
          source: "real",
          seed: null,
          files: [{ name: "Online Retail.csv", sha256: "0f".repeat(32), bytes: 45_580_638, rows: 541_909 }],
        },
      ],
    },
  },
};

function markdown(id: string, source: string): Cell {
  return { id, cell_type: "markdown", metadata: {}, source: source.split(/(?<=\n)/) };
}

function code(id: string, source: string, outputs: Output[], tags: string[] = []): Cell {
  const metadata = tags.length === 0 ? {} : { tags };
  return { id, cell_type: "code", metadata, source: source.split(/(?<=\n)/), execution_count: null, outputs };
}

function stream(name: "stdout" | "stderr", text: string): Output {
  return { output_type: "stream", name, text: text.split(/(?<=\n)/).filter((line) => line !== "") };
}

function bundle(data: Record<string, unknown>): Output {
  return { output_type: "display_data", metadata: {}, data };
}

function chart(): Output {
  const draw = (width: number): string => {
    const bars = [5, 3, 8, 9, 12, 7].map((height, index) => {
      const x = 40 + (index * (width - 60)) / 6;
      return `<rect x="${x}" y="${180 - height * 12}" width="${(width - 100) / 6}" height="${height * 12}" style="fill: var(--sb-s1, #0067a5)"/><text x="${x}" y="198" fill="var(--sb-muted, #5a6069)" font-size="12">M${index + 1}</text>`;
    });
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 210" width="${width}" height="210" role="img" aria-labelledby="t${width}"><title id="t${width}">Revenue by month: highest in M5, £12k</title><clipPath id="c${width}"><rect width="${width}" height="210"/></clipPath><g clip-path="url(#c${width})">${bars.join("")}</g><line x1="30" x2="${width - 10}" y1="180.5" y2="180.5" stroke="var(--sb-axis, #9aa1ab)"/></svg>`;
  };
  const rows = [5, 3, 8, 9, 12, 7].map(
    (value, index) => `<tr><th scope="row">M${index + 1}</th><td class="sb-number">${value}</td></tr>`,
  );
  return bundle({
    "text/html": `<figure class="sb-figure"><style>.x{}</style><figcaption>Revenue by month, in thousand pounds</figcaption><div class="sb-wide">${draw(720)}</div><div class="sb-narrow" hidden>${draw(340)}</div><details class="sb-data"><summary>Data</summary><table><thead><tr><th scope="col">Month</th><th scope="col" class="sb-number">Revenue (£k)</th></tr></thead><tbody>${rows.join("")}</tbody></table></details></figure>`,
    "text/plain": "Revenue by month",
  });
}

function table(): Output {
  const row = (name: string, a: string, b: string, c: string, why: string): string =>
    `<tr><th scope="row">${name}</th><td class="sb-number">${a}</td><td class="sb-number">${b}</td><td class="sb-number">${c}</td><td>${why}</td></tr>`;
  return bundle({
    "text/html": `<div class="sb-table" role="region" tabindex="0" aria-label="Rows kept"><table><caption>Rows kept, as published and corrected</caption><thead><tr><th scope="col">Figure</th><th scope="col" class="sb-number">Published</th><th scope="col" class="sb-number">Reproduced</th><th scope="col" class="sb-number">Corrected</th><th scope="col">Why</th></tr></thead><tbody>${row("Rows", "391,068", "391,068 ✓", "388,343", "A cancelled line is taken out together with the line it cancels.")}${row("Customers", "4,334", "4,334 ✓", "4,323", "Eleven customers cancelled everything they bought.")}${row("Best product &lt;img src=x onerror=alert(1)&gt;", "–", "–", "80,995", "Its one order was cancelled 12 minutes later.")}</tbody></table></div>`,
  });
}

function remark(): Output {
  return bundle({
    "text/html":
      '<aside class="sb-note sb-corrected"><p><strong>Corrected.</strong> Without the cancelled order the peak lies on another day.</p></aside><aside class="sb-note sb-published"><p><strong>As published.</strong> The peak is 9 December.</p></aside><aside class="sb-note sb-warning"><p><strong>Mind.</strong> Few orders.</p></aside>',
  });
}
