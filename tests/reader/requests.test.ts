import { describe, expect, it } from "vitest";
import { clientAddress } from "../../src/reader/requests/client-address.ts";
import { isOwnHost } from "../../src/reader/requests/own-host.ts";

describe("the address that a request counts for", () => {
  it("is the other end of the connection where no proxy is trusted", () => {
    expect(clientAddress("203.0.113.7", undefined, [])).toBe("203.0.113.7");
    expect(clientAddress("::ffff:203.0.113.7", "198.51.100.1", [])).toBe("203.0.113.7");
  });

  it("is the last one that a trusted proxy did not write itself", () => {
    const trusted = ["127.0.0.1", "10.0.0.2"];
    expect(clientAddress("127.0.0.1", "198.51.100.1", trusted)).toBe("198.51.100.1");
    expect(clientAddress("127.0.0.1", "6.6.6.6, 198.51.100.1, 10.0.0.2", trusted)).toBe("198.51.100.1");
    expect(clientAddress("127.0.0.1", "198.51.100.1:5123", trusted)).toBe("198.51.100.1");
    expect(clientAddress("127.0.0.1", undefined, trusted)).toBe("127.0.0.1");
  });

  it("is the same for a whole network of IPv6", () => {
    expect(clientAddress("2001:db8:1:2:aaaa::1", undefined, [])).toBe(clientAddress("2001:db8:1:2::9", undefined, []));
    expect(clientAddress("2001:db8:1:2::1", undefined, [])).not.toBe(clientAddress("2001:db8:1:3::1", undefined, []));
  });
});

describe("the host that a request names", () => {
  const url = "https://read.example.org";
  it("is this computer or the address of the setting", () => {
    expect(isOwnHost(undefined, "127.0.0.1:8123", undefined)).toBe(true);
    expect(isOwnHost(undefined, "localhost:8123", undefined)).toBe(true);
    expect(isOwnHost(undefined, "[::1]:8123", undefined)).toBe(true);
    expect(isOwnHost(url, "read.example.org", undefined)).toBe(true);
    expect(isOwnHost(url, "READ.example.org", url)).toBe(true);
  });

  it("is no other", () => {
    expect(isOwnHost(undefined, "attacker.example", undefined)).toBe(false);
    expect(isOwnHost(undefined, undefined, undefined)).toBe(false);
    expect(isOwnHost(undefined, "127.0.0.1.attacker.example", undefined)).toBe(false);
    expect(isOwnHost(url, "attacker.example", undefined)).toBe(false);
    expect(isOwnHost(url, "read.example.org", "https://attacker.example")).toBe(false);
    expect(isOwnHost(undefined, "127.0.0.1:8123", "http://127.0.0.1:9999")).toBe(false);
  });
});
