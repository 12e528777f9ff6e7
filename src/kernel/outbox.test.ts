import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Outbox } from "./outbox";

/** A socket as zeromq's: each `every`th send is unfinished when it returns, and others are refused meanwhile. */
function busySocket(every: number) {
  const sent: string[] = [];
  let count = 0;
  let busy = false;
  return {
    sent,
    async send(frames: (string | Buffer)[]) {
      if (busy) throw Object.assign(new Error("Socket is busy writing"), { code: "EBUSY" });
      const text = frames.join("");
      if (text === "bad") throw new Error("refused");
      if (++count % every === 0) {
        busy = true;
        await new Promise((resolve) => setImmediate(resolve));
        busy = false;
      }
      sent.push(text);
    },
  };
}

test("messages leave at once while the socket takes them, and those it refuses later, all in order", async () => {
  const bare = busySocket(1);
  const first = bare.send(["0"]);
  await assert.rejects(bare.send(["1"]), /busy/);
  await first;
  const socket = busySocket(10);
  const outbox = new Outbox(socket, (error) => assert.fail(String(error)));
  const all = Array.from({ length: 100 }, (_, i) => String(i));
  for (const text of all) outbox.send([text]);
  assert.deepEqual(socket.sent, all.slice(0, 9), "what was sent before anything was awaited");
  await outbox.drained();
  assert.deepEqual(socket.sent, all);
});

test("the order is kept whatever else goes on between the messages", async () => {
  const pauses = fc.array(fc.constantFrom("none", "microtask", "turn"), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(pauses, fc.integer({ min: 1, max: 5 }), async (before, every) => {
      const socket = busySocket(every);
      const outbox = new Outbox(socket, (error) => assert.fail(String(error)));
      for (const [i, pause] of before.entries()) {
        if (pause === "microtask") await null;
        if (pause === "turn") await new Promise((resolve) => setImmediate(resolve));
        outbox.send([String(i)]);
      }
      await outbox.drained();
      assert.deepEqual(
        socket.sent,
        before.map((_, i) => String(i)),
      );
    }),
  );
});

test("a message that fails is reported and does not hold up those behind it", async () => {
  const socket = busySocket(1);
  const failed: unknown[] = [];
  const outbox = new Outbox(socket, (error) => failed.push(error));
  for (const text of ["a", "bad", "b"]) outbox.send([text]);
  await outbox.drained();
  assert.deepEqual(socket.sent, ["a", "b"]);
  assert.match(String(failed), /refused/);
});
