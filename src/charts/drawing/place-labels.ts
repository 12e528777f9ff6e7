/** A rectangle in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a label of a mark stands: its middle, and whether it is so far off that a line should lead to it. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly far: boolean;
}

/** Directions to try, the right first. */
const angles = Array.from({ length: 16 }, (_v, i) => (i * Math.PI) / 8);

/**
 * Places for the labels of marks, in order of the marks: beside its mark, or else farther off, where it overlaps neither
 * a label before it nor what is `taken`, and lies within the frame. A label without such a place gets none. The same
 * marks give the same places. O(labels² × tries).
 *
 * @param marks middle and radius of each mark, and the size of its label, in pixels
 * @param reach how far from its mark a label may stand, in pixels
 * @example placeLabels([{ x: 50, y: 50, r: 5, width: 20, height: 14 }], frame, [])[0] // right of the mark
 */
export function placeLabels(
  marks: readonly { x: number; y: number; r: number; width: number; height: number }[],
  frame: Box,
  taken: readonly Box[],
  reach = 120,
): (Placed | undefined)[] {
  const filled = [...taken];
  return marks.map(({ x, y, r, width, height }) => {
    for (let gap = 3; gap <= reach; gap += 6) {
      for (const angle of angles) {
        const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
        const at = { x: x + dx * (r + gap + width / 2), y: y + dy * (r + gap + height / 2) };
        const box = around(at.x, at.y, width, height);
        if (!inside(box, frame) || filled.some((other) => overlap(box, other))) continue;
        filled.push(box);
        return { ...at, far: gap > 10 };
      }
    }
    return undefined;
  });
}

/** The box of a size around a point. @example around(5, 5, 10, 4).left // 0 */
export function around(x: number, y: number, width: number, height: number): Box {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

const inside = (box: Box, frame: Box) =>
  box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;

/** Whether two boxes share more than an edge. */
export const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
