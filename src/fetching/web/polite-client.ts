import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "../../errors.ts";
import { type RequestLimits, requestOnce, type WebAnswer } from "./request.ts";
import { allAllowed, nothingAllowed, parseRobots, type Robots } from "./robots.ts";

export interface PoliteClientOptions extends Omit<RequestLimits, "mostBytes"> {
  /** How the program introduces itself. */
  readonly userAgent: string;
  /** Between two requests to one site, where its robots.txt asks for no more. */
  readonly pauseMs: number;
}

export interface Visit extends WebAnswer {
  /** Where redirects led. */
  readonly url: URL;
}

/** Visits pages as sites want it: what robots.txt forbids is left alone, and requests come one after the other. */
export interface PoliteClient {
  /**
   * Follows redirects, each of which is checked like the address itself.
   * @returns undefined where robots.txt forbids it
   * @throws AppError `fetch-failed`, `fetch-refused`
   */
  visit(url: URL, mostBytes: number, headers?: Readonly<Record<string, string>>): Promise<Visit | undefined>;
}

const mostRedirects = 5;
const mostRobotsBytes = 512 * 1024;
/** A site that asks for more gets no more: with a minute between two pages a thousand take a night. */
const longestPauseMs = 30_000;
/** The name by which robots.txt may speak of this program. */
const robotsName = "fundstelle";

export function createPoliteClient(options: PoliteClientOptions): PoliteClient {
  const robots = new Map<string, Promise<Robots>>();
  const nextAt = new Map<string, number>();
  /** Sites that have asked for fewer requests, or cannot keep up: they are left alone for the rest of the run. */
  const overloaded = new Set<string>();

  async function once(url: URL, mostBytes: number, pauseMs: number, headers: Readonly<Record<string, string>>) {
    const leftMs = (nextAt.get(url.origin) ?? 0) - Date.now();
    if (leftMs > 0) await wait(leftMs, undefined, { signal: options.signal });
    try {
      return await requestOnce(url, { "user-agent": options.userAgent, ...headers }, { ...options, mostBytes });
    } finally {
      nextAt.set(url.origin, Date.now() + pauseMs);
    }
  }

  async function readRobots(origin: string): Promise<Robots> {
    let url = new URL("/robots.txt", origin);
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      const answer = await once(url, mostRobotsBytes, 0, {});
      if (answer.status === 200)
        return parseRobots(new URL("/robots.txt", origin), answer.body.toString("utf8"), robotsName);
      const next = targetOf(answer, url);
      // RFC 9309: what is not there forbids nothing; who cannot be asked is left alone.
      if (next === undefined) return answer.status >= 400 && answer.status < 500 ? allAllowed : nothingAllowed;
      url = next;
    }
    return allAllowed;
  }

  function robotsOf(url: URL): Promise<Robots> {
    const known = robots.get(url.origin) ?? readRobots(url.origin);
    robots.set(url.origin, known);
    return known;
  }

  return {
    async visit(start, mostBytes, headers = {}) {
      let url = start;
      for (let hop = 0; hop <= mostRedirects; hop += 1) {
        if (overloaded.has(url.origin)) throw tooMany(url);
        const { isAllowed, delayMs = 0 } = await robotsOf(url);
        if (!isAllowed(url)) return undefined;
        const pauseMs = Math.min(Math.max(options.pauseMs, delayMs), longestPauseMs);
        const answer = await once(url, mostBytes, pauseMs, headers);
        if (answer.status === 429 || answer.status === 503) {
          overloaded.add(url.origin);
          throw tooMany(url);
        }
        const next = targetOf(answer, url);
        if (next === undefined) return { ...answer, url };
        url = next;
      }
      throw new AppError(
        "fetch-failed",
        `It redirects more than ${mostRedirects} times.`,
        "Name the address it ends at.",
      );
    },
  };
}

function tooMany({ host }: URL): AppError {
  return new AppError("fetch-failed", `${host} asks to be left alone for now.`, "Try again later.");
}

/** Where a redirect leads. @throws AppError `fetch-refused` where that is no web address */
function targetOf({ status, headers }: WebAnswer, from: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || headers.location === undefined) return undefined;
  const target = parseWebAddress(headers.location, from);
  if (target !== undefined) return target;
  throw new AppError("fetch-refused", "It redirects to something that is no web address.", "Name another address.");
}

/** A web address without its fragment; undefined for anything else, and where it holds a password. */
export function parseWebAddress(text: string, base?: URL): URL | undefined {
  if (!URL.canParse(text, base?.href)) return undefined;
  const url = new URL(text, base?.href);
  if (!/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") return undefined;
  url.hash = "";
  return url;
}
