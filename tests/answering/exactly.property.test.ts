import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLexicon } from "../../src/analysis/lexicon/create-lexicon.ts";
import { readLexicon } from "../../src/analysis/lexicon/read-lexicon.ts";
import type { Answer } from "../../src/answering/answer.ts";
import { ask } from "../../src/answering/ask.ts";
import type { DocumentInput } from "../../src/search/index/index-writer.ts";
import { inventedDocument } from "../search/storage/invented.ts";
import { indexed } from "../support/indexed.ts";

const lexicon = createLexicon(readLexicon());
/** Made-up collections a kind, each with a question on every document: a thousand values in all. */
const runs = 125;
const perRun = 8;

/** One document's sentence, the question that it answers, and a question on a neighbour that no document has. */
interface Situation {
  readonly sentence: string;
  readonly question: string;
}

async function answers(sentences: readonly string[], questions: readonly string[]): Promise<Answer[]> {
  const documents = sentences.map((sentence, at): DocumentInput => inventedDocument(`d${at}`, sentence));
  const { index } = indexed(documents, lexicon);
  const all: Answer[] = [];
  for (const question of questions) all.push((await ask(index, question, lexicon, { language: "de" })).answer);
  return all;
}

/** Every question's first passage is its own document's; a question on what is nowhere is never answered as sure. */
async function expectExactly(situations: readonly Situation[], neighbours: readonly string[]): Promise<void> {
  const sentences = situations.map(({ sentence }) => sentence);
  const questions = situations.map(({ question }) => question);
  const [found, others] = [await answers(sentences, questions), await answers(sentences, neighbours)];
  found.forEach((answer, at) => {
    expect(answer.passages[0]?.metadata.key, JSON.stringify([questions[at], sentences])).toBe(`d${at}`);
    expect(answer.kind, questions[at]).toBe("answered");
  });
  others.forEach((answer, at) => {
    expect(answer.certainty, JSON.stringify([neighbours[at], answer.passages[0]?.text])).not.toBe("sure");
  });
}

function check<T>(values: fc.Arbitrary<T>, property: (value: T) => Promise<void>): Promise<void> {
  return fc.assert(fc.asyncProperty(values, property), { numRuns: runs });
}

const things = ["Chor", "Schule", "Feuerwehr", "Verein", "Bücherei", "Theater", "Kita", "Tierheim"];
const writings = fc.constantFrom("dotted", "spaced", "plain");

function writtenAmount(value: number, writing: string): string {
  const separator = writing === "dotted" ? "." : writing === "spaced" ? " " : "";
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, separator);
}

describe("what is asked for to the letter comes first, and its neighbours are never sure", () => {
  it(
    "part numbers, however they are written",
    () =>
      check(
        fc.record({
          letters: fc.string({ unit: fc.constantFrom(..."BDFGHJKLNPQRSTUWXYZ"), minLength: 1, maxLength: 3 }),
          figures: fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: perRun + 1, maxLength: perRun + 1 }),
          writing: fc.constantFrom("-", "", " "),
        }),
        async ({ letters, figures: [absent = 0, ...figures], writing }) => {
          const situations = figures.map((figure, at) => ({
            sentence: `Die Pumpe ${letters}-${figure} steht in ${things[at]}straße und wiegt ${at + 3} Tonnen.`,
            question: `Wo steht die Pumpe ${letters}${writing}${figure}?`,
          }));
          await expectExactly(situations, [`Wo steht die Pumpe ${letters}${writing}${absent}?`]);
        },
      ),
    240_000,
  );

  it(
    "versions",
    () =>
      check(
        fc.uniqueArray(
          fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })),
          { minLength: perRun + 1, maxLength: perRun + 1, selector: (parts) => parts.join(".") },
        ),
        async ([absent = [0, 0, 0], ...versions]) => {
          const situations = versions.map((version, at) => ({
            sentence: `Mit Version ${version.join(".")} kam das Fenster für ${things[at]}.`,
            question: `Was kam mit v${version.join(".")}?`,
          }));
          await expectExactly(situations, [`Was kam mit v${absent.join(".")}?`]);
        },
      ),
    240_000,
  );

  it(
    "amounts, with and without what parts thousands",
    () =>
      check(
        fc.record({
          values: fc.uniqueArray(fc.integer({ min: 1001, max: 989_999 }), { minLength: perRun, maxLength: perRun }),
          written: writings,
          asked: writings,
          offset: fc.constantFrom(1, 10, 100, 1000),
        }),
        async ({ values, written, asked, offset }) => {
          const situations = values.map((value, at) => ({
            sentence: `Der Betrag für ${things[at]} war ${writtenAmount(value, written)} Euro.`,
            question: `Wofür waren ${writtenAmount(value, asked)} Euro?`,
          }));
          const absent = (values[0] ?? 0) + offset;
          fc.pre(!values.includes(absent));
          await expectExactly(situations, [`Wofür waren ${writtenAmount(absent, asked)} Euro?`]);
        },
      ),
    240_000,
  );

  it(
    "times of the day",
    () =>
      check(
        fc.record({
          minutes: fc.uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: perRun + 1, maxLength: perRun + 1 }),
          written: fc.constantFrom(".", ":"),
          asked: fc.constantFrom(".", ":"),
        }),
        async ({ minutes: [absent = 0, ...minutes], written, asked }) => {
          // Twelve hours apart, one may be meant by the other.
          fc.pre(new Set([absent, ...minutes].map((minute) => minute % 720)).size === minutes.length + 1);
          const time = (minute: number, sign: string): string =>
            `${Math.floor(minute / 60)}${sign}${String(minute % 60).padStart(2, "0")} Uhr`;
          const situations = minutes.map((minute, at) => ({
            sentence: `Der Bus um ${time(minute, written)} fährt zu ${things[at]}.`,
            question: `Wohin fährt der Bus um ${time(minute, asked)}?`,
          }));
          await expectExactly(situations, [`Wohin fährt der Bus um ${time(absent, asked)}?`]);
        },
      ),
    240_000,
  );

  it(
    "phrases in quotation marks, with their small words",
    () =>
      check(
        fc.record({
          words: fc.uniqueArray(fc.constantFrom("Berge", "Land", "Meer", "Wolken", "Nacht", "Lieder"), {
            minLength: 2,
            maxLength: 2,
          }),
          small: fc.uniqueArray(fc.constantFrom("der", "ohne", "im", "und", "über", "aus", "für"), {
            minLength: 5,
            maxLength: 5,
          }),
          quotes: fc.constantFrom("„“", '""', "»«", "“”"),
        }),
        async ({ words: [a = "", b = ""], small: [absent = "", ...small], quotes }) => {
          const quoted = (phrase: string): string => `${quotes.charAt(0)}${phrase}${quotes.charAt(1)}`;
          const phrases = small.flatMap((word) => [`${a} ${word} ${b}`, `${b} ${word} ${a}`]);
          const situations = phrases.map((phrase, at) => ({
            sentence: `Der Film „${phrase}“ läuft im Haus ${things[at]}.`,
            question: `Wo läuft der Film ${quoted(phrase)}?`,
          }));
          await expectExactly(situations, [`Wo läuft der Film ${quoted(`${a} ${absent} ${b}`)}?`]);
        },
      ),
    240_000,
  );

  it(
    "what is not, among what is",
    () =>
      check(
        fc.record({
          thing: fc.constantFrom("Balkon", "Kamin", "Fernseher", "Schrank", "Teppich", "Kühlschrank"),
          without: fc.integer({ min: 0, max: perRun - 1 }),
          said: fc.constantFrom("ohne", "kein"),
          asked: fc.constantFrom("ohne", "kein"),
        }),
        async ({ thing, without, said, asked }) => {
          const sentences = things.map((name, at) => {
            const has =
              at === without ? (said === "ohne" ? `ist ohne ${thing}` : `hat keinen ${thing}`) : `hat einen ${thing}`;
            return `Das Zimmer ${name} ${has}.`;
          });
          const question =
            asked === "ohne" ? `Welches Zimmer ist ohne ${thing}?` : `Welches Zimmer hat keinen ${thing}?`;
          const [answer] = await answers(sentences, [question]);
          expect(answer?.passages[0]?.metadata.key, JSON.stringify([question, sentences])).toBe(`d${without}`);
          const all = things.map((name) => `Das Zimmer ${name} hat einen ${thing}.`);
          const [none] = await answers(all, [question]);
          expect(none?.certainty, question).not.toBe("sure");
        },
      ),
    240_000,
  );
});
