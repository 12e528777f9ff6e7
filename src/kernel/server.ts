import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Publisher, Reply, Router } from "zeromq";
import { answer } from "./answers";
import type { Compiler } from "./compiler";
import type { Connection } from "./connection";
import { Outbox } from "./outbox";
import { CellOutput } from "./output";
import type { Session } from "./session";
import { decode, encode, newHeader, type WireMessage } from "./wire";

type Content = Record<string, unknown>;

/** How long requests that were sent before a cell failed may take to arrive, to be given up with it. */
const ARRIVAL_MS = 50;

/** The kernel's end of the Jupyter protocol: one request of the shell at a time, in order. */
export class Server {
  private readonly session = randomUUID();
  private readonly shell = new Router({ linger: 1000 });
  private readonly control = new Router({ linger: 1000 });
  private readonly stdin = new Router({ linger: 0 });
  private readonly heartbeat = new Reply({ linger: 0 });
  // Without a limit, since a publisher at its limit throws messages away.
  private readonly iopub = new Publisher({ linger: 1000, sendHighWaterMark: 0 });
  private readonly boxes = {
    shell: new Outbox(this.shell),
    control: new Outbox(this.control),
    iopub: new Outbox(this.iopub),
  };
  private readonly waiting: WireMessage[] = [];
  private busy = false;
  private count = 0;

  constructor(
    private readonly connection: Connection,
    private readonly compiler: Compiler,
    private readonly cells: Session,
  ) {}

  /** Binds the sockets and serves until `shutdown_request`; rejects if a port is taken. */
  async serve(): Promise<void> {
    const { transport, ip, ...rest } = this.connection;
    const at = (port: number) => `${transport}://${ip}:${port}`;
    await this.iopub.bind(at(rest.iopub_port));
    await this.stdin.bind(at(rest.stdin_port));
    await this.heartbeat.bind(at(rest.hb_port));
    await this.control.bind(at(rest.control_port));
    await this.shell.bind(at(rest.shell_port));
    void this.echo();
    const shell = this.receive(this.shell, (message) => {
      this.waiting.push(message);
      void this.work();
    });
    await Promise.race([shell, this.receive(this.control, (message) => this.onControl(message))]);
  }

  private async echo(): Promise<void> {
    for await (const frames of this.heartbeat) await this.heartbeat.send(frames);
  }

  private async receive(socket: Router, take: (message: WireMessage) => unknown): Promise<void> {
    for await (const frames of socket) {
      let message: WireMessage;
      try {
        message = decode(frames, this.connection.key);
      } catch {
        continue; // not signed with our key
      }
      await take(message);
    }
  }

  private publish(parent: WireMessage, type: string, content: Content): void {
    const message = this.answerTo(parent, type, content);
    void this.boxes.iopub.send(encode({ ...message, identities: [Buffer.from(type)] }, this.connection.key));
  }

  private answerTo(parent: WireMessage, type: string, content: Content): WireMessage {
    const { identities, header } = parent;
    return { identities, header: newHeader(type, this.session), parent: header, metadata: {}, content };
  }

  private async attend(parent: WireMessage, run: () => Promise<void> | void): Promise<void> {
    this.publish(parent, "status", { execution_state: "busy" });
    try {
      await run();
    } finally {
      this.publish(parent, "status", { execution_state: "idle" });
    }
  }

  private reply(parent: WireMessage, box: "shell" | "control", content: Content): void {
    const type = parent.header.msg_type.replace(/_request$/, "_reply");
    void this.boxes[box].send(encode(this.answerTo(parent, type, content), this.connection.key));
  }

  private async work(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    for (let message = this.waiting.shift(); message; message = this.waiting.shift()) {
      const one = message;
      await this.attend(one, () =>
        one.header.msg_type === "execute_request" ? this.execute(one) : this.answer(one, "shell"),
      );
    }
    this.busy = false;
  }

  private answer(message: WireMessage, box: "shell" | "control"): void {
    let content: Content | undefined;
    try {
      content = answer(this.compiler, this.cells, message);
    } catch (error) {
      // Completion in the middle of half-written code can make the compiler throw.
      content = { status: "error", ename: "Error", evalue: String(error), traceback: [] };
    }
    if (content) this.reply(message, box, content);
  }

  private async execute(message: WireMessage): Promise<void> {
    const { code = "", silent = false, store_history = true, stop_on_error = true } = message.content;
    const source = String(code);
    if (!silent && store_history) this.count++;
    const counted = { execution_count: this.count };
    if (!silent) this.publish(message, "execute_input", { code: source, ...counted });
    const output = new CellOutput((type, content) => this.publish(message, type, content));
    const outcome = await this.cells.execute(source, this.count, output);
    output.flush();
    if ("failure" in outcome) {
      this.publish(message, "error", { ...outcome.failure });
      if (stop_on_error) await this.giveUpWaiting();
      this.reply(message, "shell", { status: "error", ...counted, ...outcome.failure });
      return;
    }
    if (outcome.shown !== undefined && !silent) {
      const data = { "text/plain": outcome.shown };
      this.publish(message, "execute_result", { data, metadata: {}, ...counted });
    }
    this.reply(message, "shell", { status: "ok", ...counted, payload: [], user_expressions: {} });
  }

  /** Gives up the cells that were sent along with one that failed, before its reply lets others be sent. */
  private async giveUpWaiting(): Promise<void> {
    await sleep(ARRIVAL_MS);
    for (const message of this.waiting.splice(0)) {
      await this.attend(message, () => {
        if (message.header.msg_type !== "execute_request") this.answer(message, "shell");
        else this.reply(message, "shell", { status: "aborted", execution_count: this.count });
      });
    }
  }

  private async onControl(message: WireMessage): Promise<void> {
    const { msg_type: type } = message.header;
    await this.attend(message, () => {
      if (type === "interrupt_request") this.cells.interrupt();
      if (type === "interrupt_request") this.reply(message, "control", { status: "ok" });
      else if (type !== "shutdown_request") this.answer(message, "control");
      else this.reply(message, "control", { status: "ok", restart: message.content.restart === true });
    });
    if (type === "shutdown_request") await this.close();
  }

  /** Sends what is queued and closes the sockets, which ends `serve`. */
  private async close(): Promise<void> {
    await Promise.all(Object.values(this.boxes).map((box) => box.drained()));
    for (const socket of [this.shell, this.control, this.iopub, this.stdin, this.heartbeat]) socket.close();
  }
}
