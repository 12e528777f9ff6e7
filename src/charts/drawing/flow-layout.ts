/** What flows between two groups, given by their places in the order, from one stage to the next. */
export interface Link {
  readonly stage: number;
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** A group in a stage: its bar, from the top. */
export interface FlowNode {
  readonly stage: number;
  readonly group: number;
  readonly y: number;
  readonly height: number;
  readonly value: number;
}

/** A flow as a ribbon: where it leaves and arrives, from the top, and how thick it is there. */
export interface Ribbon {
  readonly link: Link;
  readonly y0: number;
  readonly y1: number;
  readonly thick0: number;
  readonly thick1: number;
}

/** Where everything stands. */
export interface FlowLayout {
  readonly nodes: readonly FlowNode[];
  readonly ribbons: readonly Ribbon[];
  readonly height: number;
}

/**
 * Lays out stages of groups with ribbons between them: one scale for all stages, groups in their order, at least
 * `least(group)` pixels from the start of one to that of the next, so that names do not meet; ribbons leave and
 * arrive in the order of the groups, so that none crosses another without need. O(n log n) in the links.
 *
 * @example layOutFlow([{ stage: 0, from: 0, to: 1, value: 3 }], { stages: 2, height: 300, least: () => 28 })
 */
export function layOutFlow(
  links: readonly Link[],
  { stages, height, least }: { stages: number; height: number; least(group: number): number },
): FlowLayout {
  const values = Array.from({ length: stages }, (_v, stage) => totals(links, stage));
  const sums = values.map((groups) => [...groups.values()].reduce((a, b) => a + b, 0));
  const scale = height / Math.max(...sums);
  const gap = 8;
  const nodes = values.flatMap((groups, stage) => {
    let y = 0;
    return [...groups]
      .sort(([a], [b]) => a - b)
      .map(([group, value]): FlowNode => {
        const bar = Math.max(1, value * scale);
        const slot = Math.max(bar, least(group));
        const node = { stage, group, y: y + (slot - bar) / 2, height: bar, value };
        y += slot + gap;
        return node;
      });
  });
  const node = (stage: number, group: number) => nodes.find((n) => n.stage === stage && n.group === group)!;
  // What leaves a group is stacked by where it goes, what arrives by where it comes from.
  const start = offsets(
    links,
    scale,
    (l) => `${l.stage}/${l.from}`,
    (a, b) => a.to - b.to,
  );
  const end = offsets(
    links,
    scale,
    (l) => `${l.stage}/${l.to}`,
    (a, b) => a.from - b.from,
  );
  const ribbons = links.map((link): Ribbon => {
    const thick = Math.max(1, link.value * scale);
    return {
      link,
      y0: node(link.stage, link.from).y + start.get(link)!,
      y1: node(link.stage + 1, link.to).y + end.get(link)!,
      thick0: thick,
      thick1: thick,
    };
  });
  // Thin ribbons last, so that broad ones do not hide them.
  ribbons.sort((a, b) => b.thick0 - a.thick0);
  return {
    nodes,
    ribbons,
    height: Math.max(
      0,
      ...nodes.map(({ group, y, height: bar }) => y + Math.max(bar, (bar + least(group)) / 2)),
    ),
  };
}

/** What is in each group of a stage: what leaves it or what arrives in it, whichever is more. */
function totals(links: readonly Link[], stage: number): Map<number, number> {
  const [out, into] = [new Map<number, number>(), new Map<number, number>()];
  for (const { stage: at, from, to, value } of links) {
    if (at === stage) out.set(from, (out.get(from) ?? 0) + value);
    if (at === stage - 1) into.set(to, (into.get(to) ?? 0) + value);
  }
  const groups = new Set([...out.keys(), ...into.keys()]);
  return new Map([...groups].map((group) => [group, Math.max(out.get(group) ?? 0, into.get(group) ?? 0)]));
}

function offsets(
  links: readonly Link[],
  scale: number,
  key: (link: Link) => string,
  order: (a: Link, b: Link) => number,
): Map<Link, number> {
  const used = new Map<string, number>();
  return new Map(
    [...links].sort(order).map((link) => {
      const before = used.get(key(link)) ?? 0;
      used.set(key(link), before + link.value * scale);
      return [link, before];
    }),
  );
}
