import { after, before, test } from "node:test";
import { Bed } from "./demands/bed";
import { cells } from "./demands/cells";
import { errors } from "./demands/errors";
import { output } from "./demands/output";
import { types } from "./demands/types";

let bed: Bed;
before(async () => {
  bed = await Bed.open();
});
after(() => bed?.close());

// The many small cells go first: once packages are loaded, each cell takes three times as long.
for (const demand of [...output, ...cells, ...errors, ...types]) {
  test(demand.name, () => demand.check(bed));
}
