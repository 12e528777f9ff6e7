/** Shown for what has no value: NaN, an infinity, null or undefined. */
export const missing = "–";

/** A number to show; what is not finite is shown as {@link missing}. */
export type Shown = number | bigint | null | undefined;

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

/**
 * A number with a fixed number of decimals, thousands grouped by commas and a true minus sign; the same text on
 * every machine, whatever its locale. Rounds as `Number.prototype.toFixed` does; a result of zero has no sign.
 *
 * @example fixed(-8736000.637, 2) // "−8,736,000.64"
 * @throws RangeError if `digits` is not in 0…100.
 */
export function fixed(x: Shown, digits = 2): string {
  if (x === null || x === undefined || (typeof x === "number" && !Number.isFinite(x))) return missing;
  const text = typeof x === "bigint" ? String(x < 0n ? -x : x) : plain(Math.abs(x), digits);
  const [whole = "", decimals] = text.split(".");
  const sign = x < 0 && /[1-9]/.test(text) ? "−" : "";
  return sign + grouped(whole) + (decimals === undefined ? "" : `.${decimals}`);
}

/** `toFixed` that writes numbers from 1e21 on in full. */
function plain(x: number, digits: number): string {
  return x >= 1e21 ? BigInt(x).toString() : x.toFixed(digits);
}

/** A count of things. @example count(391068) // "391,068" */
export function count(x: Shown): string {
  return fixed(x, 0);
}

/**
 * A number in at most three significant digits with k, M, bn, tn for thousands to 10¹². Below 1,000, up to two
 * decimals. Trailing zeros are left out, unless `zeros` asks for them, so that numbers below each other are alike.
 *
 * @example compact(184170.66) // "184k"
 * @example compact(85000, true) // "85.0k"
 */
export function compact(x: Shown, zeros = false): string {
  const value = Number(x ?? Number.NaN);
  if (!Number.isFinite(value)) return missing;
  const size = Math.abs(value);
  const sign = value < 0 ? "−" : "";
  const units = ["", "k", "M", "bn", "tn"];
  let power = size < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(size) / 3));
  let scaled = Number((size / 1000 ** power).toPrecision(3));
  if (scaled >= 1000 && power < 4) {
    power++;
    scaled = Number((size / 1000 ** power).toPrecision(3));
  }
  const digits = scaled >= 100 ? 0 : scaled >= 10 ? 1 : 2;
  const full = fixed(scaled, digits);
  const text = zeros ? full : full.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
  return (text === "0" ? "" : sign) + text + units[power];
}

/**
 * An amount of money: two decimals, or compact as {@link compact} does it.
 *
 * @example money(8736000.637) // "£8,736,000.64"
 * @example money(184170.66, { compact: true, currency: "€" }) // "€184k"
 */
export function money(
  x: Shown,
  options: { currency?: string; digits?: number; compact?: boolean; zeros?: boolean } = {},
): string {
  const { currency = "£", digits = 2 } = options;
  const text = options.compact ? compact(x, options.zeros) : fixed(x, digits);
  if (text === missing) return text;
  return text.startsWith("−") ? `−${currency}${text.slice(1)}` : currency + text;
}

/** A share (0 to 1) as a percentage, with a no-break space. @example percent(0.2493, 2) // "24.93 %" */
export function percent(share: Shown, digits = 1): string {
  const text = fixed(share === null || share === undefined ? share : Number(share) * 100, digits);
  return text === missing ? text : `${text}\u00a0%`;
}

/** A number with its sign always shown, save for zero. @example signed(3.14159, 1) // "+3.1" */
export function signed(x: Shown, digits = 2): string {
  const text = fixed(x, digits);
  return text === missing || text.startsWith("−") || !/[1-9]/.test(text) ? text : `+${text}`;
}

/**
 * A span of time given in milliseconds, in the two largest units that matter.
 *
 * @example duration(83_400) // "1 min 23 s"
 */
export function duration(milliseconds: Shown): string {
  const ms = Number(milliseconds ?? Number.NaN);
  if (!Number.isFinite(ms)) return missing;
  if (ms < 0) return `−${duration(-ms)}`;
  if (ms < 999.5) return `${fixed(ms, 0)} ms`;
  if (ms < 59_950) return `${fixed(ms / 1000, 1)} s`;
  const seconds = Math.round(ms / 1000);
  const [h, min, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  if (h >= 24) return `${count(Math.floor(h / 24))} d ${h % 24} h`;
  return h > 0 ? `${h} h ${min} min` : `${min} min ${s} s`;
}
