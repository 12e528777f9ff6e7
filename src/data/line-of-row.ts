import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/**
 * The physical line (from 1) of a data row of a checked CSV file, whose rows are lines: the header is line 1, and empty
 * lines are no rows. O(bytes) up to the row: it is asked for only when a row is at fault.
 * @param row the row's number, from 0
 * @throws RangeError when the file has fewer rows; Error as `node:fs` does when it cannot be read.
 * @example await lineOfRow("orders.csv", 0) // 2
 */
export async function lineOfRow(path: string, row: number): Promise<number> {
  const input = createReadStream(path);
  let [line, rows] = [0, -1];
  try {
    for await (const text of createInterface({ input, crlfDelay: Infinity })) {
      line++;
      if (text !== "" && rows++ === row) return line;
    }
  } finally {
    input.destroy();
  }
  throw new RangeError(`${path} has ${Math.max(0, rows)} rows: there is no row ${row + 1}`);
}
