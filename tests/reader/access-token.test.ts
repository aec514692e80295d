import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Grant, readToken, signToken } from "../../src/reader/access/access-token.ts";

const key = "k".repeat(43);
const nowMs = 1_800_000_000_000;
const inAnHour = nowMs + 3_600_000;

function documentGrant(documentKey: string, guild?: string): Grant {
  return {
    scope: { kind: "document", key: documentKey },
    expiresAtMs: inAnHour,
    ...(guild === undefined ? {} : { guild }),
  };
}

describe("a signed token", () => {
  it("grants what it was signed for", () => {
    const grant = documentGrant("satzung", "123456789012345678");
    expect(readToken(signToken(grant, key), "satzung", key, nowMs)).toEqual(grant);
    const all: Grant = { scope: { kind: "everything" }, expiresAtMs: inAnHour };
    expect(readToken(signToken(all, key), undefined, key, nowMs)).toEqual(all);
    expect(readToken(signToken(all, key), "satzung", key, nowMs)).toEqual(all);
  });

  it("opens no other document, no collection and nothing after its time", () => {
    const token = signToken(documentGrant("satzung"), key);
    expect(readToken(token, "protokoll", key, nowMs)).toBe("broken");
    expect(readToken(token, undefined, key, nowMs)).toBe("broken");
    expect(readToken(token, "satzung", `${key}x`, nowMs)).toBe("broken");
    expect(readToken(token, "satzung", key, inAnHour)).toBe("expired");
    expect(readToken(token, "satzung", key, inAnHour - 1000)).toMatchObject({ expiresAtMs: inAnHour });
  });

  it("is broken by any other character in it", () => {
    const token = signToken(documentGrant("satzung", "123456789012345678"), key);
    const letters = "0123456789abcdefghijklmnopqrstuvwxyzABC._-";
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...letters), (at, letter) => {
        const changed = token.slice(0, at) + letter + token.slice(at + 1);
        fc.pre(changed !== token);
        expect(readToken(changed, "satzung", key, nowMs)).toBe("broken");
      }),
    );
  });

  it("is broken where it is no token at all", () => {
    for (const text of ["", ".", "d..x", "e".repeat(5000), "d.1.abc.ä", "d.1.abc.../../../../../../../../../../.."]) {
      expect(readToken(text, "satzung", key, nowMs)).toBe("broken");
    }
  });
});
