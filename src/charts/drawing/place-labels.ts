/** A rectangle in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a label of a mark stands: its middle, and where a line should lead to it from the mark, if it is far off. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly lead: { readonly x: number; readonly y: number } | undefined;
}

/** Directions to try, in order: right, left, below, above, then between them. */
const angles = [0, 8, 4, 12, 2, 6, 14, 10, 1, 7, 9, 15, 3, 5, 11, 13].map((part) => (part * Math.PI) / 8);

/** How labels are placed. */
export interface PlaceOptions {
  /** How far from its mark a label may stand, in pixels. Default 120. */
  readonly reach?: number;
  /** Points that a label should cover few of, such as those along lines. */
  readonly avoid?: readonly { readonly x: number; readonly y: number }[];
}

/**
 * Places for the labels of marks, in order of the marks: beside its mark, or else farther off, where it overlaps neither
 * a label before it nor what is `taken`, and lies within the frame; of such places, the one that covers the fewest
 * points to avoid. A label without such a place gets none. The same marks give the same places.
 * O(labels × tries × (labels + points)).
 *
 * @param marks middle and radius of each mark, and the size of its label, in pixels
 * @example placeLabels([{ x: 50, y: 50, r: 5, width: 20, height: 14 }], frame, [])[0] // right of the mark
 */
export function placeLabels(
  marks: readonly { x: number; y: number; r: number; width: number; height: number }[],
  frame: Box,
  taken: readonly Box[],
  { reach = 120, avoid = [] }: PlaceOptions = {},
): (Placed | undefined)[] {
  const filled = [...taken];
  return marks.map(({ x, y, r, width, height }) => {
    let best: { at: Placed; box: Box; covered: number } | undefined;
    for (let gap = 3; gap <= reach; gap += 6) {
      for (const angle of angles) {
        const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
        const middle = { x: x + dx * (r + gap + width / 2), y: y + dy * (r + gap + height / 2) };
        const box = around(middle.x, middle.y, width, height);
        const at = { ...middle, lead: gap > 10 ? nearest({ x, y }, box) : undefined };
        if (!inside(box, frame) || filled.some((other) => overlap(box, other))) continue;
        const covered = avoid.filter((point) => within(point, box)).length;
        if (best === undefined || covered < best.covered) best = { at, box, covered };
      }
      // Farther off only for the lack of any place, or of a free one right beside the mark.
      if (best !== undefined && (best.covered === 0 || gap > 10)) break;
    }
    if (best === undefined) return undefined;
    filled.push(best.box);
    return best.at;
  });
}

/** The box of a size around a point. @example around(5, 5, 10, 4).left // 0 */
export function around(x: number, y: number, width: number, height: number): Box {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

const inside = (box: Box, frame: Box) =>
  box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;

/** The point of a box that lies nearest to a point. */
const nearest = ({ x, y }: { x: number; y: number }, box: Box) => {
  return { x: Math.min(Math.max(x, box.left), box.right), y: Math.min(Math.max(y, box.top), box.bottom) };
};

const within = ({ x, y }: { x: number; y: number }, box: Box) =>
  x > box.left && x < box.right && y > box.top && y < box.bottom;

/** Whether two boxes share more than an edge. */
export const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
