import { percent, signed } from "../theme/format";
import { escapeHtml } from "../theme/html";
import { effectBar, shareBar } from "./card-bars";
import { style } from "./style";

/** What a card says of one customer or order. */
export interface ScoreCard {
  /** Who it is, such as a customer's number or an order's. */
  readonly title: string;
  readonly subtitle?: string;
  /** The predicted chance, from 0 to 1; left out where the card is of an order with many. */
  readonly chance?: number;
  /** What is known of him, a name and its value each. */
  readonly facts?: readonly { readonly label: string; readonly value: string }[];
  /** What moved the prediction, the strongest first: in words, and by how much; above 0 raises the chance. */
  readonly reasons?: readonly { readonly text: string; readonly effect: number }[];
}

/** Options of {@link scoreCards}. */
export interface ScoreCardsOptions {
  /** Says what the cards show. */
  title: string;
  /** What `chance` is the chance of. Default: Predicted chance. */
  chanceTitle?: string;
  /** What the effects measure. Default: log odds. */
  effectTitle?: string;
}

/** Cards ready to show. */
export class ScoreCards {
  constructor(
    readonly title: string,
    readonly cards: readonly ScoreCard[],
    readonly titles: { readonly chance: string; readonly effect: string },
  ) {}

  /** The forms of the cards, by MIME type. */
  bundle(): Record<string, unknown> {
    const title = `<p class="sb-title">${escapeHtml(this.title)}</p>`;
    const effects = this.cards.flatMap(({ reasons = [] }) => reasons.map(({ effect }) => Math.abs(effect)));
    const most = effects.reduce((a, b) => Math.max(a, b), 0);
    const body =
      this.cards.length === 0
        ? "<p>No cards to show.</p>"
        : `<ul class="sb-cards">${this.cards.map((card) => this.#html(card, most)).join("")}</ul>`;
    const foot = effects.length > 0 ? `<p class="sb-foot">${escapeHtml(this.#foot())}</p>` : "";
    return {
      "text/html": `${style}<div class="sb-figure">${title}${body}${foot}</div>`,
      "text/plain": [this.title, ...this.cards.map((card) => this.#text(card))].join("\n\n"),
    };
  }

  #foot(): string {
    return `Bars to the right raise the chance, bars to the left lower it; figures are ${this.titles.effect}. All bars have one scale.`;
  }

  #html({ title, subtitle, chance, facts = [], reasons = [] }: ScoreCard, most: number): string {
    // A long value gets a line of its own, as beside its name it would be broken letter by letter.
    const said = (label: string, value: string) =>
      `<div class="${value.length > 22 ? "sb-fact-long" : "sb-fact"}"><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd></div>`;
    const predicted =
      chance === undefined
        ? ""
        : `<p class="sb-card-chance">${escapeHtml(this.titles.chance)}: <strong>${percent(chance)}</strong></p>${shareBar(chance)}`;
    const known = facts.map(({ label, value }) => said(label, value)).join("");
    const moved = reasons.map(
      ({ text, effect }) =>
        `<li><span class="sb-reason"><span>${escapeHtml(text)}</span> <span class="sb-effect">${signed(effect)}</span></span>${effectBar(effect, most)}</li>`,
    );
    return (
      `<li class="sb-card"><p class="sb-card-name">${escapeHtml(title)}</p>` +
      (subtitle === undefined ? "" : `<p class="sb-card-sub">${escapeHtml(subtitle)}</p>`) +
      predicted +
      (known === "" ? "" : `<dl class="sb-card-facts">${known}</dl>`) +
      (moved.length === 0
        ? ""
        : `<p class="sb-card-head">Why</p><ul class="sb-reasons">${moved.join("")}</ul>`) +
      "</li>"
    );
  }

  #text({ title, subtitle, chance, facts = [], reasons = [] }: ScoreCard): string {
    return [
      subtitle === undefined ? title : `${title} (${subtitle})`,
      ...(chance === undefined ? [] : [`${this.titles.chance}: ${percent(chance)}`]),
      ...facts.map(({ label, value }) => `${label}: ${value}`),
      ...reasons.map(({ text, effect }) => `- ${text} (${signed(effect)})`),
    ].join("\n");
  }
}

/**
 * Predictions as a grid of cards, one a customer or order: the predicted chance, what is known, and what moved the
 * prediction, as bars that all have one scale. Text from data stays text.
 *
 * @throws Error that names the card if a chance is not from 0 to 1, or an effect is not a finite number.
 * @example show(scoreCards([{ title: "Customer 12747", chance: 0.71, facts: [{ label: "Last order", value: "2 days ago" }],
 *   reasons: [{ text: "Spent £4,196 before", effect: 1.2 }] }], { title: "Who may become a VIP" }))
 */
export function scoreCards(cards: readonly ScoreCard[], options: ScoreCardsOptions): ScoreCards {
  for (const { title, chance, reasons = [] } of cards) {
    if (chance !== undefined && !(chance >= 0 && chance <= 1))
      throw new Error(`scoreCards, "${title}": a chance of ${chance} is not from 0 to 1.`);
    const wrong = reasons.find(({ effect }) => !Number.isFinite(effect));
    if (wrong !== undefined)
      throw new Error(
        `scoreCards, "${title}": the effect of "${wrong.text}" is ${wrong.effect}, not a finite number.`,
      );
  }
  const { chanceTitle = "Predicted chance", effectTitle = "log odds" } = options;
  return new ScoreCards(options.title, cards, { chance: chanceTitle, effect: effectTitle });
}
