import { plainAddress } from "./client-address.ts";

const loopback: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "::1"]);

/**
 * Whether a request is meant for this reader. Turns away other host names that resolve to this address (DNS rebinding)
 * and requests sent by pages of other sites.
 * @param url where the reader is reached; undefined: on this computer alone
 * @param host the header `Host`
 * @param origin the header `Origin`, which browsers send with what other sites' pages ask for
 */
export function isOwnHost(url: string | undefined, host: string | undefined, origin: string | undefined): boolean {
  if (host === undefined) return false;
  if (origin !== undefined && origin !== "null" && !isHostOf(origin, host)) return false;
  if (url !== undefined && isHostOf(url, host)) return true;
  const name = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : "";
  return loopback.has(plainAddress(name));
}

function isHostOf(url: string, host: string): boolean {
  return URL.canParse(url) && new URL(url).host === host.toLowerCase();
}
