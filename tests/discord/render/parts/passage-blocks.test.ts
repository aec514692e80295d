import { describe, expect, it } from "vitest";
import type { CitedPassage } from "../../../../src/answering/answer.ts";
import { container, text } from "../../../../src/discord/render/parts/layout.ts";
import { passageBlocks } from "../../../../src/discord/render/parts/passage-blocks.ts";
import { messagesFor } from "../../../../src/locales/choose-messages.ts";
import { sampleOf } from "../support/samples.ts";
import { shown } from "../support/shown.ts";

type Options = Parameters<typeof passageBlocks>[1];

function blocks(passages: readonly CitedPassage[], options: Partial<Options> = {}): string[] {
  const given = {
    firstNumber: 1,
    aboveChars: 0,
    usedChars: 0,
    marks: "first",
    m: messagesFor("de"),
    ...options,
  } as const;
  return shown(container([text("Davor"), ...passageBlocks(passages, given)], 0)).slice(2);
}

const fell = sampleOf("Der Turm fiel. Er stand lange.");
const long = (key: string): CitedPassage => sampleOf("Turm ".repeat(300).trim(), { metadata: { key } });

/** How long each quote is. */
function quotes(passages: readonly CitedPassage[], options: Partial<Options> = {}): number[] {
  return blocks(passages, options)
    .filter((line) => line.startsWith(">"))
    .map((line) => (line.split("\n")[0] ?? "").length);
}

describe("passages", () => {
  it("have the lines above, the quote, and the source", () => {
    const cited = {
      ...fell,
      around: { leadIns: ["Es geschah:"] },
      readerLink: "https://read.example/",
      alsoIn: ["a:1", "b:2"],
      similarIn: ["c:3"],
      standing: { kind: "former", replacedBy: [] },
    } as const;
    expect(blocks([cited])).toEqual([
      "-# Es geschah:\n> **Der Turm fiel.** Er stand lange.\n-# [**Titel von turm**](https://read.example/) · ohne Datum · Absatz 7 · `turm:7@1d59bea601c4` · Ebenso in a:1, b:2 · Ähnlich in c:3\n-# ⚠️ gilt nicht mehr",
    ]);
  });

  it("have a number each where there are several, and the title of a document once", () => {
    const other = sampleOf("Er stand.", { metadata: { key: "hügel" } });
    const again = { ...sampleOf("Er war rot.", { passage: { paragraph: 8 } }), readerLink: "https://read.example/8" };
    expect(blocks([fell, other, again], { firstNumber: 4 })).toEqual([
      "> **Der Turm fiel.** Er stand lange.\n-# 4 · **Titel von turm** · ohne Datum · Absatz 7 · `turm:7@1d59bea601c4`",
      "---",
      "> Er stand.\n-# 5 · **Titel von hügel** · ohne Datum · Absatz 7 · `hügel:7@6ac836224075`",
      "---",
      "> Er war rot.\n-# 6 · [Absatz 8](https://read.example/8) · `turm:8@c25ab6301888`",
    ]);
  });

  it("have the sentence in bold of the first, of those that answer about as well, or of none", () => {
    const second = { ...sampleOf("Er stand.", { metadata: { key: "hügel" } }), score: 0.9 };
    const third = { ...sampleOf("Er war rot.", { metadata: { key: "farbe" } }), score: 0.1 };
    const bold = (marks: Options["marks"], all = [fell, second, third]): boolean[] =>
      blocks(all, { marks })
        .filter((line) => line.startsWith(">"))
        .map((line) => (line.split("\n")[0] ?? "").includes("**"));
    expect(bold("none")).toEqual([false, false, false]);
    expect(bold("first")).toEqual([true, false, false]);
    expect(bold("voices")).toEqual([true, true, false]);
    expect(bold("voices", [fell, { ...second, isMarked: false }])).toEqual([true, false]);
  });

  it("share the room of a message", () => {
    expect(quotes([long("a")])).toEqual([460]);
    expect(quotes([long("a")], { aboveChars: 100 })).toEqual([360]);
    expect(quotes([long("a")], { aboveChars: 400 })).toEqual([260]);
    expect(quotes([long("a"), long("b"), long("c")])).toEqual([260, 260, 260]);
    expect(quotes([long("a"), long("b"), long("c")], { usedChars: 3400 })).toEqual([196, 97, 99]);
    expect(quotes([long("a"), long("b"), long("c")], { usedChars: 3580 })).toEqual([106, 52, 54]);
    expect(quotes([long("a"), long("b")], { usedChars: 4000 })).toEqual([]);
  });

  it("name as many other places as there is room for", () => {
    const citations = Array.from({ length: 40 }, (_, index) => `stelle:${index + 10}`);
    expect(blocks([{ ...fell, alsoIn: citations, similarIn: citations.slice(0, 2) }])).toEqual([
      "> **Der Turm fiel.** Er stand lange.\n-# **Titel von turm** · ohne Datum · Absatz 7 · `turm:7@1d59bea601c4` · Ebenso in stelle:10, stelle:11, stelle:12, stelle:13, stelle:14, stelle:15, stelle:16, stelle:17, stelle:18, stelle:19, stelle:20, stelle:21, stelle:22, stelle:23, … · Ähnlich in stelle:10, stelle:11",
    ]);
    expect(blocks([{ ...fell, alsoIn: citations.slice(0, 14) }])[0]).toContain("stelle:23");
  });
});
