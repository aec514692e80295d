import robotsModule from "robots-parser";
import * as z from "zod";

/** What a site's robots.txt says. */
export interface Robots {
  isAllowed(url: URL): boolean;
  /** How long to wait between two requests; undefined where it does not say. */
  readonly delayMs: number | undefined;
}

interface Parsed {
  isAllowed(url: string, agent: string): boolean | undefined;
  getCrawlDelay(agent: string): number | undefined;
}

// The package's types describe another kind of module than it is.
const parse = z
  .custom<(url: string, text: string) => Parsed>((value) => typeof value === "function")
  .parse(robotsModule);

export function parseRobots(address: URL, text: string, agent: string): Robots {
  const rules = parse(address.href, text);
  const seconds = rules.getCrawlDelay(agent);
  return {
    isAllowed: (url) => rules.isAllowed(url.href, agent) !== false,
    delayMs: seconds === undefined || !Number.isFinite(seconds) || seconds < 0 ? undefined : seconds * 1000,
  };
}

export const allAllowed: Robots = { isAllowed: () => true, delayMs: undefined };
export const nothingAllowed: Robots = { isAllowed: () => false, delayMs: undefined };
