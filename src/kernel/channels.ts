import { randomUUID } from "node:crypto";
import { Dealer, Subscriber } from "zeromq";
import type { Connection } from "./connection";
import { Outbox } from "./outbox";
import { decode, encode, newHeader, type WireMessage } from "./wire";

/** A request under way: its reply, and the moment the kernel was idle again. */
export interface Request {
  readonly id: string;
  readonly reply: Promise<WireMessage>;
  readonly idle: Promise<void>;
}

interface Listener {
  reply(message: WireMessage): void;
  iopub(message: WireMessage): void;
}

/** The client's end of a kernel's sockets: sends requests and hands answers to those who asked. */
export class Channels {
  private readonly session = randomUUID();
  private readonly shell = new Dealer({ linger: 0 });
  private readonly control = new Dealer({ linger: 0 });
  private readonly iopub = new Subscriber({ linger: 0, receiveHighWaterMark: 0 });
  private readonly listeners = new Map<string, Listener>();
  private readonly shellBox = new Outbox(this.shell);
  private readonly controlBox = new Outbox(this.control);

  constructor(private readonly connection: Connection) {
    const at = (port: number) => `${connection.transport}://${connection.ip}:${port}`;
    this.shell.connect(at(connection.shell_port));
    this.control.connect(at(connection.control_port));
    this.iopub.connect(at(connection.iopub_port));
    this.iopub.subscribe();
    void this.listen(this.shell, (listener, message) => listener.reply(message));
    void this.listen(this.control, (listener, message) => listener.reply(message));
    void this.listen(this.iopub, (listener, message) => listener.iopub(message));
  }

  private async listen(
    socket: AsyncIterable<Buffer[]>,
    tell: (listener: Listener, message: WireMessage) => void,
  ): Promise<void> {
    try {
      for await (const frames of socket) {
        let message: WireMessage;
        try {
          message = decode(frames, this.connection.key);
        } catch {
          continue; // not signed with our key: not from our kernel
        }
        const listener = this.listeners.get(message.parent.msg_id ?? "");
        if (listener) tell(listener, message);
      }
    } catch {
      // the socket was closed while it waited
    }
  }

  /**
   * Sends a request. `onIopub` hears every broadcast that answers it, also after the request has ended,
   * for as long as the channels are open: a cell's timers may still print.
   *
   * @example const { reply, idle } = channels.request("shell", "kernel_info_request", {});
   */
  request(
    channel: "shell" | "control",
    type: string,
    content: Record<string, unknown>,
    onIopub: (message: WireMessage) => void = () => {},
    metadata: Record<string, unknown> = {},
  ): Request {
    const header = newHeader(type, this.session);
    let replied: (message: WireMessage) => void = () => {};
    let idled: () => void = () => {};
    const reply = new Promise<WireMessage>((resolve) => {
      replied = resolve;
    });
    const idle = new Promise<void>((resolve) => {
      idled = resolve;
    });
    this.listeners.set(header.msg_id, {
      reply: replied,
      iopub(message) {
        onIopub(message);
        if (message.header.msg_type === "status" && message.content.execution_state === "idle") idled();
      },
    });
    const frames = encode({ identities: [], header, parent: {}, metadata, content }, this.connection.key);
    void (channel === "shell" ? this.shellBox : this.controlBox).send(frames);
    return { id: header.msg_id, reply, idle };
  }

  /** Closes the sockets; requests under way stay unanswered. */
  close(): void {
    for (const socket of [this.shell, this.control, this.iopub]) socket.close();
  }
}
