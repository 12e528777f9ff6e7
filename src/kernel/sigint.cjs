"use strict";
// A thread that hears SIGINT while the cells' thread is busy; see interrupts.ts, which starts it.
const { parentPort, workerData } = require("node:worker_threads");
const { Script } = require("node:vm");

const { READY, GUARDED, PENDING, NEVER, shared } = workerData;
const state = new Int32Array(shared);
const guard = { breakOnSigint: true, displayErrors: false };
const wait = new Script("globalThis.wait()");
const listen = new Script("globalThis.listen()");

function tell() {
  Atomics.store(state, PENDING, 1);
  parentPort.postMessage("interrupt");
}

globalThis.wait = () => {
  Atomics.store(state, READY, 1);
  Atomics.notify(state, READY);
  Atomics.wait(state, NEVER, 0);
};

globalThis.listen = () => {
  for (;;) {
    try {
      wait.runInThisContext(guard);
    } catch {
      // The newest guard gets the signal. If a cell's run was newer a moment ago, it is its turn now.
      if (Atomics.load(state, GUARDED) === 1) process.kill(process.pid, "SIGINT");
      else tell();
    }
  }
};

// Two guards, one in the other: while the inner one is renewed, a signal must not end the process.
for (;;) {
  try {
    listen.runInThisContext(guard);
  } catch {
    tell();
  }
}
