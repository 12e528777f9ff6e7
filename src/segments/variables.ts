/** What a number about a customer means: without it a score could add days of absence to money spent. */
export interface VariableDefinition<Name extends string = string> {
  /** The name in code, such as `lastGap`. */
  readonly name: Name;
  /** The name in tables and charts, such as "Last gap". */
  readonly label: string;
  /** What is counted or measured, in a sentence without its full stop. */
  readonly definition: string;
  /** What one more means: "days", "orders", "order lines", "£" … */
  readonly unit: string;
  /** Which end is the good one: many orders are, many days since the last one are not. */
  readonly better: "more" | "fewer";
}

/** A variable with its value for each customer; NaN where it is not defined, such as a gap after a single order. */
export interface Variable<Name extends string = string> extends VariableDefinition<Name> {
  readonly values: Float64Array;
}

/** Customers described by variables that say what they are: RFM, LRFM, LRFMV, LRFMP or a list of one's own. */
export interface CustomerVariables<Name extends string = string> {
  /** Ids of the customers; entry i of each variable is of customer i. */
  readonly customer: readonly string[];
  readonly variables: readonly Variable<Name>[];
}

/**
 * Customers and their variables, checked. O(variables).
 *
 * @throws RangeError when there is no variable, a name comes twice, or a variable has not one value a customer
 * @example describedBy(["a", "b"], [{ ...definitions.frequency, values: Float64Array.of(3, 1) }])
 */
export function describedBy<Name extends string>(
  customer: readonly string[],
  variables: readonly Variable<Name>[],
): CustomerVariables<Name> {
  if (variables.length === 0) throw new RangeError("customers need at least one variable");
  const names = new Set<string>();
  for (const { name, values } of variables) {
    if (names.has(name)) throw new RangeError(`variable "${name}" comes twice: give one another name`);
    if (values.length !== customer.length) {
      throw new RangeError(`variable "${name}" has ${values.length} values for ${customer.length} customers`);
    }
    names.add(name);
  }
  return { customer, variables };
}

/**
 * One variable of the customers. O(variables).
 *
 * @throws RangeError when they have no such variable; the message lists those they have
 * @example variableOf(customers, "recency").unit // "days"
 */
export function variableOf<Name extends string>(
  customers: CustomerVariables<Name>,
  name: Name,
): Variable<Name> {
  const found = customers.variables.find((variable) => variable.name === name);
  if (!found) {
    const known = customers.variables.map((variable) => variable.name).join(", ");
    throw new RangeError(`there is no variable "${name}"; there are ${known}`);
  }
  return found;
}

/**
 * The values of one variable, one a customer. O(variables).
 *
 * @throws RangeError when they have no such variable
 * @example median(valuesOf(customers, "monetary"))
 */
export function valuesOf<Name extends string>(customers: CustomerVariables<Name>, name: Name): Float64Array {
  return variableOf(customers, name).values;
}

/**
 * The customers by some of their variables, in the order asked for. O(variables²).
 *
 * @throws RangeError when they have no such variable or one is asked for twice
 * @example matrixOf(pickVariables(customers, families.LRFM).variables.map(({ name, values }) => [name, values]))
 */
export function pickVariables<Name extends string, Picked extends Name>(
  customers: CustomerVariables<Name>,
  names: readonly Picked[],
): CustomerVariables<Picked> {
  return describedBy(
    customers.customer,
    names.map((name) => variableOf(customers, name) as Variable<Picked>),
  );
}

/** Customers with a value in every variable, and how many were left out for want of one. */
export interface CompleteCustomers<Name extends string> extends CustomerVariables<Name> {
  readonly leftOut: number;
}

/**
 * The customers for whom every variable is defined: periodicity, for one, needs three order days. O(customers × variables).
 *
 * @example completeOnly(lrfmp).leftOut // 1,841 customers have too few orders to have a rhythm
 */
export function completeOnly<Name extends string>(
  customers: CustomerVariables<Name>,
): CompleteCustomers<Name> {
  const kept = customers.customer.flatMap((_, i) =>
    customers.variables.every(({ values }) => !Number.isNaN(values[i])) ? [i] : [],
  );
  return { ...chosen(customers, kept), leftOut: customers.customer.length - kept.length };
}

/**
 * Some of the customers, in the order asked for. O(chosen × variables).
 *
 * @param indices places in `customers.customer`
 * @throws RangeError when an index is none of a customer
 * @example chosen(customers, [0, 2]).customer
 */
export function chosen<Name extends string>(
  customers: CustomerVariables<Name>,
  indices: readonly number[],
): CustomerVariables<Name> {
  const customer = indices.map((i) => {
    const id = customers.customer[i];
    if (id === undefined) throw new RangeError(`there is no customer ${i} of ${customers.customer.length}`);
    return id;
  });
  const variables = customers.variables.map((variable) => ({
    ...variable,
    values: Float64Array.from(indices, (i) => variable.values[i] as number),
  }));
  return { customer, variables };
}
