import { count } from "../theme/format";
import { escapeHtml } from "../theme/html";
import { style } from "./style";

/** A file of a data set, as provenance tells it. */
export interface SourceFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
}

/** What a banner needs to know of a data set. */
export interface Source {
  readonly name: string;
  readonly source: "real" | "generated";
  readonly seed: number | null;
  readonly files: readonly SourceFile[];
}

/** The MIME type under which a report finds where its data came from. */
export const provenanceType = "application/vnd.segmentbook.provenance+json";

/** One line that says whether real or generated data is shown, and its provenance for the report. */
export class SourceBanner {
  constructor(readonly sources: readonly Source[]) {}

  /** The forms of the banner, by MIME type. */
  bundle(): Record<string, unknown> {
    const lines = this.sources.map((source) => ({ kind: source.source, text: sentence(source) }));
    const datasets = this.sources.map(({ name, source, seed, files }) => {
      return {
        name,
        source,
        seed,
        files: files.map(({ name, sha256, bytes, rows }) => ({ name, sha256, bytes, rows })),
      };
    });
    return {
      "text/html":
        style +
        lines.map(({ kind, text }) => `<p class="sb-source sb-${kind}">${escapeHtml(text)}</p>`).join(""),
      "text/plain": lines.map(({ text }) => text).join("\n"),
      [provenanceType]: { datasets },
    };
  }
}

/**
 * The banner of the data sets that a notebook uses; give it to `show` at the top.
 *
 * @example show(sourceBanner(dataset))
 */
export function sourceBanner(...sources: readonly Source[]): SourceBanner {
  return new SourceBanner(sources);
}

function sentence({ name, source, seed, files }: Source): string {
  const parts = files.map(
    (file) => `${file.name}, ${count(file.rows)} rows, SHA-256 ${file.sha256.slice(0, 12)}…`,
  );
  const from = parts.length > 0 ? ` (${parts.join("; ")})` : "";
  if (source === "real") return `Real data: ${name}${from}.`;
  const seeded = seed === null ? "" : ` with seed ${seed}`;
  return `Generated data: ${name}, made${seeded} in the shape of the original; its figures say nothing of the real shop${from}.`;
}
