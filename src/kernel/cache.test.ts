import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import fc from "fast-check";
import { digest, openCache } from "./cache";

const folder = mkdtempSync(join(tmpdir(), "cache "));
after(() => rmSync(folder, { recursive: true, force: true }));

test("what was put is got, by another kernel too, and leaves nothing else behind", () => {
  const here = join(folder, "new", "folder");
  openCache(here).put("key", "text");
  assert.equal(openCache(here).get("key"), "text");
  assert.equal(openCache(here).get("other"), undefined);
  assert.deepEqual(readdirSync(here), ["key"]);
});

test("a file that was cut off or belongs elsewhere counts as none", () => {
  const here = join(folder, "damaged");
  const cache = openCache(here);
  cache.put("key", "a text");
  copyFileSync(join(here, "key"), join(here, "other"));
  assert.equal(cache.get("other"), undefined);
  truncateSync(join(here, "key"), 66);
  assert.equal(cache.get("key"), undefined);
  truncateSync(join(here, "key"), 0);
  assert.equal(cache.get("key"), undefined);
});

test("a cache whose folder cannot be is an empty one", () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  const cache = openCache(join(file, "below"));
  cache.put("key", "text");
  assert.equal(cache.get("key"), undefined);
});

test("lists of texts that differ, if only in where one ends, have digests that differ", () => {
  assert.notEqual(digest("ab", "c"), digest("a", "bc"));
  fc.assert(
    fc.property(fc.array(fc.string()), fc.array(fc.string()), (a, b) => {
      assert.equal(digest(...a) === digest(...b), JSON.stringify(a) === JSON.stringify(b));
    }),
  );
});
