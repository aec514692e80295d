import { describe, expect, it } from "vitest";
import type { SourceSummary } from "../../../src/answering/service.ts";
import { renderSources } from "../../../src/discord/render/sources-view.ts";
import { messagesFor } from "../../../src/locales/choose-messages.ts";
import { asker } from "./support/samples.ts";
import { shown } from "./support/shown.ts";

const sources = (count: number, others: Partial<SourceSummary> = {}): SourceSummary[] =>
  Array.from({ length: count }, (_, index) => ({
    file: `${index}.txt`,
    metadata: { key: `d${index}`, title: `Titel ${index}`, titleSource: "stated", language: "de" },
    passages: index + 1,
    paragraphs: 9,
    hidden: 0,
    ...others,
  }));

const view = (shownSources: readonly SourceSummary[], page = 0): string[] =>
  shown(renderSources(shownSources, { page, m: messagesFor("de"), asker }));

describe("the list of documents", () => {
  it("says that there are none", () => {
    expect(view([])).toEqual(["Hier ist kein Dokument zu sehen."]);
  });

  it("has title, key and figures of each, and a menu to read one", () => {
    expect(view(sources(2, { standing: { kind: "former", replacedBy: [] } }))).toEqual([
      "=== plain",
      "## 2 Dokumente",
      "**Titel 0** · ohne Datum\n-# `d0` · 1 Textstelle\n-# ⚠️ gilt nicht mehr",
      "**Titel 1** · ohne Datum\n-# `d1` · 2 Textstellen\n-# ⚠️ gilt nicht mehr",
      "{Ein Dokument lesen … -> f1|k}\n Titel 0 (d0) = d0\n Titel 1 (d1) = d1\n",
    ]);
    expect(view(sources(8)).at(-1)).toMatch(/^\{/u);
  });

  it("has pages of eight, of which one past the end is the last", () => {
    const outline = (page: number): string[] => {
      const [, head = "", ...lines] = view(sources(17), page);
      return [head, ...lines.map((line) => (line.startsWith("{") ? "" : (line.split(" ·")[0] ?? "")))];
    };
    expect(outline(0)).toEqual([
      "## 17 Dokumente · Seite 1 von 3",
      "**Titel 0**",
      "**Titel 1**",
      "**Titel 2**",
      "**Titel 3**",
      "**Titel 4**",
      "**Titel 5**",
      "**Titel 6**",
      "**Titel 7**",
      "",
      "[Weitere ▶ -> f1|l|xrls1wq49ji|de|1]",
    ]);
    expect(outline(1)).toEqual([
      "## 17 Dokumente · Seite 2 von 3",
      "**Titel 8**",
      "**Titel 9**",
      "**Titel 10**",
      "**Titel 11**",
      "**Titel 12**",
      "**Titel 13**",
      "**Titel 14**",
      "**Titel 15**",
      "",
      "[◀ Zurück -> f1|l|xrls1wq49ji|de|0] [Weitere ▶ -> f1|l|xrls1wq49ji|de|2]",
    ]);
    expect(outline(2)).toEqual([
      "## 17 Dokumente · Seite 3 von 3",
      "**Titel 16**",
      "",
      "[◀ Zurück -> f1|l|xrls1wq49ji|de|1]",
    ]);
    expect(outline(3)).toEqual(outline(2));
  });

  it("has titles that lead to the reader, unless the addresses of a page would fill the message", () => {
    const lines = (chars: number): string[] =>
      view(sources(8, { readerLink: `https://read.example/${"a".repeat(chars - 21)}` }));
    const linkedAt = (chars: number): number => lines(chars).filter((line) => line.startsWith("[**Titel")).length;
    const room = 4000 - lines(100).slice(1, -1).join("\n\n").length;
    expect([100, 100 + Math.floor((room - 8) / 8)].map(linkedAt)).toEqual([8, 8]);
    expect([101 + Math.ceil(room / 8), 600].map(linkedAt)).toEqual([0, 0]);
  });

  it("fits a message, whatever titles are long and whatever is not in force", () => {
    const long = "*".repeat(500);
    const published = { stated: "2023-09-12", from: "2023-09-12", until: "2023-09-12", precision: "day" } as const;
    const crowded = Array.from({ length: 8 }, (_, index) => ({
      file: `${index}.txt`,
      metadata: {
        key: `${"k".repeat(63)}${index}`,
        title: long,
        titleSource: "described" as const,
        publisher: long,
        published,
        language: "de",
      },
      passages: 1_000_000,
      paragraphs: 9,
      hidden: 0,
      readerLink: `https://read.example/${"a".repeat(154)}`,
      standing: { kind: "former" as const, day: published, replacedBy: [{ title: long, key: "k".repeat(64) }] },
    }));
    expect(view(crowded).filter((line) => line.includes("⚠️"))).toHaveLength(8);
    expect(view(crowded).filter((line) => line.startsWith("[**"))).toEqual([]);
    for (const { metadata } of crowded) expect(view(crowded).join("\n")).toContain(`\`${metadata.key}\``);
  });
});
