import { Markdown } from "./markdown";

/** What a callout is about: a published figure, its correction, a warning, or a remark. */
export type NoteKind = "published" | "corrected" | "warning" | "info";

const headings: Readonly<Record<NoteKind, string>> = {
  published: "As published",
  corrected: "Corrected",
  warning: "Caution",
  info: "Note",
};

/** A callout ready to show. */
export class Note {
  constructor(
    readonly kind: NoteKind,
    readonly body: Markdown,
  ) {}

  /** The word it starts with, so that its kind is not told by colour alone. */
  get heading(): string {
    return headings[this.kind];
  }
}

/**
 * A callout with Markdown in it.
 *
 * @throws Error if `kind` is none of the four.
 * @example note("corrected", md`The net of that day is ${money(15606)}.`)
 */
export function note(kind: NoteKind, body: Markdown | string): Note {
  if (!Object.hasOwn(headings, kind)) {
    throw new Error(`note: "${kind}" is no kind of note; take ${Object.keys(headings).join(", ")}.`);
  }
  return new Note(kind, typeof body === "string" ? new Markdown(body) : body);
}
