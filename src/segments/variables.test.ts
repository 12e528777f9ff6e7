import assert from "node:assert/strict";
import { test } from "node:test";
import { definitions, families } from "./definitions";
import { chosen, completeOnly, describedBy, pickVariables, valuesOf, variableOf } from "./variables";

const customers = describedBy(
  ["a", "b", "c"],
  [
    { ...definitions.frequency, values: Float64Array.of(3, 1, 2) },
    { ...definitions.periodicity, values: Float64Array.of(4, Number.NaN, 9) },
  ],
);

test("a variable comes with its definition, unit and direction", () => {
  const { unit, better, values } = variableOf(customers, "periodicity");
  assert.deepEqual([unit, better, values[0]], ["days", "fewer", 4]);
  assert.deepEqual([...valuesOf(customers, "frequency")], [3, 1, 2]);
});

test("the two meanings of recency are two variables, and fewer days are better in both", () => {
  assert.notEqual(definitions.recency.definition, definitions.lastGap.definition);
  assert.deepEqual([definitions.recency.better, definitions.lastGap.better], ["fewer", "fewer"]);
  for (const [letters, names] of Object.entries(families)) assert.equal(names.length, letters.length);
  for (const [name, definition] of Object.entries(definitions)) assert.equal(definition.name, name);
});

test("customers without a value are left out and counted", () => {
  const complete = completeOnly(customers);
  assert.deepEqual([complete.customer, complete.leftOut], [["a", "c"], 1]);
  assert.deepEqual([...valuesOf(complete, "periodicity")], [4, 9]);
  assert.deepEqual(chosen(customers, [2, 0]).customer, ["c", "a"]);
  assert.throws(() => chosen(customers, [3]), /there is no customer 3 of 3/);
});

test("some of the variables are picked in the order asked for", () => {
  const picked = pickVariables(customers, ["periodicity"]);
  assert.deepEqual(picked.variables, [variableOf(customers, "periodicity")]);
  assert.deepEqual(
    pickVariables(customers, ["periodicity", "frequency"]).variables,
    customers.variables.toReversed(),
  );
  assert.throws(() => pickVariables(customers, ["frequency", "frequency"]), /"frequency" comes twice/);
});

test("unequal lengths, double names, no variables and unknown names are refused", () => {
  const frequency = { ...definitions.frequency, values: Float64Array.of(1) };
  assert.throws(() => describedBy(["a", "b"], [frequency]), /"frequency" has 1 values for 2 customers/);
  assert.throws(() => describedBy(["a"], [frequency, frequency]), /"frequency" comes twice/);
  assert.throws(() => describedBy(["a"], []), /at least one variable/);
  const any = describedBy<string>(["a"], [frequency]);
  assert.throws(() => variableOf(any, "spend"), /no variable "spend"; there are frequency/);
});
