/** What is being answered at the moment. */
export interface InFlight {
  /** Whether nothing new is accepted. */
  readonly isClosing: boolean;
  /** Whether so much is in progress that nothing more can be accepted for now. */
  readonly isFull: boolean;
  run<T>(task: () => Promise<T>): Promise<T>;
  /** From now on it is closing; resolves when everything is done, refusals of the meantime included, or after `timeoutMs`. */
  close(timeoutMs: number): Promise<void>;
}

/** Discord may respond slowly, and what waits for it must not grow without bound. */
const mostInFlight = 1000;

export function createInFlight(): InFlight {
  const running = new Set<Promise<unknown>>();
  let isClosing = false;
  return {
    get isClosing() {
      return isClosing;
    },
    get isFull() {
      return running.size >= mostInFlight;
    },
    async run(task) {
      const promise = task();
      running.add(promise);
      try {
        return await promise;
      } finally {
        running.delete(promise);
      }
    },
    async close(timeoutMs) {
      isClosing = true;
      let timer: NodeJS.Timeout | undefined;
      const timeout = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, timeoutMs);
      });
      // The second time it is what was refused in the meantime.
      const done = Promise.allSettled([...running]).then(() => Promise.allSettled([...running]));
      await Promise.race([done, timeout]);
      clearTimeout(timer);
    },
  };
}
