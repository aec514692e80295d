import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

export interface RequestLimit {
  /** @returns how many seconds to wait where this one is too many; undefined where it may go on */
  take(address: string): Promise<number | undefined>;
}

const windowSeconds = 60;

/** Limits the number of pages per minute for each address. */
export function createRequestLimit(perMinute: number): RequestLimit {
  const limiter = new RateLimiterMemory({ keyPrefix: "reader", points: perMinute, duration: windowSeconds });
  return {
    async take(address) {
      try {
        await limiter.consume(address);
        return undefined;
      } catch (rejected) {
        if (!(rejected instanceof RateLimiterRes)) throw rejected;
        return Math.max(1, Math.min(windowSeconds, Math.ceil(rejected.msBeforeNext / 1000)));
      }
    },
  };
}
