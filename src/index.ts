/** Everything a notebook imports; each room lists its own. */

export * from "./baskets";
export * from "./charts";
export * from "./clusters";
export * from "./data";
export * from "./models";
export * from "./notebook";
export * from "./recommend";
export * from "./segments";
export * from "./stats";
export * from "./theme";
