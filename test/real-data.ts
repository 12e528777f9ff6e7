import { statSync } from "node:fs";
import { join } from "node:path";
import { dataDir } from "../src/data/places";

/** What `test(name, options, …)` takes to skip: false, or the reason shown beside the test's name. */
export interface Skip {
  readonly skip: false | string;
}

/**
 * Runs a test only where the real files of a data set are, and says so where they are not.
 *
 * @param file path below the data folder, such as `online-retail/data.csv`
 * @param bytes size of the file that the test's figures are of, where other real files are about, such as a subset and
 * the whole; any when left out
 * @example test("customers of the real file", withReal("online-retail/data.csv"), async () => { … });
 */
export function withReal(file: string, bytes?: number): Skip {
  const size = statSync(join(dataDir(), file), { throwIfNoEntry: false })?.size;
  if (size === undefined) return { skip: `real data ${file} is not there (set SEGMENTBOOK_DATA)` };
  if (bytes === undefined || size === bytes) return { skip: false };
  return { skip: `real data ${file} has ${size} bytes, the figures are of a file of ${bytes}` };
}
