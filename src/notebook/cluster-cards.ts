import { count, percent } from "../theme/format";
import { escapeHtml } from "../theme/html";
import { shareBar } from "./card-bars";
import { style } from "./style";

/** A share from 0 to 1, with the ends of its interval where it has one. */
export interface CardShare {
  readonly estimate: number;
  readonly low?: number;
  readonly high?: number;
}

/** What a card says of one cluster, segment or grade. */
export interface ClusterCard {
  readonly name: string;
  readonly customers: number;
  /** Share of all customers. */
  readonly share: number;
  /** Share of what the customers are worth, such as revenue or items. */
  readonly worth?: number | CardShare;
  /** What sets it apart, in a few words each. */
  readonly apart: readonly string[];
  /** Ids of customers to look at. */
  readonly examples?: readonly string[];
}

/** Options of {@link clusterCards}. */
export interface ClusterCardsOptions {
  /** Says what the cards show. */
  title: string;
  /** What `worth` is a share of. Default: Share of revenue. */
  worthTitle?: string;
}

/** Cards ready to show. */
export class ClusterCards {
  constructor(
    readonly title: string,
    readonly cards: readonly ClusterCard[],
    readonly worthTitle: string,
  ) {}

  /** The forms of the cards, by MIME type. */
  bundle(): Record<string, unknown> {
    const title = `<p class="sb-title">${escapeHtml(this.title)}</p>`;
    const body =
      this.cards.length === 0
        ? "<p>No clusters to show.</p>"
        : `<ul class="sb-cards">${this.cards.map((card) => this.#html(card)).join("")}</ul>`;
    return {
      "text/html": `${style}<div class="sb-figure">${title}${body}</div>`,
      "text/plain": [this.title, ...this.cards.map((card) => this.#text(card))].join("\n\n"),
    };
  }

  #facts({ customers, share, worth }: ClusterCard): [name: string, said: string, share: number][] {
    const size = `${count(customers)} (${percent(share)})`;
    if (worth === undefined) return [["Customers", size, share]];
    const { estimate, low, high } =
      typeof worth === "number" ? { estimate: worth, low: undefined, high: undefined } : worth;
    const interval = low === undefined || high === undefined ? "" : ` (${percent(low)} to ${percent(high)})`;
    return [
      ["Customers", size, share],
      [this.worthTitle, `${percent(estimate)}${interval}`, estimate],
    ];
  }

  #html(card: ClusterCard): string {
    const facts = this.#facts(card).map(
      ([name, said, share]) => `<dt>${escapeHtml(name)}</dt><dd>${said}${shareBar(share)}</dd>`,
    );
    const apart = card.apart.map((said) => `<li>${escapeHtml(said)}</li>`).join("");
    const examples = card.examples?.map(escapeHtml).join(", ") ?? "";
    return (
      `<li class="sb-card"><p class="sb-card-name">${escapeHtml(card.name)}</p><dl>${facts.join("")}</dl>` +
      (apart === "" ? "" : `<p class="sb-card-head">What sets it apart</p><ul>${apart}</ul>`) +
      (examples === "" ? "" : `<p class="sb-card-foot">For example: ${examples}</p>`) +
      "</li>"
    );
  }

  #text(card: ClusterCard): string {
    const facts = this.#facts(card).map(([name, said]) => `${name}: ${said}`);
    const examples = card.examples?.length ? [`For example: ${card.examples.join(", ")}`] : [];
    return [card.name, ...facts, ...card.apart.map((said) => `- ${said}`), ...examples].join("\n");
  }
}

/**
 * Clusters as a grid of cards: name, size, share of what they are worth, what sets each apart and example customers.
 * Text from data stays text.
 *
 * @throws Error that names the card if a share is not from 0 to 1, or its interval does not hold it, or a number of
 * customers is none.
 * @example show(clusterCards([{ name: "Gold", customers: 884, share: 0.2, worth: 0.68, apart: ["orders weekly"] }],
 *   { title: "The clusters" }))
 */
export function clusterCards(cards: readonly ClusterCard[], options: ClusterCardsOptions): ClusterCards {
  for (const { name, customers, share, worth } of cards) {
    if (!Number.isInteger(customers) || customers < 0) {
      throw new Error(`clusterCards, "${name}": ${customers} is no number of customers.`);
    }
    const { estimate, low, high } =
      typeof worth === "object" ? worth : { estimate: worth ?? 0, low: undefined, high: undefined };
    const shares = [share, low ?? estimate, estimate, high ?? estimate];
    const wrong = shares.find((x) => !(x >= 0 && x <= 1));
    if (wrong !== undefined)
      throw new Error(`clusterCards, "${name}": a share of ${wrong} is not from 0 to 1.`);
    if (shares[1]! > estimate || estimate > shares[3]!) {
      throw new Error(`clusterCards, "${name}": ${estimate} is not within ${low} to ${high}.`);
    }
  }
  return new ClusterCards(options.title, cards, options.worthTitle ?? "Share of revenue");
}
