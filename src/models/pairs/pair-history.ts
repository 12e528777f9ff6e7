/** What customers bought, order by order, in typed arrays. Customers and items are numbered from 0. */
export interface PairHistory {
  /** Id of each customer. */
  readonly customers: readonly (number | string)[];
  /** Label of each item. */
  readonly items: readonly string[];
  /** Customer c has the orders `orderStarts[c]` up to, without, `orderStarts[c + 1]`, the earliest first. */
  readonly orderStarts: Uint32Array;
  /** When each order was, in milliseconds of UTC. */
  readonly times: Float64Array;
  /** Order o has the lines `lineStarts[o]` up to, without, `lineStarts[o + 1]`. */
  readonly lineStarts: Uint32Array;
  /** Item numbers, none twice in an order. */
  readonly lines: Uint32Array;
}

/** Known orders, and of some customers one that is held out: what `splitPurchases` gives. */
export interface HeldOutOrders {
  /** All that may be learnt from. */
  readonly history: PairHistory;
  /** Numbers of the customers with an order held out, ascending. */
  readonly customers: Uint32Array;
  /** Customer `customers[i]` has the held-out items `starts[i]` up to, without, `starts[i + 1]`. */
  readonly starts: Uint32Array;
  readonly items: Uint32Array;
}
