import { existsSync } from "node:fs";
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
 * @example test("customers of the real file", withReal("online-retail/data.csv"), async () => { … });
 */
export function withReal(file: string): Skip {
  return {
    skip: existsSync(join(dataDir(), file)) ? false : `real data ${file} is not there (set SEGMENTBOOK_DATA)`,
  };
}
