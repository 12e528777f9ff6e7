/** Numbers with many ties that are easily made elsewhere, too: (37 i mod 23) / 4 for i = 0 … n − 1. For tests. */
export function tied(n: number): number[] {
  return Array.from({ length: n }, (_, i) => ((i * 37) % 23) / 4);
}

/** The squares 0, 1, 4 … modulo 17, as many as asked for. For tests. */
export function squares(n: number): number[] {
  return Array.from({ length: n }, (_, i) => (i * i) % 17);
}
