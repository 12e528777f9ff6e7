import type { Numbering } from "../baskets/numbering";

/** Orders, numbered; the same id of two customers is two of them. */
export interface Orders {
  /** Order of each line. */
  readonly ids: Uint32Array;
  /** Customer and id of each order. */
  readonly customerOf: Uint32Array;
  readonly idOf: Uint32Array;
}

/** Numbers orders. O(lines). @example numberOrders(customer.ids, numberAscending("order", orders)) */
export function numberOrders(customers: Uint32Array, order: Numbering): Orders {
  const ids = order.ids.slice();
  const NONE = 0xffffffff;
  const owner = new Uint32Array(order.values.length).fill(NONE);
  const customerOf = [...owner];
  const idOf = order.values.map((_, id) => id);
  const others = new Map<number, number>();
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!;
    const buyer = customers[i]!;
    if (owner[id] === NONE) {
      owner[id] = buyer;
      customerOf[id] = buyer;
    } else if (owner[id] !== buyer) {
      const key = buyer * order.values.length + id;
      const known = others.get(key) ?? idOf.length;
      if (known === idOf.length) {
        others.set(key, known);
        idOf.push(id);
        customerOf.push(buyer);
      }
      ids[i] = known;
    }
  }
  return { ids, customerOf: Uint32Array.from(customerOf), idOf: Uint32Array.from(idOf) };
}

/** Orders by customer, by the least time of their lines, then by id. */
export interface OrderPlaces {
  /** Where each order stands. */
  readonly placeOf: Uint32Array;
  /** Customer c has the places `orderStarts[c]` up to, without, `orderStarts[c + 1]`. */
  readonly orderStarts: Uint32Array;
  /** Time of the order at each place. */
  readonly times: Float64Array;
}

/**
 * Puts orders in their places. O(lines + orders × log orders).
 *
 * @param customers how many there are, each with an order
 * @throws RangeError when a time is not finite (names the row, counted from 1)
 * @example placeOrders(2, orders, times).placeOf
 */
export function placeOrders(customers: number, orders: Orders, lineTimes: ArrayLike<number>): OrderPlaces {
  const { ids, customerOf, idOf } = orders;
  const times = new Float64Array(idOf.length).fill(Infinity);
  for (let i = 0; i < ids.length; i++) {
    const time = lineTimes[i]!;
    if (!Number.isFinite(time))
      throw new RangeError(`Row ${i + 1} has the time ${time}: times are finite numbers.`);
    if (time < times[ids[i]!]!) times[ids[i]!] = time;
  }
  const sorted = Uint32Array.from(idOf.keys()).sort(
    (a, b) => customerOf[a]! - customerOf[b]! || times[a]! - times[b]! || idOf[a]! - idOf[b]!,
  );
  const placeOf = new Uint32Array(idOf.length);
  const orderStarts = new Uint32Array(customers + 1);
  const inPlace = new Float64Array(idOf.length);
  sorted.forEach((order, place) => {
    placeOf[order] = place;
    inPlace[place] = times[order]!;
    orderStarts[customerOf[order]! + 1] = place + 1;
  });
  return { placeOf, orderStarts, times: inPlace };
}
