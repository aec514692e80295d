import { describe, expect, it } from "vitest";
import { passageLink, sentenceLink } from "../../../src/answering/linking/sentence-link.ts";
import { checkFacts, isOnPage } from "../../../src/answering/proof/check-facts.ts";
import type { StatedFacts } from "../../../src/answering/proof/claims/claim.ts";
import type { TextRange } from "../../../src/documents/document.ts";
import type { Source } from "../../../src/documents/metadata/sources-file.ts";
import { passagesOf } from "../../../src/documents/passages/passages.ts";
import { documentOf } from "../../documents/make-document.ts";

const words = "Der Hafen fasst neunhundert Schiffe. Er wurde 1893 gebaut, und seitdem liegt hier die Flotte im Winter.";
const file = "hafen.md";
const text = `# Der Hafen\n\n## Bau\n\n### Größe\n\n${words}\n`;

/** A passage under two headings, in a document that `sources.json` describes. */
async function hafen(source: Partial<Source> = {}) {
  const document = await documentOf(text, { file, source: { file, title: "Der Hafen", ...source } });
  const passage = passagesOf(document).find(({ range }) => document.canonicalText.startsWith(words, range.start));
  if (passage === undefined) throw new Error("The passage was not read");
  return { document, passage, text: words };
}

/** What is checked, each with whether it holds, or what was found instead. */
function results(
  stated: StatedFacts,
  cited: Awaited<ReturnType<typeof hafen>>,
  highlight?: TextRange,
): Record<string, unknown> {
  const checks = checkFacts(stated, { ...cited, highlight });
  return Object.fromEntries(checks.map(({ name, holds, found }) => [name, holds ? true : found]));
}

describe("facts that are stated about a passage", () => {
  it("are checked one by one, and nothing else is", async () => {
    const cited = await hafen({ published: "2024-05-03" });
    const { passage } = cited;
    expect(checkFacts({}, { ...cited, highlight: undefined })).toEqual([]);
    const section = passage.headingPath.join(" › ");
    expect(passage.headingPath.length).toBeGreaterThan(1);
    const right = { title: "Der  Hafen", date: "2024-05-03", paragraph: passage.paragraph, section, anchor: "größe" };
    expect(results(right, cited)).toEqual({ title: true, date: true, paragraph: true, section: true, anchor: true });
    const wrong = { title: "Hafen", date: "2024-05-04", paragraph: 99, section: "BauGröße", page: 1, anchor: "x" };
    expect(results(wrong, cited)).toEqual({
      title: "Der Hafen",
      date: "2024-05-03",
      paragraph: String(passage.paragraph),
      section,
      page: undefined,
      anchor: "größe",
    });
    expect(results({ page: 4 }, { ...cited, passage: { ...passage, page: 3 } })).toEqual({ page: "3" });
  });

  it.each([
    ["Der Hafen", undefined, true],
    ["[Der Hafen]", undefined, true],
    ["Häfen: Der Hafen", "Häfen", true],
    ["Der Hafen", "Häfen", true],
    ["Häfen: Der Hafen", undefined, false],
    ["undefined: Der Hafen", undefined, false],
    ["Ports: Der Hafen", "Häfen", false],
    ["Häfen", "Häfen", false],
    ["", undefined, false],
  ])("may be the title with or without its kicker: %j, of the kicker %j", async (title, kicker, holds) => {
    const cited = await hafen(kicker === undefined ? {} : { kicker });
    expect(results({ title }, cited)).toEqual({ title: holds ? true : "Der Hafen" });
  });

  it.each([
    ["2023-09-12T11:57", "2023-09-12T11:57", true],
    ["2023-09-12", "2023-09-12T11:57", true],
    ["2023-09-13", "2023-09-12T11:57", false],
    ["2023-09-12T11", "2023-09-12T11:57", false],
    ["2023-09", "2023-09-12T11:57", false],
    ["2023", "2023-09", false],
    ["2023-09", "2023-09", true],
    ["2023", "2023", true],
    ["2023-09-12", "2023", false],
    ["2023-09-12", undefined, false],
    ["2023", undefined, false],
  ])("may be the day of a date: %s, of %s", async (date, published, holds) => {
    const cited = await hafen(published === undefined ? {} : { published });
    expect(cited.document.metadata.published?.stated).toBe(published);
    expect(results({ date }, cited)).toEqual({ date: holds ? true : published });
  });

  it.each([
    [4, 4, undefined, true],
    [3, 4, undefined, false],
    [5, 4, undefined, false],
    [3, 4, 6, false],
    [4, 4, 6, true],
    [6, 4, 6, true],
    [7, 4, 6, false],
  ])("may be one of several paragraphs: %i, of %i to %s", async (stated, paragraph, lastParagraph, holds) => {
    const cited = await hafen();
    const passage = { ...cited.passage, paragraph, ...(lastParagraph === undefined ? {} : { lastParagraph }) };
    expect(results({ paragraph: stated }, { ...cited, passage })).toEqual({ paragraph: holds ? true : "4" });
  });

  it.each([
    [4, { page: 4 }, true],
    [3, { page: 4 }, false],
    [5, { page: 4 }, false],
    [3, { page: 4, lastPage: 6 }, false],
    [4, { page: 4, lastPage: 6 }, true],
    [5, { page: 4, lastPage: 6 }, true],
    [6, { page: 4, lastPage: 6 }, true],
    [7, { page: 4, lastPage: 6 }, false],
    [1, {}, false],
  ])("may be one of several pages: %i, of %j", (page, pages, holds) => {
    expect(isOnPage(page, pages)).toBe(holds);
  });

  it("may be the document's address, or the passage's or the marked sentence's in it", async () => {
    const url = "https://example.org/hafen";
    const cited = await hafen({ url });
    const { document, passage } = cited;
    const linked = { metadata: document.metadata, file: document.file, passage, text: words };
    const highlight = { start: passage.range.start, end: passage.range.start + "Der Hafen".length };
    const ofPassage = passageLink(linked);
    const ofSentence = sentenceLink({ ...linked, highlight });
    expect(new Set([url, ofPassage, ofSentence]).size).toBe(3);
    for (const link of [url, ofPassage, ofSentence]) {
      expect(results({ link: link ?? "" }, cited, highlight)).toEqual({ link: true });
    }
    expect(results({ link: ofSentence ?? "" }, cited)).toEqual({ link: ofPassage });
    expect(results({ link: "https://example.com/hafen" }, cited, highlight)).toEqual({ link: ofSentence });
    expect(results({ link: url }, await hafen(), highlight)).toEqual({ link: undefined });
  });
});
