/** What is being answered at the moment. */
export interface InFlight {
  /** Whether nothing new is accepted. */
  readonly isClosing: boolean;
  /** Whether so much is in progress that nothing more can be accepted for now. */
  readonly isFull: boolean;
  run<T>(task: () => Promise<T>): Promise<T>;
  /** Accepts nothing more; resolves when everything is done, or after `timeoutMs`. */
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
      await Promise.race([Promise.allSettled([...running]), timeout]);
      clearTimeout(timer);
    },
  };
}
