/** A seeded stream of random numbers; the same seed gives the same stream on every machine. */
export interface Random {
  /** A number from 0 to below 1, uniform, of 32 bits. */
  next(): number;
  /** A whole number from 0 to n − 1, uniform without bias. @throws RangeError unless n is whole, from 1 to 2³². */
  int(n: number): number;
  /** A standard normal number (Marsaglia's polar method). */
  normal(): number;
  /** A Poisson count of the given mean. O(mean). @throws RangeError unless the mean is from 0 to a million. */
  poisson(mean: number): number;
  /** One of the items, uniform. @throws RangeError when there are none. */
  choice<T>(items: readonly T[]): T;
}

/**
 * The generator xoshiro128** from four 32-bit words of state: the words it gives, one a call.
 *
 * @throws RangeError when the words are all zero
 * @see Blackman & Vigna (2021), "Scrambled linear pseudorandom number generators"
 * @example xoshiro128([1, 2, 3, 4])() // 11520
 */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  if ((a | b | c | d) === 0) throw new RangeError("xoshiro128: a state of zeros gives zeros for ever");
  const rotate = (x: number, k: number) => (x << k) | (x >>> (32 - k));
  return () => {
    const word = Math.imul(rotate(Math.imul(b, 5), 7), 9);
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotate(d, 11);
    return word >>> 0;
  };
}

/**
 * Starts a stream from a seed, spread over the state by SplitMix32.
 *
 * @param seed a whole number; its low 32 bits count
 * @throws RangeError when the seed is not a whole number
 * @example createRandom(1).int(6) + 1 // a die
 */
export function createRandom(seed: number): Random {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed ${seed} is not a whole number`);
  let mix = seed | 0;
  const word = () => {
    mix = (mix + 0x9e3779b9) | 0;
    let z = Math.imul(mix ^ (mix >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
  const bits = xoshiro128([word(), word(), word(), word()]);
  const next = () => bits() / 2 ** 32;
  const int = (n: number) => {
    if (!Number.isInteger(n) || n < 1 || n > 2 ** 32)
      throw new RangeError(`random whole number below ${n}: take 1 to 2^32`);
    const fair = 2 ** 32 - (2 ** 32 % n);
    for (;;) {
      const drawn = bits();
      if (drawn < fair) return drawn % n;
    }
  };
  let spare = Number.NaN;
  const normal = () => {
    if (!Number.isNaN(spare)) {
      const kept = spare;
      spare = Number.NaN;
      return kept;
    }
    for (;;) {
      const x = 2 * next() - 1;
      const y = 2 * next() - 1;
      const r = x * x + y * y;
      if (r > 0 && r < 1) {
        const scale = Math.sqrt((-2 * Math.log(r)) / r);
        spare = y * scale;
        return x * scale;
      }
    }
  };
  const poisson = (mean: number) => {
    if (!(mean >= 0) || mean > 1e6)
      throw new RangeError(`Poisson mean ${mean} is not between 0 and a million`);
    // Exponential waiting times add up; products of uniforms would underflow for large means.
    let count = -1;
    for (let waited = 0; waited <= mean; count++) waited -= Math.log(1 - next());
    return count;
  };
  const choice = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new RangeError("choice among no items");
    return items[int(items.length)] as T;
  };
  return { next, int, normal, poisson, choice };
}
