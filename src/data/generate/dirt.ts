import type { Random } from "../../stats/random";
import { calendarTime, DAYS, FIRST_DAY } from "./calendar";
import type { Line, Order } from "./orders";

const DAY = 86_400_000;
const MINUTE = 60_000;
/** Orders stop here: the last day's end. */
const END = FIRST_DAY + DAYS * DAY;

/** How often lines of customers' orders get dirty; the original's shares, roughly. */
export const RATES = { duplicate: 0.0125, cancelled: 0.022, cancelledWhole: 0.33, free: 0.0001 } as const;

/** How many lines of each kind of dirt a generated data set holds. */
export interface DirtCounts {
  /** Copies of a line, beyond the line itself. */
  duplicates: number;
  /** Lines of C invoices, services included. */
  cancellations: number;
  /** Of these, those that take back a purchase line whole: same customer, code, price and units. */
  cancelledWhole: number;
  missingCustomers: number;
  missingDescriptions: number;
  /** Lines of postage, discount, fees and other services. */
  services: number;
  /** Lines of price zero. */
  zeroPrices: number;
  /** Lines of A invoices. */
  badDebts: number;
}

/** Counts that start at zero. */
export function noDirt(): DirtCounts {
  return {
    duplicates: 0,
    cancellations: 0,
    cancelledWhole: 0,
    missingCustomers: 0,
    missingDescriptions: 0,
    services: 0,
    zeroPrices: 0,
    badDebts: 0,
  };
}

const service = (code: string, description: string, price: number, quantity = 1): Line => {
  return { code, description, price, quantity };
};

/** Makes a customer's order dirty in place: postage abroad, manual lines, free goods, copies. O(lines). */
export function soil(order: Order, dirt: DirtCounts, random: Random): void {
  const { lines } = order;
  const count = lines.length;
  for (let i = 0; i < count; i++) {
    if (random.next() < RATES.free) {
      lines[i] = { ...lines[i]!, price: 0 };
      dirt.zeroPrices++;
    }
    if (random.next() < RATES.duplicate) {
      lines.push(lines[i]!);
      dirt.duplicates++;
      if (lines[i]!.price === 0) dirt.zeroPrices++;
    }
  }
  const extra: Line[] = [];
  if (order.country !== "United Kingdom") extra.push(service("POST", "POSTAGE", 18_000, 1 + random.int(3)));
  if (random.int(60) === 0) extra.push(service("M", "Manual", 250 + 10 * random.int(5000)));
  if (random.int(150) === 0) extra.push(service("C2", "CARRIAGE", 50_000));
  if (random.int(250) === 0) extra.push(service("23444", "Next Day Carriage", 15_000));
  lines.push(...extra);
  dirt.services += extra.length;
}

/** The cancellation of some lines of an order, days later; null when nothing is cancelled in time. */
export function cancellation(order: Order, dirt: DirtCounts, random: Random): Order | null {
  const time = order.time + (1 + random.int(20)) * DAY + random.int(60) * MINUTE;
  // The shop is closed on Saturdays.
  const open = new Date(time).getUTCDay() === 6 ? time + DAY : time;
  if (open >= END) return null;
  const lines: Line[] = [];
  for (const line of order.lines) {
    if (random.next() >= RATES.cancelled) continue;
    const whole = line.quantity === 1 || random.next() < RATES.cancelledWhole;
    const units = whole ? line.quantity : 1 + random.int(line.quantity - 1);
    lines.push({ ...line, quantity: -units });
    if (whole) dirt.cancelledWhole++;
    if (line.price === 0) dirt.zeroPrices++;
  }
  if (random.int(300) === 0) {
    lines.push(service("D", "Discount", 10 * (100 + random.int(9000)), -1));
    dirt.services++;
  }
  dirt.cancellations += lines.length;
  return lines.length === 0 ? null : { ...order, time: open, prefix: "C", lines };
}

/** A giant order, cancelled twelve minutes later, as the original has two of. */
export function giant(customer: string, line: Line, time: number, dirt: DirtCounts): Order[] {
  const order: Order = { time, prefix: "", customer, country: "United Kingdom", lines: [line] };
  dirt.cancellations++;
  dirt.cancelledWhole++;
  const back = { ...line, quantity: -line.quantity };
  return [order, { ...order, time: time + 12 * MINUTE, prefix: "C", lines: [back] }];
}

/** The three adjustments of bad debt of the original: A invoices, two of a negative price. */
export function badDebts(dirt: DirtCounts): Order[] {
  const time = Date.UTC(2011, 7, 12, 14, 50);
  dirt.badDebts += 3;
  dirt.services += 3;
  dirt.missingCustomers += 3;
  return [11_062_060, -11_062_060, -11_062_060].map((price, i) => {
    const lines = [service("B", "Adjust bad debt", price)];
    return { time: time + i * MINUTE, prefix: "A", customer: null, country: "United Kingdom", lines };
  });
}

/** A correction of stock: one line of an invoice without customer, description and price. */
export function stockCorrection(code: string, dirt: DirtCounts, random: Random): Order {
  const quantity = (random.int(3) === 0 ? 1 : -1) * (1 + random.int(60));
  dirt.missingCustomers++;
  dirt.missingDescriptions++;
  dirt.zeroPrices++;
  return {
    time: calendarTime(random.next() * DAYS, random),
    prefix: "",
    customer: null,
    country: "United Kingdom",
    lines: [{ code, description: "", quantity, price: 0 }],
  };
}
