import { describe, expect, it } from "vitest";
import { createLexicon } from "../../../src/analysis/lexicon/create-lexicon.ts";
import { readLexicon } from "../../../src/analysis/lexicon/read-lexicon.ts";
import { followUp } from "../../../src/answering/conversation/follow-up.ts";
import type { LanguageCode } from "../../../src/documents/document.ts";
import type { Concept, Query } from "../../../src/search/query/concept.ts";
import { indexed } from "../../support/indexed.ts";
import { termFor } from "../../support/invented-query.ts";
import { inventedDocument } from "../storage/invented.ts";

const lexicon = createLexicon(readLexicon());
const german = inventedDocument(
  "reise",
  [
    "Minister Schoigu reiste nach Kiew. Die CIA beobachtete ihn in Pjöngjang.",
    "Der Zug kam am 19. Juni 2024 in Hanoi an. Er brachte 10.000 Container mit Weizen.",
    "Die Ankunft der Lieferung von Waffen wurde gefeiert.",
  ].join("\n\n"),
);
const english = inventedDocument("diary", "The keeper wrote a diary about the kettle.", "en");
const { index } = indexed([german], lexicon);
const { index: both } = indexed([german, english], lexicon);

const prepare = (question: string, language: LanguageCode = "de", of = index): Query => of.prepare(question, language);
function conceptOf(query: Query, text: string): Concept {
  const found = query.concepts.find((concept) => concept.text === text);
  if (found === undefined)
    throw new Error(`${text} is none of ${query.concepts.map((concept) => concept.text).join(", ")}.`);
  return found;
}
const termsOf = (query: Query, text: string): string[] => conceptOf(query, text).alternatives.map(({ term }) => term);
const texts = ({ concepts }: Query): string[] => concepts.map(({ text }) => text);

describe("a question's concepts", () => {
  it("are its content words, each once, with their places", () => {
    const question = "Wie kam der Zug, und wann kam der Zug?";
    const query = prepare(question);
    expect(texts(query)).toEqual(["kam", "Zug"]);
    for (const { text, start, end } of query.concepts) expect(question.slice(start, end)).toBe(text);
  });

  it.each([["K-4 "], ["19. Juni 2024, "], ["C++ "], ["=> "]])(
    "and %j many times over once, as what it fixes",
    (unit) => {
      const once = prepare(unit.trim());
      const often = prepare(unit.repeat(300));
      expect(texts(often)).toEqual(texts(once));
      expect(often.constraints.length).toBeLessThanOrEqual(Math.max(1, once.constraints.length));
    },
  );

  it("are at most forty, and so is what it fixes", () => {
    const query = prepare(Array.from({ length: 200 }, (_, at) => `K-${at}`).join(" "));
    expect(texts(query)).toHaveLength(40);
    expect(query.constraints).toHaveLength(40);
  });

  it.each(["Was ist das?", "Wie ist es?", "?!", "🐻", "…"])("are none in %j", (question) => {
    expect(prepare(question).concepts.filter(({ text }) => /\p{L}{2}/u.test(text))).toEqual([]);
  });

  it("are those of what is asked for, not of what leads up to it", () => {
    expect(texts(prepare("Kannst du mir sagen, wann der Zug kam?"))).toEqual(["Zug", "kam"]);
    expect(texts(prepare("Do you know when the train came?", "en"))).toEqual(["train", "came"]);
    expect(texts(prepare("Do you know how?", "en"))).toEqual(["know"]);
  });

  it("are English verbs with the particle that stands behind their object", () => {
    const query = prepare("Who called the meeting off?", "en");
    expect(texts(query)).toEqual(["called", "meeting"]);
    expect(termsOf(query, "called")).toContain(termFor("absagen"));
    expect(termsOf(query, "called")).not.toContain(termFor("nennen"));
  });

  it("are English nouns behind an article, with or without a preposition", () => {
    expect(texts(prepare("Who made the deal with Japan?", "en"))).toEqual(["made", "deal", "Japan"]);
    expect(texts(prepare("How did they deal with Japan?", "en"))).toEqual(["deal with", "Japan"]);
    expect(texts(prepare("Was it the lack of rain?", "en"))).toEqual(["lack of", "rain"]);
    expect(texts(prepare("Was the prime minister there?", "en"))).toEqual(["prime minister"]);
  });

  it("count in full where a name is a word as well, unless it is inflected", () => {
    const weightOf = (question: string, text: string, term: string) =>
      conceptOf(prepare(question, "en"), text).alternatives.find((alternative) => alternative.term === term)?.weight;
    expect(weightOf("Did Victor Bush resign?", "Bush", termFor("bush"))).toBe(1);
    expect(weightOf("Did Victor hide in a bush?", "bush", termFor("bush"))).toBeLessThan(0.5);
    expect(weightOf("Did the Victor Bushes resign?", "Bushes", termFor("bushes"))).toBeLessThan(0.5);
  });

  it("hold the United States, with capitals or without", () => {
    for (const name of ["the US", "the U.S.", "the us", "the USA"]) {
      const query = prepare(`did ${name} invade cuba`, "en");
      expect(query.concepts[0]?.alternatives).toContainEqual(
        expect.objectContaining({ term: termFor("USA"), weight: 1 }),
      );
    }
    expect(texts(prepare("did they tell us", "en"))).not.toContain("us");
    for (const name of ["the US president", "the us president", "us president", "the U.S. President"]) {
      expect(texts(prepare(`did ${name} resign`, "en"))).toEqual([name.replace("the ", ""), "resign"]);
    }
  });

  it("are not more than can be looked at, however long the question", () => {
    const words = Array.from(
      { length: 300 },
      (_, i) =>
        `wort${"abcdefghij".charAt(i % 10)}${"klmnopqrst".charAt(Math.floor(i / 10) % 10)}${"uvwxyz".charAt(Math.floor(i / 100))}`,
    );
    expect(prepare(words.join(" ")).concepts.length).toBeLessThanOrEqual(40);
  });

  it("have distinct terms, the weightiest first, with weights from 0 to 1", () => {
    for (const question of [
      "Welche Waffenlieferungen kamen an?",
      "Wer reiste nach Kyjiw?",
      "Wie viele Container brachte der Eisenbahnzug?",
    ]) {
      for (const { alternatives } of prepare(question).concepts) {
        expect(new Set(alternatives.map(({ term }) => term)).size).toBe(alternatives.length);
        const weights = alternatives.map(({ weight }) => weight);
        expect(weights).toEqual([...weights].sort((a, b) => b - a));
        expect(weights.every((weight) => weight > 0 && weight <= 1)).toBe(true);
      }
    }
  });
});

describe("dates and numbers", () => {
  it.each(["am 19. Juni 2024", "am 19.06.2024", "am 2024-06-19"])("are one however they are written: %s", (when) => {
    const query = prepare(`Was geschah ${when}?`);
    const date = query.concepts.find(({ isNumber }) => isNumber);
    expect(date?.alternatives[0]).toMatchObject({ term: "2024-06-19", weight: 1 });
  });

  it("are the same in English", () => {
    expect(
      prepare("What happened on June 19, 2024?", "en").concepts.find(({ isNumber }) => isNumber)?.alternatives[0]?.term,
    ).toBe("2024-06-19");
  });

  it("are met by themselves alone, in figures and in words: no other number stands for them", () => {
    for (const written of ["10000", "10.000"]) {
      const query = prepare(`Wer brachte ${written} Container?`);
      expect(conceptOf(query, query.concepts.find(({ isNumber }) => isNumber)?.text ?? "").alternatives).toEqual([
        { term: "10000", weight: 1, kind: "exact" },
        { term: termFor("zehntausend"), weight: 0.8, kind: "spelling" },
      ]);
    }
  });
});

describe("words that stand apart or together", () => {
  it("puts separated verbs together", () => {
    expect(termsOf(prepare("Wann kam der Zug an?"), "kam")).toEqual(
      expect.arrayContaining([termFor("ankam"), termFor("Ankunft")]),
    );
    expect(termsOf(prepare("Wann kam der Zug?"), "kam")).not.toContain(termFor("Ankunft"));
  });

  it("finds neighbours that the collection writes in one", () => {
    const query = prepare("Wer war in Ha Noi?");
    expect(termsOf(query, "Ha")).toContain(termFor("Hanoi"));
    expect(termsOf(query, "Noi")).toContain(termFor("Hanoi"));
  });

  it("take in the noun that is written in one with the particle of its verb, as far as the documents have it", () => {
    const { index: of } = indexed(
      [inventedDocument("server", "Make a backup daily. The login is on page two. Feedback is welcome.", "en")],
      lexicon,
    );
    const query = prepare("How do I back up my data and log in?", "en", of);
    expect(termsOf(query, "back up")).toContain(termFor("backup", "en"));
    expect(termsOf(query, "log in")).toContain(termFor("login", "en"));
    const weightOf = (term: string) =>
      conceptOf(query, "log in").alternatives.find((one) => one.term === termFor(term, "en"))?.weight ?? 0;
    expect(weightOf("log")).toBeLessThan(weightOf("login"));
    expect(termsOf(prepare("Which feed is in page two?", "en", of), "feed")).not.toContain(termFor("feedback", "en"));
  });

  it("splits compounds", () => {
    const terms = termsOf(prepare("Wie war die Waffenlieferung?"), "Waffenlieferung");
    expect(terms).toEqual(expect.arrayContaining([termFor("Waffen"), termFor("Lieferung")]));
  });
});

describe("spelling", () => {
  it.each([
    ["Shoigu", "schoigu"],
    ["Schojgu", "schoigu"],
    ["Contianer", "container"],
  ])("takes %s for %s", (written, meant) => {
    expect(conceptOf(prepare(`Was ist mit ${written}?`), written)).toMatchObject({ correctedTo: meant });
  });

  it.each([
    ["Kyjiw", "Kiew"],
    ["Kyiv", "Kiew"],
    ["Pyongyang", "Pjöngjang"],
  ])("knows that %s is %s", (written, meant) => {
    expect(termsOf(prepare(`Was ist in ${written}?`), written)).toContain(termFor(meant));
  });

  it("never takes China for the CIA, in either language", () => {
    for (const language of ["de", "en"] as const) {
      expect(termsOf(prepare("Was ist mit China", language), "China")).not.toContain(termFor("CIA"));
    }
  });

  it("leaves words alone that are found", () => {
    for (const word of ["Schoigu", "Zug", "Container", "Hanoi", "Weizen", "CIA"]) {
      const { correctedTo, alternatives } = conceptOf(prepare(`Was ist mit ${word}?`), word);
      expect([word, correctedTo]).toEqual([word, undefined]);
      expect(alternatives.some(({ kind }) => kind === "spelling")).toBe(false);
    }
  });
});

describe("another language", () => {
  it("translates English words, expressions and irregular forms", () => {
    const query = prepare("Who celebrated the delivery of weapons that the train brought?", "en");
    expect(termsOf(query, "delivery")).toContain(termFor("Lieferung"));
    expect(termsOf(query, "weapons")).toContain(termFor("Waffen"));
    expect(termsOf(query, "brought")).toContain(termFor("bringen"));
    expect(texts(prepare("Who is the prime minister?", "en"))).toEqual(["prime minister"]);
  });

  it("takes words of an expression one by one where each of them means something", () => {
    const query = prepare("How much parental leave do people get?", "en", both);
    expect(texts(query)).toEqual(expect.arrayContaining(["parental", "leave"]));
    for (const word of ["parental", "leave"]) {
      expect(termsOf(query, word)).toContain(termFor("Elternzeit", "de"));
      expect(conceptOf(query, word).alternatives[0]).toMatchObject({ weight: 1 });
    }
    expect(texts(prepare("When do elections take place?", "en", both))).toContain("take place");
    expect(texts(prepare("What does North Korea deny?", "en", both))).toContain("North Korea");
    // Where no document is in the language, the whole is what is translated.
    expect(texts(prepare("How much parental leave do people get?", "en"))).toContain("parental leave");
  });

  it("gives a word that two expressions share to the second", () => {
    expect(texts(prepare("What does the village get in return?", "en"))).toEqual(["village", "get", "in return"]);
    expect(texts(prepare("Did they get in?", "en"))).toEqual(["get in"]);
  });

  it("keeps to the languages that the collection has", () => {
    expect(termsOf(prepare("Who wrote the diary?", "en"), "diary").some((term) => term.startsWith("en:"))).toBe(false);
    expect(termsOf(prepare("Who wrote the diary?", "en", both), "diary")).toEqual(
      expect.arrayContaining([termFor("diary", "en"), termFor("Tagebuch")]),
    );
    expect(termsOf(prepare("Wer schrieb das Tagebuch?", "de", both), "Tagebuch")).toEqual(
      expect.arrayContaining([termFor("diary", "en"), termFor("Tagebuch")]),
    );
  });

  it("finds words of the other language inside a question", () => {
    expect(termsOf(prepare("Wer hat den kettle repariert?", "de", both), "kettle")).toContain(termFor("kettle", "en"));
    expect(termsOf(prepare("Who is Schoigu?", "en"), "Schoigu")).toContain(termFor("Schoigu"));
  });
});

describe("followUp", () => {
  const first = prepare("Wie viele Container brachte der Zug im Juni 2024?");

  it("takes over what is left out, damped", () => {
    const query = followUp(prepare("Und der Weizen?"), first);
    expect(texts(query)).toEqual(expect.arrayContaining(["Weizen", "Container", "Zug", "Juni", "2024"]));
    expect(conceptOf(query, "Weizen").importance).toBe(1);
    expect(conceptOf(query, "Zug").importance).toBeLessThan(1);
  });

  it("replaces a month by a month and a year by a year", () => {
    const query = followUp(prepare("Und im September 2023?"), first);
    expect(texts(query)).toEqual(expect.arrayContaining(["September", "2023", "Zug"]));
    expect(texts(query)).not.toContain("Juni");
    expect(texts(query)).not.toContain("2024");
  });

  it("counts the earlier question less where the new one can stand alone", () => {
    const alone = followUp(prepare("Warum reiste Minister Schoigu nach Hanoi?"), first);
    const leaning = followUp(prepare("Und warum?"), first);
    expect(conceptOf(alone, "Zug").importance).toBeLessThan(conceptOf(leaning, "Zug").importance);
  });

  it("takes no word twice", () => {
    expect(texts(followUp(prepare("Und der Zug?"), first)).filter((text) => text === "Zug")).toHaveLength(1);
  });
});
