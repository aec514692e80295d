import { AppError } from "../errors.ts";
import type { Fundstelle } from "./service.ts";

/** How many answers are worked on at a time, and how many may wait. */
export interface QueueLimits {
  readonly atWork: number;
  readonly waiting: number;
}

/** A fair queue: people who ask a lot wait for their own questions and hold up nobody else. */
export interface Queue {
  /** How many wait. */
  readonly waiting: number;
  /** @throws AppError `busy`, at once, where as many wait as may */
  run<T>(person: string, task: () => Promise<T>): Promise<T>;
}

export function createQueue({ atWork, waiting: mostWaiting }: QueueLimits): Queue {
  // In the order of turns; a person who has had a turn goes to the end.
  const waitingOf = new Map<string, (() => void)[]>();
  let waiting = 0;
  let working = 0;

  const next = (): void => {
    const [first] = waitingOf;
    if (first === undefined) {
      working--;
      return;
    }
    const [person, starts] = first;
    const start = starts.shift();
    waitingOf.delete(person);
    if (starts.length > 0) waitingOf.set(person, starts);
    waiting--;
    start?.();
  };

  const turn = (person: string): Promise<void> => {
    if (working < atWork) {
      working++;
      return Promise.resolve();
    }
    if (waiting >= mostWaiting) throw new AppError("busy", "Too much is waiting to be answered.", "Ask again later.");
    waiting++;
    return new Promise((start) => {
      const starts = waitingOf.get(person);
      if (starts === undefined) waitingOf.set(person, [start]);
      else starts.push(start);
    });
  };

  return {
    get waiting() {
      return waiting;
    },
    async run(person, task) {
      await turn(person);
      try {
        return await task();
      } finally {
        next();
      }
    },
  };
}

/** Wraps a collection so that everything it does for a person waits for that person's turn. */
export function inTurn(fundstelle: Fundstelle, queue: Queue, person: string): Fundstelle {
  return {
    ...fundstelle,
    ask: (question, options) => queue.run(person, () => fundstelle.ask(question, options)),
    search: (terms, options) => queue.run(person, () => fundstelle.search(terms, options)),
    lookUp: (reference, options) => queue.run(person, () => fundstelle.lookUp(reference, options)),
    read: (key, options) => queue.run(person, () => fundstelle.read(key, options)),
    reference: (reference, options) => queue.run(person, () => fundstelle.reference(reference, options)),
    verify: (claims, options) => queue.run(person, () => fundstelle.verify(claims, options)),
  };
}
