/**
 * The address that a request counts for.
 * @param peer the other end of the connection
 * @param forwarded the header `X-Forwarded-For`, to which each proxy adds the address that it got the request from
 * @param trusted addresses of the host's own proxies, whose word is taken
 */
export function clientAddress(peer: string, forwarded: string | undefined, trusted: readonly string[]): string {
  const chain = [...(forwarded ?? "").split(","), peer].map(plainAddress).filter((address) => address !== "");
  while (chain.length > 1 && trusted.includes(chain.at(-1) ?? "")) chain.pop();
  return groupOf(chain.at(-1) ?? "unknown");
}

/** Without a port, brackets, and the IPv6 form of an IPv4 address. */
export function plainAddress(address: string): string {
  return address
    .trim()
    .replace(/^\[(.*)\](?::\d+)?$/u, "$1")
    .replace(/^(\d+(?:\.\d+){3}):\d+$/u, "$1")
    .replace(/^::ffff:(?=\d+\.)/iu, "")
    .toLowerCase();
}

/** A person with one IPv6 address usually has a whole /64 network, so only the first 64 bits count. */
function groupOf(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("%")[0]?.split("::") ?? [];
  const first = head === "" ? [] : head.split(":");
  const last = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => "0");
  return [...first, ...zeros, ...last].slice(0, 4).join(":");
}
