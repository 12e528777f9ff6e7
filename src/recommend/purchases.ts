/** A column of ids as the engine gives it: numbers or text. */
type Ids = ArrayLike<number> | ArrayLike<string | null>;

/** What customers bought, order by order, in typed arrays. Customers and items are numbered from 0. */
export interface Purchases {
  /** Id of each customer, ascending: text by code units, numbers by value. */
  readonly customers: readonly (number | string)[];
  /** Label of each item, ascending by code units. Text from data: escape it. */
  readonly items: readonly string[];
  /** Customer c has the orders `orderStarts[c]` up to, without, `orderStarts[c + 1]`, the earliest first. */
  readonly orderStarts: Uint32Array;
  /** When each order was, in any unit that ascends with time: order numbers, milliseconds. */
  readonly times: Float64Array;
  /** Order o has the lines `lineStarts[o]` up to, without, `lineStarts[o + 1]`. */
  readonly lineStarts: Uint32Array;
  /** Item numbers, ascending within an order, none twice. */
  readonly lines: Uint32Array;
}

/** Columns of order lines, all of one length. */
export interface LineColumns {
  readonly customers: Ids;
  readonly orders: Ids;
  /** When the line's order was: any number that ascends with time. Lines of one order may differ: the least counts. */
  readonly times: ArrayLike<number>;
  readonly items: ArrayLike<string | null>;
}

/**
 * Purchases from columns of order lines, in any order: an item twice in an order counts once; a customer's orders of one
 * time stand by their ids. An order is one customer's: the same order id of two customers is two orders.
 * O(lines × log lines).
 *
 * @throws RangeError when columns differ in length, or a cell is missing (names column and row, counted from 1)
 * @example purchasesOf({ customers: ["a", "a"], orders: [1, 2], times: [0, 9], items: ["tea", "milk"] })
 */
export function purchasesOf({ customers, orders, times, items }: LineColumns): Purchases {
  const length = items.length;
  for (const [name, column] of Object.entries({ customers, orders, times })) {
    if (column.length !== length) {
      throw new RangeError(
        `There are ${column.length} ${name} and ${length} items: give columns of one length.`,
      );
    }
  }
  const customer = numbered("customer", customers);
  const item = numbered("item", items);
  const order = numbered("order", orders);
  const earliest = earliestTimes(customer.ids, order, times);

  const places = Uint32Array.from({ length }, (_, i) => i).sort(
    (a, b) =>
      customer.ids[a]! - customer.ids[b]! ||
      earliest[a]! - earliest[b]! ||
      order.ids[a]! - order.ids[b]! ||
      item.ids[a]! - item.ids[b]!,
  );
  const orderStarts = new Uint32Array(customer.values.length + 1);
  const lineStarts: number[] = [];
  const orderTimes: number[] = [];
  const lines = new Uint32Array(length);
  let kept = 0;
  let before = -1;
  for (const place of places) {
    const sameOrder =
      before >= 0 && customer.ids[before] === customer.ids[place] && order.ids[before] === order.ids[place];
    if (!sameOrder) {
      lineStarts.push(kept);
      orderTimes.push(earliest[place]!);
      orderStarts[customer.ids[place]! + 1]!++;
    }
    if (!sameOrder || lines[kept - 1] !== item.ids[place]) lines[kept++] = item.ids[place]!;
    before = place;
  }
  for (let c = 0; c < customer.values.length; c++) orderStarts[c + 1]! += orderStarts[c] as number;
  lineStarts.push(kept);
  return {
    customers: customer.values,
    items: item.values.map(String),
    orderStarts,
    times: Float64Array.from(orderTimes),
    lineStarts: Uint32Array.from(lineStarts),
    lines: lines.slice(0, kept),
  };
}

interface Numbered {
  readonly values: readonly (number | string)[];
  readonly ids: Uint32Array;
}

/** The different values of a column, ascending, and which of them each row has. */
function numbered(name: string, column: Ids): Numbered {
  const seen = new Map<number | string, number>();
  const first = new Uint32Array(column.length);
  for (let i = 0; i < column.length; i++) {
    const value = column[i];
    if (value === null || value === undefined || Number.isNaN(value)) {
      throw new RangeError(`Row ${i + 1} has no ${name}: leave such rows out, or name them, first.`);
    }
    const id = seen.get(value) ?? seen.size;
    if (id === seen.size) seen.set(value, id);
    first[i] = id;
  }
  const values = [...seen.keys()];
  const order = values
    .map((_, id) => id)
    .sort((a, b) => ((values[a] as number) < (values[b] as number) ? -1 : 1));
  const place = new Uint32Array(values.length);
  order.forEach((id, at) => {
    place[id] = at;
  });
  return { values: order.map((id) => values[id]!), ids: first.map((id) => place[id]!) };
}

/** For each line, the least time among the lines of its order. */
function earliestTimes(customers: Uint32Array, orders: Numbered, times: ArrayLike<number>): Float64Array {
  const width = orders.values.length;
  const least = new Map<number, number>();
  for (let i = 0; i < customers.length; i++) {
    const time = times[i]!;
    if (!Number.isFinite(time)) {
      throw new RangeError(`Row ${i + 1} has the time ${time}: times are finite numbers.`);
    }
    const key = customers[i]! * width + orders.ids[i]!;
    const known = least.get(key);
    if (known === undefined || time < known) least.set(key, time);
  }
  return Float64Array.from(customers, (customer, i) => least.get(customer * width + orders.ids[i]!)!);
}
