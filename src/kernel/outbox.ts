type Frames = (string | Buffer)[];

/** What an outbox needs of a socket: a send that is refused with EBUSY before the one before it has settled. */
export interface Sender {
  send(frames: Frames): Promise<void>;
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "EBUSY";

/**
 * Sends messages through a zeromq socket in the order given, at once where the socket takes them: then they
 * leave while a cell computes, too.
 *
 * zeromq.js refuses a send while another is unfinished ("Socket is busy writing"), and about each 512th is
 * unfinished when it returns; whoever does not see to that loses messages. Refused ones are sent again, one
 * after the other.
 */
export class Outbox {
  private count = 0;
  private unsettled = 0;
  private readonly refused: { number: number; frames: Frames }[] = [];
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly socket: Sender,
    private readonly onError: (error: unknown) => void = () => {},
  ) {}

  /**
   * Sends a message, or keeps it until it can be sent; `onError` hears of one that cannot.
   *
   * @example outbox.send(encode(message, key));
   */
  send(frames: Frames): void {
    const number = this.count++;
    if (this.refused.length > 0) this.keep(number, frames);
    else void this.attempt(number, frames);
  }

  private async attempt(number: number, frames: Frames): Promise<void> {
    this.unsettled++;
    try {
      await this.socket.send(frames);
    } catch (error) {
      if (isBusy(error)) this.keep(number, frames);
      else this.onError(error);
    }
    this.unsettled--;
    if (this.unsettled === 0) this.next();
  }

  /** Keeps a message in its place; refusals come in while later messages are kept already. */
  private keep(number: number, frames: Frames): void {
    const before = this.refused.findLastIndex((one) => one.number < number);
    this.refused.splice(before + 1, 0, { number, frames });
  }

  private next(): void {
    const first = this.refused.shift();
    if (first) void this.attempt(first.number, first.frames);
    else for (const settle of this.waiting.splice(0)) settle();
  }

  /** Settles when everything given so far was handed to the socket. */
  drained(): Promise<void> {
    if (this.unsettled === 0 && this.refused.length === 0) return Promise.resolve();
    return new Promise((settle) => this.waiting.push(settle));
  }
}
