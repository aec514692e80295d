import { describe, expect, it } from "vitest";
import { keysOf } from "../../../src/documents/metadata/keys.ts";
import { parseSources } from "../../../src/documents/metadata/sources-file.ts";

const none = parseSources('{"documents":[]}');

describe("keysOf", () => {
  it("makes lower-case ASCII with single dashes of a file's name", () => {
    const keys = keysOf(["Straßen & Plätze 2021.txt", "sub/Œuvre_Ünal--x.md", "Łódź.txt", "№.txt", "отчёт.md"], none);
    expect([...keys.values()]).toEqual(["strassen-plaetze-2021", "oeuvre-uenal-x", "lodz", "no", "document"]);
  });

  it("tells files of one name apart, whatever their order", () => {
    const files = ["a.txt", "b/a.txt", "c/a.md", "c/a.txt", "c/A.txt", "d.txt"];
    const keys = keysOf(files, none);
    expect(new Set(keys.values()).size).toBe(files.length);
    expect(keys.get("d.txt")).toBe("d");
    expect(keys.get("b/a.txt")).toBe("b-a");
    expect(keys.get("c/a.md")).toBe("c-a-md");
    expect([...keysOf(files.toReversed(), none)].sort()).toEqual([...keys].sort());
    for (const key of keys.values()) expect(key).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });

  it("keeps the keys of sources.json and avoids them", () => {
    const sources = parseSources('{"documents":[{"file":"x.txt","key":"hafen"},{"file":"gone.txt","key":"gone"}]}');
    const keys = keysOf(["hafen.txt", "x.txt", "gone.md"], sources);
    expect(keys.get("x.txt")).toBe("hafen");
    expect(keys.get("hafen.txt")).toBe("hafen-txt");
    expect(keys.get("gone.md")).toBe("gone-md");
  });

  it("keeps keys short", () => {
    const keys = keysOf([`${"a".repeat(200)}.txt`, `${"a".repeat(200)}b.txt`], none);
    expect(new Set(keys.values()).size).toBe(2);
    for (const key of keys.values()) expect(key.length).toBeLessThanOrEqual(60);
  });
});
