import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { cases } from "./testing-cases";

/** Holds drawings against their files; a changed or new one is written beside its file and named, to be looked at. */
function differing(drawings: ReadonlyMap<string, string>): string[] {
  return [...drawings].flatMap(([name, svg]) => {
    const [file, changed] = ["", "-changed"].map((end) => join(__dirname, "snapshots", `${name}${end}.svg`));
    const found = `${svg.replaceAll("><", ">\n<")}\n`;
    if (existsSync(file!) && readFileSync(file!, "utf8") === found) {
      rmSync(changed!, { force: true });
      return [];
    }
    writeFileSync(changed!, found);
    return [`look at snapshots/${name}-changed.svg; if it is right, rename it to ${name}.svg`];
  });
}

for (const draw of cases) {
  test(`${draw.name} looks as it did`, () => {
    const { wide, narrow } = draw();
    const drawings = new Map([[draw.name, wide]]);
    if (draw.name.endsWith("Usual")) drawings.set(`${draw.name}-narrow`, narrow);
    assert.deepEqual(differing(drawings), []);
  });
}
