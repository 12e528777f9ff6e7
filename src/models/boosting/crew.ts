/** Places in the crew's shared numbers. */
const ARRIVED = 0;
const ROUND = 1;

/** How often a thread looks whether the others have arrived before it goes to sleep: some microseconds. */
const LOOKS = 2000;

/** How many shared numbers a crew needs. */
export const CREW_NUMBERS = 2;

/**
 * Threads that run the same program over shared memory, each on its share of the rows, and wait for one another where
 * one needs what another has done.
 */
export class Crew {
  /**
   * @param shared {@link CREW_NUMBERS} numbers that all see, zero at first
   * @param threads how many there are
   * @param me this thread's number, from 0
   */
  constructor(
    private readonly shared: Int32Array,
    readonly threads: number,
    readonly me: number,
  ) {}

  /** Waits until every thread has come here; what each wrote before, all see after. */
  meet(): void {
    const shared = this.shared;
    if (this.threads === 1) return;
    const round = Atomics.load(shared, ROUND);
    if (Atomics.add(shared, ARRIVED, 1) === this.threads - 1) {
      Atomics.store(shared, ARRIVED, 0);
      Atomics.add(shared, ROUND, 1);
      Atomics.notify(shared, ROUND);
      return;
    }
    for (let look = 0; look < LOOKS; look++) if (Atomics.load(shared, ROUND) !== round) return;
    while (Atomics.load(shared, ROUND) === round) Atomics.wait(shared, ROUND, round);
  }

  /**
   * This thread's share of the whole numbers from `from` to before `to`: the shares follow each other and differ by
   * one at most.
   * @example new Crew(shared, 2, 1).shareOf(0, 5) // [2, 5]
   */
  shareOf(from: number, to: number): [from: number, to: number] {
    const { threads, me } = this;
    const length = to - from;
    return [from + Math.floor((length * me) / threads), from + Math.floor((length * (me + 1)) / threads)];
  }
}
