import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { MessageBody } from "../../../discord-stand-in/bodies.ts";
import { textsOf } from "../../../discord-stand-in/state/messages.ts";
import type { Answer, CitedPassage } from "../../../src/answering/answer.ts";
import { fingerprintOf } from "../../../src/answering/citing/fingerprint.ts";
import type { LookedUp, ReadingPage } from "../../../src/answering/service.ts";
import { styles } from "../../../src/answering/styles/styles.ts";
import { toQuestion } from "../../../src/discord/messages/text/question-text.ts";
import { renderAnswer } from "../../../src/discord/render/answer-view.ts";
import type { View } from "../../../src/discord/render/parts/layout.ts";
import { renderPassage } from "../../../src/discord/render/passage-view.ts";
import { charsPerPage, lastPart, renderReading } from "../../../src/discord/render/reading-view.ts";
import { renderReference } from "../../../src/discord/render/reference-view.ts";
import { renderSearch } from "../../../src/discord/render/search-view.ts";
import { renderSources } from "../../../src/discord/render/sources-view.ts";
import { renderStatements } from "../../../src/discord/render/statements-view.ts";
import { escapeText, unescapeText } from "../../../src/discord/render/text/escape.ts";
import { messagesFor } from "../../../src/locales/choose-messages.ts";
import { refused } from "../refused.ts";

const asker = "123456789012345678";
const words = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc
    .array(
      fc.constantFrom("**", "```", "||", "\n", "# ", "<@1>", "Wort ", "e\u0301", "👩‍👩‍👧", "@everyone", "\\", "`"),
      { maxLength: 400 },
    )
    .map((parts) => parts.join("")),
  fc.constantFrom(
    "*".repeat(4000),
    "Z\u0301".repeat(3000),
    `Z${"\u0301".repeat(9000)}`,
    "x".repeat(20_000),
    "\n".repeat(900),
    "Satz. ".repeat(900),
  ),
);
const locale = fc.constantFrom("de" as const, "en" as const);

const metadata = fc.record({
  key: fc.stringMatching(/^[a-z0-9]{1,20}(?:-[a-z0-9]{1,19}){0,2}$/),
  title: words,
  titleSource: fc.constantFrom("stated" as const, "described" as const, "derived" as const),
  publisher: words,
  author: words,
  url: fc.oneof(fc.webUrl(), words),
  language: locale,
});

const longestLink = `https://read.example.org/d/key?access=${"a".repeat(512 - 42)}#cited`.slice(0, 512);

const cited = fc
  .record({
    metadata,
    text: words,
    section: words,
    alsoIn: fc.array(fc.constant("abc:7"), { maxLength: 40 }),
    similarIn: fc.array(fc.constant("xyz:8"), { maxLength: 40 }),
    readerLink: fc.option(fc.constant(longestLink)),
    start: fc.nat(400),
    length: fc.nat(400),
    page: fc.option(fc.nat(999)),
  })
  .map(({ metadata, text, section, alsoIn, similarIn, readerLink, start, length, page }): CitedPassage => {
    const end = 50 + text.length;
    const middle = 50 + Math.floor(text.length / 2);
    return {
      citation: `${metadata.key}:12`,
      fingerprint: fingerprintOf(text),
      file: `${metadata.key}.txt`,
      metadata,
      passage: {
        documentKey: metadata.key,
        paragraph: 12,
        kind: "text",
        range: { start: 50, end },
        bytes: { start: 0, end: 1 },
        sentences: [
          { start: 50, end: middle },
          { start: middle, end },
        ],
        headingPath: [section],
        context: { headings: [], leadIns: [] },
        ...(page === null ? {} : { page }),
      },
      text,
      around: { leadIns: [] },
      highlight: { start: Math.min(end, 50 + start), end: Math.min(end, 50 + start + length) },
      score: 1,
      signals: [],
      alsoIn,
      similarIn,
      ...(readerLink === null ? {} : { readerLink }),
      isMarked: true,
    };
  });

const question = words.map((text) => {
  const line = toQuestion(text);
  return escapeText(line).length <= 1200 && line !== "" ? line : "Wie viele?";
});

const answer = fc
  .record({
    question,
    passages: fc.array(cited, { maxLength: 4 }),
    isAnswered: fc.boolean(),
    saysDifferentThings: fc.boolean(),
    certainty: fc.constantFrom("sure" as const, "uncertain" as const),
    lookedFor: fc.array(words, { maxLength: 30 }),
  })
  .map(({ question, passages, isAnswered, saysDifferentThings, certainty, lookedFor }): Answer => {
    const base = {
      question,
      language: "de" as const,
      confidence: 0.5,
      lookedFor: lookedFor.map((word) => ({ word, isFound: true, isInBestPassage: false })),
      missing: lookedFor.slice(0, 2),
      findings: lookedFor.slice(0, 4).map((word) => ({ what: "opposite" as const, words: [word, word] })),
      passages,
      worthShowing: Math.min(3, passages.length),
      saysDifferentThings,
      undatedLeftOut: 2,
    };
    return isAnswered && passages.length > 0
      ? { ...base, kind: "answered", certainty }
      : { ...base, kind: "abstained", certainty: "none", reason: "weak" };
  });

/** The inline code of our own that must survive every cut. */
function holds(view: View, code: string): boolean {
  return textsOf(MessageBody.parse({ components: view.components }).components ?? []).some((text) =>
    text.includes(`\`${code}\``),
  );
}

// Every run goes through texts of many thousand graphemes.
vi.setConfig({ testTimeout: 60_000 });

const runs = { numRuns: 25 };

describe("messages within Discord's limits, whatever the documents hold", () => {
  it("answers, with the best passage's citation intact", () => {
    fc.assert(
      fc.property(
        answer,
        locale,
        fc.boolean(),
        fc.boolean(),
        fc.nat(90),
        words,
        (found, language, isPrivate, isClosest, offset, before) => {
          const previous = escapeText(toQuestion(before)).length <= 400 ? toQuestion(before) : "";
          const page = {
            answer: found,
            passages: found.passages.slice(0, 3),
            offset,
            hasNext: found.passages.length > 3,
          };
          const scope = { source: "k".repeat(60), from: "2020-01-01", until: "2021-01-01" };
          const m = messagesFor(language);
          const view = renderAnswer(page, { m, asker, scope, previous, isPrivate, canShare: true, isClosest });
          expect(refused(view)).toEqual([]);
          const [best] = found.passages;
          if (best !== undefined && found.kind === "answered")
            expect(holds(view, `${best.citation}@${best.fingerprint}`)).toBe(true);
        },
      ),
      runs,
    );
  });

  it("passages, citations and statements", () => {
    fc.assert(
      fc.property(
        fc.array(cited, { minLength: 3, maxLength: 3 }),
        locale,
        fc.boolean(),
        words,
        (passages, language, isPrivate, statement) => {
          const m = messagesFor(language);
          const [found, before, after] = passages;
          if (found === undefined || before === undefined || after === undefined) return;
          const lookedUp: LookedUp = {
            ...found,
            state: "moved",
            document: {
              file: "f".repeat(300),
              fileSha256: "a".repeat(64),
              textSha256: "b".repeat(64),
              parser: { name: "p", version: 1 },
              isPlainText: true,
            },
            before: [before],
            after: [after],
            lines: { first: 1, last: 3 },
          };
          const view = renderPassage(lookedUp, { m, asker, isPrivate, canShare: true });
          expect(refused(view)).toEqual([]);
          expect(holds(view, `${found.citation}@${found.fingerprint}`)).toBe(true);
          for (const style of styles.slice(0, 2)) {
            const view = renderReference(
              { found: lookedUp, style, written: statement },
              { m, asker, isPrivate, canShare: true },
            );
            expect(refused(view)).toEqual([]);
            expect(holds(view, `${found.citation}@${found.fingerprint}`)).toBe(true);
          }
          const statements = passages.map((passage) => ({
            statement,
            certainty: "sure" as const,
            passages: [passage],
          }));
          expect(
            refused(
              renderStatements(statements, {
                messageUrl: "https://discord.com/channels/1/2/3",
                more: 3,
                m,
                asker,
                canShare: true,
              }),
            ),
          ).toEqual([]);
        },
      ),
      runs,
    );
  });

  it("hits and lists of documents", () => {
    fc.assert(
      fc.property(fc.array(cited, { maxLength: 5 }), question, locale, (passages, terms, language) => {
        const m = messagesFor(language);
        const hits = passages.map((passage) => ({
          ...passage,
          snippet: passage.passage.range,
          highlights: [passage.highlight],
          fields: [],
        }));
        const unique = hits.map((hit, index) => ({ ...hit, fingerprint: `${index}${hit.fingerprint}`.slice(0, 12) }));
        const page = { terms, language, hits: unique, total: 99, offset: 5, suggestions: ["a`b*", "c"] };
        expect(refused(renderSearch(page, { m, asker, isPrivate: true, canShare: true }))).toEqual([]);
        const sources = Array.from({ length: 20 }, (_, index) => ({
          file: `f${index}`,
          metadata: {
            ...(passages[0]?.metadata ?? { title: "t", titleSource: "stated" as const, language }),
            key: `key-${index}`,
          },
          passages: 3,
          paragraphs: 4,
          hidden: 1,
          ...(passages[0]?.readerLink === undefined ? {} : { readerLink: passages[0].readerLink }),
        }));
        expect(refused(renderSources(sources, { page: 1, m, asker }))).toEqual([]);
      }),
      runs,
    );
  });

  it("reading: every part fits, and the parts together are the page", () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), metadata, locale, (texts, facts, language) => {
        const m = messagesFor(language);
        const page: ReadingPage = {
          metadata: facts,
          file: "f.txt",
          page: 2,
          pages: 3,
          paragraphs: texts.map((text, index) => ({
            paragraph: {
              number: index + 1,
              range: { start: 0, end: text.length },
              kind: "text",
              headingPath: [],
              headings: [],
            },
            text,
            citation: `${facts.key}:${index + 1}`,
          })),
        };
        const read: string[] = [];
        for (let part = 0; ; part++) {
          const view = renderReading(page, part, m);
          expect(refused(view)).toEqual([]);
          if (part > 0 && JSON.stringify(view) === JSON.stringify(renderReading(page, part - 1, m))) break;
          read.push(
            textsOf(MessageBody.parse({ components: view.components }).components ?? [])
              .slice(1, -1)
              .join(""),
          );
        }
        expect(refused(renderReading(page, lastPart, m))).toEqual([]);
        expect(refused(renderReading({ ...page, marked: { paragraph: texts.length } }, undefined, m))).toEqual([]);
        const letters = (text: string) => unescapeText(text).replace(/[^\p{L}\p{N}]/gu, "");
        expect(letters(read.join(""))).toBe(letters(escapeText(texts.join(""))));
      }),
      { numRuns: 12 },
    );
    expect(charsPerPage).toBeLessThan(2000);
  });
});
