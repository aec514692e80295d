import { describe, expect, it } from "vitest";
import type { LookedUp } from "../../../src/answering/service.ts";
import { type PassageOptions, renderPassage } from "../../../src/discord/render/passage-view.ts";
import { messagesFor } from "../../../src/locales/choose-messages.ts";
import { asker, lookedUp } from "./support/samples.ts";
import { shown } from "./support/shown.ts";

const tower = "Der Turm fiel 1911. Er stand lange.";
const before = lookedUp("Davor war ein Wall.", { passage: { paragraph: 6 } });
const after = lookedUp("Danach kam ein Garten.", { passage: { paragraph: 8 } });

function view(found: LookedUp, options: Partial<PassageOptions> = {}): string[] {
  return shown(renderPassage(found, { m: messagesFor("de"), asker, isPrivate: true, canShare: false, ...options }));
}

describe("a passage that is looked up", () => {
  it("stands between its neighbours, with what proves it", () => {
    const published = { stated: "1912", from: "1912-01-01", until: "1912-12-31", precision: "year" } as const;
    const found = lookedUp(tower, {
      metadata: { publisher: "Inselbote", published, url: "https://inselbote.example/turm" },
      passage: { headingPath: ["Bauten", "Der Turm"], page: 3 },
      around: { leadIns: ["Es geschah:"] },
      before: [before],
      after: [after],
      lines: { first: 4, last: 5 },
    });
    expect(view(found)).toEqual([
      "=== plain",
      "**Titel von turm** · Inselbote · 1912\n-# Bauten › Der Turm · Absatz 7 · Seite 3 · `turm:7@fb267acc72a6`",
      "---",
      "-# Davor · Absatz 6\n> Davor war ein Wall.",
      "-# Es geschah:\n**Absatz 7**\n> Der Turm fiel 1911. Er stand lange.",
      "-# Danach · Absatz 8\n> Danach kam ein Garten.",
      "---",
      "-# Beleg: Datei turm.txt · Zeilen 4–5 · Zeichen 100–135 · Fingerabdruck `fb267acc72a6` · SHA-256 `0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef`",
      "[Zitieren -> f1|c|turm:7@fb267acc72a6] [Hier weiterlesen -> f1|g|turm:7@fb267acc72a6] [Quelle -> https://inselbote.example/turm]",
    ]);
  });

  it("says that it has moved, and that it is not in force", () => {
    const found = lookedUp(tower, { state: "moved", standing: { kind: "former", replacedBy: [] } });
    expect(view(found)).toEqual([
      "=== plain",
      "**Titel von turm** · ohne Datum\n-# ⚠️ gilt nicht mehr\n-# Absatz 7 · `turm:7@fb267acc72a6`",
      "⚠️ Die Stelle ist umgezogen: Derselbe Wortlaut steht jetzt hier.",
      "---",
      "**Absatz 7**\n> Der Turm fiel 1911. Er stand lange.",
      "---",
      "-# Beleg: Datei turm.txt · Zeichen 100–135 · Fingerabdruck `fb267acc72a6` · SHA-256 `0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef`",
      "[Zitieren -> f1|c|turm:7@fb267acc72a6] [Hier weiterlesen -> f1|g|turm:7@fb267acc72a6]",
    ]);
  });

  it("leads to the reader, else to the document's page, else to its address", () => {
    const addresses = { metadata: { url: "https://a.example/" }, link: "https://a.example/#turm" };
    const buttons = (found: LookedUp): string | undefined => view(found).at(-1);
    const linked = view(lookedUp(tower, { ...addresses, readerLink: "https://read.example/turm" }));
    expect(linked[1]).toContain("[**Titel von turm**](https://read.example/turm)");
    expect(linked.at(-1)).toEqual(
      "[Zitieren -> f1|c|turm:7@fb267acc72a6] [Hier weiterlesen -> f1|g|turm:7@fb267acc72a6] [Quelle -> https://read.example/turm]",
    );
    expect(buttons(lookedUp(tower, addresses))).toContain("[Quelle -> https://a.example/#turm]");
    expect(buttons(lookedUp(tower, { metadata: addresses.metadata }))).toContain("[Quelle -> https://a.example/]");
    expect(buttons(lookedUp(tower))).not.toContain("Quelle");
  });

  it("has the sentence in bold that is named", () => {
    expect(view(lookedUp(tower), { sentence: 2 })[3]).toContain("> Der Turm fiel 1911. **Er stand lange.**");
    expect(view(lookedUp(tower), { sentence: 3 })[3]).toContain("> Der Turm fiel 1911. Er stand lange.");
  });

  it("can be shared where it is private, and deleted where it is not", () => {
    expect(view(lookedUp(tower), { canShare: true }).at(-1)).toEqual(
      "[Zitieren -> f1|c|turm:7@fb267acc72a6] [Hier weiterlesen -> f1|g|turm:7@fb267acc72a6] [Teilen -> f1|sf|xrls1wq49ji|0123456789]",
    );
    expect(view(lookedUp(tower), { isPrivate: false, canShare: true }).slice(-2)).toEqual([
      "[Zitieren -> f1|c|turm:7@fb267acc72a6] [Hier weiterlesen -> f1|g|turm:7@fb267acc72a6]",
      "[Danger Löschen -> f1|d|xrls1wq49ji]",
    ]);
  });

  it("shares the room of a message with its neighbours, and drops them where there is none", () => {
    const long = (word: string): string => `${word} `.repeat(600).trim();
    const found = lookedUp(long("Turm"), {
      before: [lookedUp(long("Wall"), { passage: { paragraph: 6 } })],
      after: [lookedUp(long("Beet"), { passage: { paragraph: 8 } })],
    });
    const lengths = (crowd: number): number[] => {
      const lines = view({ ...found, around: { leadIns: Array.from({ length: crowd }, () => long("vor")) } });
      return lines.slice(3, -3).map((line) => (line.split("\n").at(-1) ?? "").length);
    };
    expect(lengths(0)).toEqual([700, 2071, 700]);
    expect(lengths(14)).toEqual([294, 587, 294]);
    expect(lengths(19)).toEqual([89, 177, 89]);
    expect(lengths(20)).toEqual([47, 96, 47]);
  });
});
