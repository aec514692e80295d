/** A failure that REST requests are to meet. */
export interface RestFault {
  /** Which requests: a part of "METHOD /path", a pattern for it, or a function; all when left out. */
  readonly match?: string | RegExp | ((request: { method: string; path: string; body: unknown }) => boolean);
  /** The HTTP status to answer with. Without one the request is carried out (useful with `loseResponse` and `delayMs`). */
  readonly status?: number;
  /** How many requests fail; 1 by default. */
  readonly times?: number;
  /** Discord's error code in the body. */
  readonly code?: number;
  readonly message?: string;
  /** Seconds, for status 429. */
  readonly retryAfter?: number;
  /** Whether a 429 counts for all routes. */
  readonly global?: boolean;
  /**
   * Carries the request out (where no status is set) and cuts the connection instead of answering: "reset" (or true),
   * after which discord.js tries again by itself, "closed", after which it gives up, or
   * "hanging": the connection stands, and nothing comes.
   */
  readonly loseResponse?: boolean | "reset" | "closed" | "hanging";
  /** Leaves the request without any answer, and does nothing. */
  readonly hangs?: boolean;
  /** Holds the request back for so many milliseconds before anything happens to it. */
  readonly delayMs?: number;
}

/** A fault that is under way. */
export interface RestFaultHandle {
  /** How many requests it has met. */
  readonly hits: number;
  /** Resolves when it has met as many as it was to. */
  readonly spent: Promise<void>;
  remove(): void;
}

interface Armed {
  readonly fault: RestFault;
  left: number;
  hits: number;
  spend: () => void;
}

export class RestFaults {
  readonly #armed = new Set<Armed>();
  #refusing = false;
  /** Set by the server: cuts the HTTP connections that stand. */
  cutConnections: () => void = () => undefined;

  get refusesConnections(): boolean {
    return this.#refusing;
  }

  /** While on, new connections are cut before anything is read; those that stand are cut at once. */
  refuseConnections(on: boolean): void {
    this.#refusing = on;
    if (on) this.cutConnections();
  }

  add(fault: RestFault): RestFaultHandle {
    let spend: () => void = () => undefined;
    const spent = new Promise<void>((resolve) => {
      spend = resolve;
    });
    const armed: Armed = { fault, left: fault.times ?? 1, hits: 0, spend };
    this.#armed.add(armed);
    return {
      get hits() {
        return armed.hits;
      },
      spent,
      remove: () => this.#armed.delete(armed),
    };
  }

  /** The fault that this request meets, if any; it counts as met. */
  take(request: { method: string; path: string; body: unknown }): RestFault | undefined {
    for (const armed of this.#armed) {
      if (!matches(armed.fault.match, request)) continue;
      armed.left--;
      armed.hits++;
      if (armed.left <= 0) {
        this.#armed.delete(armed);
        armed.spend();
      }
      return armed.fault;
    }
    return undefined;
  }

  clear(): void {
    this.#armed.clear();
    this.#refusing = false;
  }
}

function matches(match: RestFault["match"], request: { method: string; path: string; body: unknown }): boolean {
  if (match === undefined) return true;
  if (typeof match === "function") return match(request);
  const line = `${request.method} ${request.path}`;
  return typeof match === "string" ? line.includes(match) : match.test(line);
}
