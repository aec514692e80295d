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

  it("makes keys of documents for some servers that change no others, and that end in a mark of these servers", () => {
    const [mill, forge] = ["100000000000000001", "100000000000000002"];
    const documents = [
      { file: "muehle/hafen.txt", guilds: [mill] },
      { file: "muehle/boot.txt", key: "boot", guilds: [mill] },
      { file: "schmiede/hafen.txt", guilds: [forge] },
      { file: "beide/hafen.txt", guilds: [forge, mill] },
      { file: "schmiede/see.txt", key: "see", guilds: [forge] },
    ];
    const open = ["hafen.txt", "boot.txt", "sand.txt"];
    const keys = keysOf([...open, ...documents.map(({ file }) => file)], parseSources(JSON.stringify({ documents })));
    expect(open.map((file) => keys.get(file))).toEqual(["hafen", "boot", "sand"]);
    expect(keys.get("schmiede/see.txt")).toBe("see");
    expect(new Set(keys.values()).size).toBe(keys.size);
    for (const file of ["muehle/hafen.txt", "schmiede/hafen.txt", "beide/hafen.txt"]) {
      expect(keys.get(file)).toMatch(/^hafen-[0-9a-f]{6}$/);
    }
    for (const guild of [mill, forge]) {
      const seen = documents.filter(({ guilds }) => guilds.includes(guild));
      const alone = keysOf(
        [...open, ...seen.map(({ file }) => file)],
        parseSources(JSON.stringify({ documents: seen })),
      );
      for (const [file, key] of alone) expect(keys.get(file)).toBe(key);
    }
  });
});
