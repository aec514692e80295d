import { createHash } from "node:crypto";
import type { RateLimit } from "../options.ts";

interface Window {
  used: number;
  endsAt: number;
}

export interface Verdict {
  readonly headers: Record<string, string>;
  /** Seconds to wait, when the request came too early. */
  readonly retryAfter: number | undefined;
  readonly global: boolean;
}

/** Counts requests in fixed windows, a bucket for each route and its major parameter, and one over all. */
export class RateLimits {
  readonly #now: () => number;
  readonly #global: RateLimit | undefined;
  readonly #windows = new Map<string, Window>();

  constructor(now: () => number, global: RateLimit | undefined) {
    this.#now = now;
    this.#global = global;
  }

  take(route: string, major: string, limit: RateLimit, countsGlobally: boolean): Verdict {
    if (this.#global && countsGlobally) {
      const all = this.#window("global", this.#global);
      if (all.used >= this.#global.limit) {
        const seconds = this.#secondsLeft(all);
        const headers = {
          "X-RateLimit-Global": "true",
          "X-RateLimit-Scope": "global",
          "Retry-After": String(Math.ceil(seconds)),
        };
        return { headers, retryAfter: seconds, global: true };
      }
      all.used++;
    }
    const window = this.#window(`${route} ${major}`, limit);
    const late = window.used >= limit.limit;
    if (!late) window.used++;
    const seconds = this.#secondsLeft(window);
    const headers = {
      "X-RateLimit-Limit": String(limit.limit),
      "X-RateLimit-Remaining": String(limit.limit - window.used),
      "X-RateLimit-Reset": (window.endsAt / 1000).toFixed(3),
      "X-RateLimit-Reset-After": seconds.toFixed(3),
      "X-RateLimit-Bucket": createHash("md5").update(route).digest("hex"),
      ...(late ? { "X-RateLimit-Scope": "user", "Retry-After": String(Math.ceil(seconds)) } : {}),
    };
    return { headers, retryAfter: late ? seconds : undefined, global: false };
  }

  #window(key: string, limit: RateLimit): Window {
    const now = this.#now();
    const current = this.#windows.get(key);
    if (current && current.endsAt > now) return current;
    const fresh = { used: 0, endsAt: now + limit.windowMs };
    this.#windows.set(key, fresh);
    return fresh;
  }

  #secondsLeft(window: Window): number {
    return Math.max(0, window.endsAt - this.#now()) / 1000;
  }
}
