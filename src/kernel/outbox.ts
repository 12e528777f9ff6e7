/** What an outbox needs of a socket: a send that must not be called again before it has settled. */
export interface Sender {
  send(frames: (string | Buffer)[]): Promise<void>;
}

/**
 * Sends frames through a zeromq socket one message at a time, in the order given.
 *
 * zeromq.js refuses a send while another is unfinished ("Socket is busy writing"), and a send becomes
 * unfinished as soon as the socket's queue is full; whoever does not wait loses messages.
 */
export class Outbox {
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly socket: Sender,
    private readonly onError: (error: unknown) => void = () => {},
  ) {}

  /**
   * Queues a message; settles when it was handed to the socket, also if that failed (`onError` hears of it).
   *
   * @example await outbox.send(encode(message, key));
   */
  send(frames: (string | Buffer)[]): Promise<void> {
    this.last = this.last.then(() => this.socket.send(frames)).catch(this.onError);
    return this.last;
  }

  /** Settles when everything queued so far was handed to the socket. */
  drained(): Promise<void> {
    return this.last;
  }
}
