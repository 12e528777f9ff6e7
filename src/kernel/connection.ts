import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a Jupyter connection file says: five ports and the key that signs messages. */
export interface Connection {
  transport: "tcp";
  ip: string;
  shell_port: number;
  iopub_port: number;
  stdin_port: number;
  control_port: number;
  hb_port: number;
  key: string;
  signature_scheme: "hmac-sha256";
}

/** A connection written to a file of its own; `remove` takes the file and its folder away. */
export interface ConnectionFile {
  readonly connection: Connection;
  readonly path: string;
  remove(): void;
}

function listen(): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ host: "127.0.0.1", port: 0, exclusive: true }, () => resolve(server));
  });
}

function portOf(server: Server | undefined): number {
  const address = server?.address();
  if (!address || typeof address === "string") throw new Error("No free TCP port could be had on 127.0.0.1.");
  return address.port;
}

/**
 * Picks five unused local ports and a random key, and writes them to a file only its owner can read.
 *
 * The ports are held together while they are picked, so they differ; between here and the kernel's bind
 * another process can still take one, which is why the caller tries again when a kernel dies at its start.
 *
 * @throws Error if no port is free or the temporary folder cannot be written.
 * @example const file = await newConnectionFile();
 */
export async function newConnectionFile(): Promise<ConnectionFile> {
  const servers = await Promise.all(Array.from({ length: 5 }, listen));
  const ports = servers.map(portOf);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  const [shell_port = 0, iopub_port = 0, stdin_port = 0, control_port = 0, hb_port = 0] = ports;
  const connection: Connection = {
    transport: "tcp",
    ip: "127.0.0.1",
    shell_port,
    iopub_port,
    stdin_port,
    control_port,
    hb_port,
    key: randomBytes(24).toString("hex"),
    signature_scheme: "hmac-sha256",
  };
  const folder = mkdtempSync(join(tmpdir(), "segmentbook-kernel-"));
  const path = join(folder, "connection.json");
  writeFileSync(path, JSON.stringify(connection), { mode: 0o600 });
  return { connection, path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
