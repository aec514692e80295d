import { describe, expect, it } from "vitest";
import type { LookedUp } from "../../../src/answering/service.ts";
import { markdown } from "../../../src/answering/styles/markdown.ts";
import type { PassageOptions } from "../../../src/discord/render/passage-view.ts";
import { renderReference } from "../../../src/discord/render/reference-view.ts";
import { messagesFor } from "../../../src/locales/choose-messages.ts";
import { asker, lookedUp } from "./support/samples.ts";
import { shown } from "./support/shown.ts";

const tower = "Der Turm fiel 1911. Er stand lange.";

function view(found: LookedUp, written = "> Zitat", options: Partial<PassageOptions> = {}): string[] {
  const m = messagesFor("de");
  const given = { m, asker, isPrivate: true, canShare: false, ...options };
  return shown(renderReference({ found, style: markdown, written }, given));
}

describe("a reference", () => {
  it("is a block to copy, with the quote below and the other styles to choose from", () => {
    expect(view(lookedUp(tower))).toEqual([
      "=== plain",
      "**So lässt sich die Stelle zitieren** · Markdown, mit Zitat",
      "```\n> Zitat\n```",
      "> Der Turm fiel 1911. Er stand lange.\n`turm:7@fb267acc72a6`",
      "-# Nachschlagen mit /zitieren, prüfen mit dem Fingerabdruck nach dem @.",
      "{Ein anderer Stil … -> f1|y|turm:7@fb267acc72a6}\n Chicago, Autor-Jahr = chicago-author-date\n Chicago, Fußnote = chicago-footnote\n DIN ISO 690, Autor-Jahr = iso690-author-date\n DIN ISO 690, Fußnote = iso690-footnote\n *Markdown, mit Zitat = markdown\n BibTeX, für LaTeX = bibtex\n BibLaTeX, für LaTeX = biblatex\n RIS, für EndNote, Citavi und andere = ris\n CSL-JSON, für Zotero und andere = csl-json\n",
      "[Kontext -> f1|x|turm:7@fb267acc72a6]",
    ]);
  });

  it("says that the passage has moved", () => {
    expect(view(lookedUp(tower, { state: "moved" }))[2]).toEqual(
      "⚠️ Die Stelle ist umgezogen: Derselbe Wortlaut steht jetzt hier.",
    );
  });

  it("leads to the document's page, else to its address", () => {
    const metadata = { url: "https://a.example/" };
    const linked = lookedUp(tower, { metadata, link: "https://a.example/#turm" });
    expect(view(linked).at(-1)).toEqual("[Kontext -> f1|x|turm:7@fb267acc72a6] [Quelle -> https://a.example/#turm]");
    expect(view(lookedUp(tower, { metadata })).at(-1)).toContain("[Quelle -> https://a.example/]");
  });

  it("can be shared where it is private, and deleted where it is not", () => {
    const buttons = (isPrivate: boolean): string[] =>
      view(lookedUp(tower), "> Zitat", { isPrivate, canShare: true }).slice(-2);
    expect(buttons(true).at(-1)).toEqual("[Kontext -> f1|x|turm:7@fb267acc72a6] [Teilen -> f1|s|xrls1wq49ji]");
    expect(buttons(false)).toEqual(["[Kontext -> f1|x|turm:7@fb267acc72a6]", "[Danger Löschen -> f1|d|xrls1wq49ji]"]);
  });

  it("leaves the quote what a long reference leaves of a message, up to 1200 characters", () => {
    const found = lookedUp("Turm ".repeat(600).trim());
    const lengths = (written: string): readonly number[] => {
      const [, , block = "", quoted = ""] = view(found, written);
      return [block.length, (quoted.split("\n")[0] ?? "").length];
    };
    expect(lengths("x")).toEqual([9, 1200]);
    expect(lengths("x".repeat(5000))).toEqual([2400, 1200]);
  });
});
