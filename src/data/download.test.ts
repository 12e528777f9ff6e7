import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { download } from "./download";
import { withFolder } from "./testing";

const CONTENT = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * 7919) % 251));
const WANTED = { bytes: CONTENT.length, sha256: createHash("sha256").update(CONTENT).digest("hex") };
const CUT = 100_000;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Runs `use` with an empty folder and a server of that behaviour; gives the Range headers it was asked for. */
async function withServer(
  answer: Answer,
  use: (url: string, to: string) => Promise<void>,
): Promise<string[]> {
  const ranges: string[] = [];
  const server = createServer((request, response) => {
    ranges.push(request.headers.range ?? "");
    answer(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/data.csv`;
    await withFolder((folder) => use(url, join(folder, "data.csv")));
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
  return ranges;
}

/** A server with ranges; `cut` ends the first connection early; the tag says which version it serves. */
function ranged(content: Buffer, options: { cut?: number; tags?: string[] } = {}): Answer {
  let calls = 0;
  return (request, response) => {
    const tag = options.tags?.[calls] ?? '"v1"';
    const cut = calls++ === 0 ? options.cut : undefined;
    const start = Number(/bytes=(\d+)-/.exec(request.headers.range ?? "")?.[1] ?? 0);
    const fresh = request.headers["if-range"] === tag;
    const from = start > 0 && fresh ? start : 0;
    const body = content.subarray(from);
    response.writeHead(from > 0 ? 206 : 200, {
      ETag: tag,
      "Content-Length": body.length,
      ...(from > 0 ? { "Content-Range": `bytes ${from}-${content.length - 1}/${content.length}` } : {}),
    });
    if (cut === undefined) response.end(body);
    else response.write(body.subarray(0, cut), () => setTimeout(() => response.destroy(), 30));
  };
}

async function inPlace(to: string): Promise<void> {
  assert.ok((await readFile(to)).equals(CONTENT));
  assert.deepEqual(await readdir(join(to, "..")), ["data.csv"], "nothing else is left");
}

test("a file is downloaded whole, and its progress told", async () => {
  await withServer(ranged(CONTENT), async (url, to) => {
    const seen: number[] = [];
    assert.equal(await download({ ...WANTED, url, to, onProgress: (bytes) => seen.push(bytes) }), 0);
    await inPlace(to);
    assert.equal(seen.at(-1), CONTENT.length);
  });
});

test("after a cut connection the next try goes on where it stopped", async () => {
  const ranges = await withServer(ranged(CONTENT, { cut: CUT }), async (url, to) => {
    await assert.rejects(
      download({ ...WANTED, url, to }),
      /broke off after \d+ of 300000 bytes .* run the command again/,
    );
    assert.ok(!existsSync(to), "no half file in place");
    assert.equal(await download({ ...WANTED, url, to }), CUT);
    await inPlace(to);
  });
  assert.deepEqual(ranges, ["", `bytes=${CUT}-`]);
});

test("when the server's file has changed meanwhile, the next try starts clean", async () => {
  const ranges = await withServer(ranged(CONTENT, { cut: CUT, tags: ['"v1"', '"v2"'] }), async (url, to) => {
    await assert.rejects(download({ ...WANTED, url, to }), /broke off/);
    assert.equal(await download({ ...WANTED, url, to }), 0);
    await inPlace(to);
  });
  assert.deepEqual(ranges, ["", `bytes=${CUT}-`]);
});

test("a server without ranges or versions is asked for the whole again", async () => {
  let calls = 0;
  const plain: Answer = (_request, response) => {
    response.writeHead(200, { "Content-Length": CONTENT.length });
    if (calls++ > 0) response.end(CONTENT);
    else response.write(CONTENT.subarray(0, CUT), () => setTimeout(() => response.destroy(), 30));
  };
  const ranges = await withServer(plain, async (url, to) => {
    await assert.rejects(download({ ...WANTED, url, to }), /broke off/);
    assert.equal(await download({ ...WANTED, url, to }), 0);
    await inPlace(to);
  });
  assert.deepEqual(ranges, ["", ""]);
});

test("a server that cannot satisfy the range is asked for the whole", async () => {
  const answer = ranged(CONTENT, { cut: CUT });
  const refusing: Answer = (request, response) => {
    if (request.headers.range === undefined) answer(request, response);
    else response.writeHead(416).end();
  };
  const ranges = await withServer(refusing, async (url, to) => {
    await assert.rejects(download({ ...WANTED, url, to }), /broke off/);
    await download({ ...WANTED, url, to });
    await inPlace(to);
  });
  assert.deepEqual(ranges, ["", `bytes=${CUT}-`, ""]);
});

test("another file than the pinned one is refused and leaves nothing", async () => {
  const other = Buffer.from(CONTENT);
  other[5]! ^= 1;
  await withServer(ranged(other), async (url, to) => {
    await assert.rejects(
      download({ ...WANTED, url, to }),
      /another file \(SHA-256 [0-9a-f]{64}, 300000 bytes; the right/,
    );
    assert.deepEqual(await readdir(join(to, "..")), []);
  });
});

test("a stream that goes on beyond the file's size is stopped", async () => {
  const endless: Answer = (_request, response) => {
    const more = () => {
      if (!response.destroyed) response.write(CONTENT, () => setImmediate(more));
    };
    more();
  };
  await withServer(endless, async (url, to) => {
    await assert.rejects(download({ ...WANTED, url, to }), /more than the 300000 bytes/);
    assert.deepEqual(await readdir(join(to, "..")), []);
  });
});

test("a page in place of the file is told as such, not as a broken connection", async () => {
  const page: Answer = (_request, response) => response.end("<html>Sign in</html>");
  await withServer(page, async (url, to) => {
    await assert.rejects(
      download({ ...WANTED, url, to }),
      /serves 20 bytes in place of 300000, so this is another file; does the address want a login/,
    );
    assert.deepEqual(await readdir(join(to, "..")), []);
  });
});

test("two downloads to one place at once: the second is refused, the first ends well", async () => {
  await withServer(ranged(CONTENT), async (url, to) => {
    const [first, second] = await Promise.allSettled([
      download({ ...WANTED, url, to }),
      download({ ...WANTED, url, to }),
    ]);
    const refused = first.status === "rejected" ? first : second;
    assert.deepEqual([first.status, second.status].sort(), ["fulfilled", "rejected"]);
    assert.match(
      String((refused as PromiseRejectedResult).reason),
      /downloads this file already; if not, delete .*\.lock/,
    );
    await inPlace(to);
  });
});

test("a server that says 404 is named with its answer", async () => {
  await withServer(
    (_request, response) => response.writeHead(404).end("no"),
    async (url, to) => {
      await assert.rejects(
        download({ ...WANTED, url, to }),
        new RegExp(`${url}: the server answered 404 Not Found`),
      );
      assert.deepEqual(await readdir(join(to, "..")), []);
    },
  );
});

test("a redirect is followed", async () => {
  const answer = ranged(CONTENT);
  const redirecting: Answer = (request, response) => {
    if (request.url === "/moved") answer(request, response);
    else response.writeHead(302, { Location: "/moved" }).end();
  };
  await withServer(redirecting, async (url, to) => {
    await download({ ...WANTED, url, to });
    await inPlace(to);
  });
});

test("a server that falls silent is given up", async () => {
  const silent: Answer = (_request, response) => {
    response.writeHead(200, { "Content-Length": CONTENT.length });
    response.write(CONTENT.subarray(0, 10));
  };
  await withServer(silent, async (url, to) => {
    await assert.rejects(download({ ...WANTED, url, to, patience: 100 }), /nothing came for too long/);
  });
});

test("no server and no http address are told apart", async () => {
  await withFolder(async (folder) => {
    const to = join(folder, "data.csv");
    await assert.rejects(download({ ...WANTED, url: "http://127.0.0.1:9/x", to }), /cannot be reached/);
    await assert.rejects(download({ ...WANTED, url: "file:///etc/hosts", to }), /must start with http/);
  });
});

test("a left-over part without a version is not trusted", async () => {
  const ranges = await withServer(ranged(CONTENT), async (url, to) => {
    await writeFile(`${to}.part`, "left over");
    await download({ ...WANTED, url, to });
    await inPlace(to);
  });
  assert.deepEqual(ranges, [""]);
});
