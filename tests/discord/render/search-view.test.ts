import { describe, expect, it } from "vitest";
import type { SearchHit, SearchPage } from "../../../src/answering/service.ts";
import { renderSearch, type SearchView } from "../../../src/discord/render/search-view.ts";
import type { TextRange } from "../../../src/documents/document.ts";
import { messagesFor } from "../../../src/locales/choose-messages.ts";
import { asker, type SampleOptions, sampleOf } from "./support/samples.ts";
import { shown } from "./support/shown.ts";

/** A hit of which the words in brackets were found, and of which what stands between bars is shown. */
function hit(marked: string, options: SampleOptions = {}): SearchHit {
  const start = 100;
  const plain = marked.replace(/[[\]|]/gu, "");
  const placeOf = (index: number): number => start + marked.slice(0, index).replace(/[[\]|]/gu, "").length;
  const highlights = [...marked.matchAll(/\[.*?\]/gu)].map(
    ({ 0: word, index }): TextRange => ({ start: placeOf(index), end: placeOf(index + word.length) }),
  );
  const bars = [...marked.matchAll(/\|/gu)].map(({ index }) => placeOf(index));
  const { citation, fingerprint, file, metadata, passage, text, standing } = sampleOf(plain, options);
  const snippet = { start: bars[0] ?? start, end: bars[1] ?? start + plain.length };
  const base = { citation, fingerprint, file, metadata, passage, text, snippet, highlights };
  return { ...base, score: 1, signals: [], fields: [], ...(standing === undefined ? {} : { standing }) };
}

function view(page: Partial<SearchPage>, options: Partial<SearchView> = {}): string[] {
  const given = { terms: "Turm", language: "de", hits: [], total: 0, offset: 0, suggestions: [], ...page };
  return shown(renderSearch(given, { m: messagesFor("de"), asker, isPrivate: false, canShare: true, ...options }));
}

/** The quote of a hit, as it is shown. */
function snippet(marked: string): string {
  return view({ hits: [hit(marked)], total: 1 })[4]?.split("\n")[1] ?? "";
}

describe("hits of a search", () => {
  it("have title, snippet and citation each, and a menu to open one", () => {
    const hits = [
      hit("Der [Turm] fiel.", { metadata: { titleSource: "described" }, passage: { headingPath: ["Bauten"] } }),
      hit("Ein [Turm] stand.", { metadata: { key: "hügel" }, standing: { kind: "former", replacedBy: [] } }),
    ];
    expect(view({ terms: "*Turm*", hits, total: 2 })).toEqual([
      "=== plain",
      "#103 **\\*Turm\\***",
      "#201 -# 1–2 von 2 Treffern",
      "---",
      "1 · **\\[Titel von turm\\]**\n> Der **Turm** fiel.\n-# Bauten · Absatz 7 · `turm:7@8754414f23f3`",
      "---",
      "2 · **Titel von hügel**\n> Ein **Turm** stand.\n-# Absatz 7 · `hügel:7@47990b1175ab`\n-# ⚠️ gilt nicht mehr",
      "{Einen Treffer öffnen … -> f1|o}\n turm:7 (Titel von turm) = turm:7@8754414f23f3\n hügel:7 (Titel von hügel) = hügel:7@47990b1175ab\n",
      "[Danger Löschen -> f1|d|xrls1wq49ji]",
    ]);
  });

  it("are none, with spellings that may be meant", () => {
    const suggestions = ["Turm", "T*rm", "c", "d", "e", "f"];
    expect(view({ suggestions })).toEqual([
      "=== plain",
      "#103 **Turm**",
      "#201 -# Kein Treffer.",
      "#202 -# Meintest du Turm, T\\*rm, c, d oder e?",
      "[Danger Löschen -> f1|d|xrls1wq49ji]",
    ]);
  });

  it("have pages of five", () => {
    const hits = Array.from({ length: 5 }, (_, index) => hit("Ein [Turm].", { passage: { paragraph: index + 1 } }));
    const buttons = (offset: number, total: number): string | undefined =>
      view({ hits, total, offset }).find((line) => line.startsWith("[") && !line.includes("Löschen"));
    expect(view({ hits, total: 12, offset: 5 })[2]).toEqual("#201 -# 6–10 von 12 Treffern");
    expect(buttons(0, 5)).toBeUndefined();
    expect(buttons(0, 6)).toEqual("[Weitere ▶ -> f1|h|xrls1wq49ji|de|5]");
    expect(buttons(5, 12)).toEqual("[◀ Zurück -> f1|h|xrls1wq49ji|de|0] [Weitere ▶ -> f1|h|xrls1wq49ji|de|10]");
    expect(buttons(3, 8)).toEqual("[◀ Zurück -> f1|h|xrls1wq49ji|de|0]");
  });

  it("can be shared where they are private, and deleted where they are not", () => {
    expect(view({}, { isPrivate: true }).at(-1)).toEqual("[Teilen -> f1|s|xrls1wq49ji]");
    expect(view({}, { isPrivate: true, canShare: false })).toHaveLength(3);
    expect(view({}).slice(3)).toEqual(["[Danger Löschen -> f1|d|xrls1wq49ji]"]);
  });

  it("share the room of a message", () => {
    const text = `${"[Turm] und mehr davon ".repeat(60)}Ende.`;
    const lengths = (count: number): number[] =>
      view({ hits: Array.from({ length: count }, (_, index) => hit(text, { passage: { paragraph: index + 1 } })) })
        .filter((line) => line.includes("\n> "))
        .map((line) => (line.split("\n")[1] ?? "").length);
    expect(lengths(1)).toEqual([399]);
    expect(lengths(12)).toEqual([267, 267, 267, 267, 267, 267, 267, 267, 267, 267, 267, 267]);
  });
});

it("fits a message with the longest words, titles and sections, each hit with some of its text", () => {
  const long = "*".repeat(600);
  const hits = Array.from({ length: 5 }, (_, index) =>
    hit(long, {
      metadata: { key: `${"k".repeat(63)}${index}`, title: long },
      passage: { headingPath: [long], page: 1000, kind: "table", isRecognised: true },
      standing: { kind: "former", replacedBy: [{ title: long, key: "k".repeat(64) }] },
    }),
  );
  for (const locale of ["de", "en"] as const) {
    const page = { terms: long, hits, total: 1_000_000, offset: 500, suggestions: Array(5).fill(long) };
    const lines = view(page, { m: messagesFor(locale) });
    expect(lines.filter((line) => /\n> \\\*[^\n]{20,}…\n-# [^\n]+\n-# ⚠️ /u.test(line))).toHaveLength(5);
    const short = view({ ...page, terms: "Turm", suggestions: [], hits: hits.slice(0, 1) }, { m: messagesFor(locale) });
    expect(short[4]?.length).toBeGreaterThan(900);
  }
});

describe("a snippet", () => {
  it.each([
    ["has the words in bold that were found", "Der [Turm] und das [Tor].", "> Der **Turm** und das **Tor**."],
    ["is on one line", "Der\n[Turm]\n\nund\tdas [Tor] .", "> Der **Turm** und das **Tor** ."],
    ["shows that it goes on", "Der |[Turm] steht| dort.", "> …**Turm** steht…"],
    ["has a blank behind a full stop", "Er. |Der [Turm].| Dort.", "> …Der **Turm**. …"],
    ["has one behind a quote that ends a sentence", "Er. |„Der [Turm]!“| Dort.", "> …„Der **Turm**!“ …"],
    ["leaves out what was found elsewhere", "Ein [Turm] |Der [Turm] steht| dort der [Turm].", "> …Der **Turm** steht…"],
    ["is escaped", "*Der* [_Turm_] #1", "> \\*Der\\* **\\_Turm\\_** \\#1"],
    ["keeps letters of a word together", "Der Leucht[turm]bau.", "> Der Leucht**turm**bau."],
  ])("%s", (_what, marked, expected) => {
    expect(snippet(marked)).toBe(expected);
  });

  it("is cut where it is too long", () => {
    const filler = "und so weiter ".repeat(40);
    expect(snippet(`${filler}[Turm].`)).toEqual(
      "> und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und s…",
    );
    expect(snippet(`Der [Turm] ${filler}.`)).toEqual(
      "> Der **Turm** und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so weiter und so…",
    );
    expect(snippet(`Der [${"Turm".repeat(120)}] steht.`)).toEqual("> Der …");
  });
});
