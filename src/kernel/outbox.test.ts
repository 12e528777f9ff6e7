import assert from "node:assert/strict";
import { test } from "node:test";
import { Outbox } from "./outbox";

/** A socket as zeromq's: it refuses a send while another is unfinished. */
function busySocket() {
  const sent: string[] = [];
  let busy = false;
  return {
    sent,
    async send(frames: (string | Buffer)[]) {
      if (busy) throw new Error("Socket is busy writing");
      busy = true;
      await new Promise((resolve) => setImmediate(resolve));
      busy = false;
      const text = frames.join("");
      if (text === "bad") throw new Error("refused");
      sent.push(text);
    },
  };
}

test("messages sent at once leave one at a time and in order, where the bare socket refuses them", async () => {
  const bare = busySocket();
  const first = bare.send(["0"]);
  await assert.rejects(bare.send(["1"]), /busy/);
  await first;
  const socket = busySocket();
  const outbox = new Outbox(socket, (error) => assert.fail(String(error)));
  for (let i = 0; i < 100; i++) void outbox.send([String(i)]);
  await outbox.drained();
  assert.deepEqual(
    socket.sent,
    Array.from({ length: 100 }, (_, i) => String(i)),
  );
});

test("a message that fails is reported and does not hold up those behind it", async () => {
  const socket = busySocket();
  const failed: unknown[] = [];
  const outbox = new Outbox(socket, (error) => failed.push(error));
  await Promise.all([outbox.send(["a"]), outbox.send(["bad"]), outbox.send(["b"])]);
  assert.deepEqual(socket.sent, ["a", "b"]);
  assert.match(String(failed), /refused/);
});
