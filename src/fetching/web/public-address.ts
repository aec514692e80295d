import ipaddr from "ipaddr.js";

/**
 * Whether an IP address belongs to the public internet. Loopback, private, link-local, reserved and multicast ones do not, nor do
 * IPv6 addresses that lead through a gateway to an IPv4 address.
 */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";
}
