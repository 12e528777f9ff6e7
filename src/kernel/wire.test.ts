import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { decode, encode, newHeader, type WireMessage } from "./wire";

const buffers = (frames: readonly (string | Buffer)[]): Buffer[] => frames.map((frame) => Buffer.from(frame));

function message(content: Record<string, unknown>, identities: Buffer[] = []): WireMessage {
  return { identities, header: newHeader("execute_request", "s"), parent: {}, metadata: {}, content };
}

test("a message comes back from its frames as it went in, whatever its content", () => {
  const identities = fc.array(
    fc.uint8Array({ minLength: 1, maxLength: 8 }).map((bytes) => Buffer.from(bytes)),
  );
  fc.assert(
    fc.property(identities, fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), (ids, content, key) => {
      const sent = message(content, ids);
      const got = decode(buffers(encode(sent, key)), key);
      assert.deepEqual(JSON.stringify(got), JSON.stringify(sent));
    }),
    { numRuns: 200 },
  );
});

const wellFormed = (text: string): string => Buffer.from(text).toString();

test("half a surrogate pair becomes U+FFFD, and what only looks like one stays", () => {
  const text = `${"😀".slice(0, 1)} ${"😀".slice(1)} 😀 \\ud83d \\\\ud83d \ud83d\\`;
  const got = decode(buffers(encode(message({ text }), "key")), "key");
  assert.equal(got.content.text, wellFormed(text));
  const parts = fc.array(fc.constantFrom("\\", "\ud83d", "\ude00", "ud83d", '"', "a"));
  fc.assert(
    fc.property(parts, (all) => {
      const one = all.join("");
      assert.equal(decode(buffers(encode(message({ one }), "")), "").content.one, wellFormed(one));
    }),
  );
});

test("the signature is the HMAC-SHA-256 of the four parts in order, in hexadecimal", () => {
  const frames = encode(message({ code: "1" }), "secret");
  assert.equal(String(frames[0]), "<IDS|MSG>");
  const hmac = createHmac("sha256", "secret").update(frames.slice(2).join("")).digest("hex");
  assert.equal(frames[1], hmac);
});

test("a message changed on its way, or signed with another key, is refused", () => {
  const frames = buffers(encode(message({ code: "1" }), "key"));
  assert.throws(() => decode(frames, "other"), /wrong signature/);
  for (let part = 1; part < frames.length; part++) {
    const changed = frames.map((frame, i) => (i === part ? Buffer.from(`${frame} `) : frame));
    assert.throws(() => decode(changed, "key"), /wrong signature/);
  }
});

test("frames without delimiter or with too few parts are refused", () => {
  assert.throws(() => decode([Buffer.from("x")], "key"), /of 1 frames lacks its delimiter/);
  const frames = buffers(encode(message({}), "key"));
  assert.throws(() => decode(frames.slice(0, 5), "key"), /lacks its delimiter or a part/);
});
