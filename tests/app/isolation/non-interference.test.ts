import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseCitation } from "../../../src/answering/citing/citation.ts";
import { readClaims } from "../../../src/answering/proof/claims/read-claims.ts";
import type { Fundstelle } from "../../../src/answering/service.ts";
import type { App } from "../../../src/app.ts";
import { AppError } from "../../../src/errors.ts";
import type { DocumentFilter } from "../../../src/search/passage-index.ts";
import { type AudienceName, audiences, hiddenWords, RestrictedCollection } from "./restricted-collection.ts";

const questions = [
  "Wann wurde der Leuchtturm gebaut?",
  "Wie weit leuchtet die Laterne?",
  "Wie lautet das Kennwort des Tresors?",
  "Wie lautet das Kenwort?",
  "Was ist eine Zimtschneke?",
  "Kupferkesel",
  "Quastenflosse",
  "What do the beekeepers of Bramley harvest?",
  "harvset",
  "Bramlay",
  "Wo liegt Sandersog?",
  "Où est le phare?",
  "Wann beginnt die Nachtruhe?",
  "Wann beginnt die Nachtruhe laut der Hausordnung von 2019?",
  "Welches Tier wohnt im Gebälk?",
  "Wer mag die Fledermaus?",
  "Wie lange dauert der Putz?",
  "Was kostet ein Sack Mehl?",
  "Was kostet 34 Taler?",
  "Was geschah 1999?",
  "Was geschah im September?",
  "Worum geht es hier?",
  "Welche Dokumente gibt es über den Tresor?",
  "Wann wurde der Leuchtturm gebaut? Wie lautet das Kennwort des Tresors?",
  "Leuchtturm",
  "=>>",
  ...hiddenWords,
];
const typed = [
  "",
  "l",
  "leuchtturm",
  "leuchtturm:",
  "leuchtturm:3",
  "muehle-leuchtturm:2",
  "tresor",
  "tresor:2",
  "tresr:2",
];
const typedMore = [
  "honey",
  "honey:2",
  "schmiede",
  "hausordnung",
  "hausordnung:2",
  "kennwort",
  "wie",
  "inselseite",
  "seite",
];
const citations = [
  "tresor:2",
  "leuchtturm:3",
  "honey:2",
  "hausordnung:2",
  "muehle-leuchtturm:2",
  "seite:1",
  "tresor:2@abcdef012345",
];

/** Everything that somebody can ask, with what comes out, errors included. */
async function everythingAsked(fundstelle: Fundstelle, filter: DocumentFilter): Promise<Record<string, string>> {
  const outputs: Record<string, string> = {};
  const note = async (name: string, ask: () => unknown): Promise<void> => {
    try {
      outputs[name] = JSON.stringify(await ask()) ?? "undefined";
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      outputs[name] = `${error.code}: ${error.message} ${error.remedy}`;
    }
  };
  for (const question of questions) {
    await note(`ask ${question}`, () => fundstelle.ask(question, { filter }));
    await note(`ask for 12: ${question}`, () => fundstelle.ask(question, { filter, limit: 12 }));
    await note(`search ${question}`, () => fundstelle.search(question, { filter }));
    await note(`follow up: ${question}`, () =>
      fundstelle.ask("Und wann?", { filter, previousQuestion: question, limit: 5 }),
    );
    await note(`ask of one document: ${question}`, () =>
      fundstelle.ask(question, { filter: { ...filter, keys: ["leuchtturm"] } }),
    );
    await note(`ask of a time: ${question}`, () =>
      fundstelle.ask(question, { filter: { ...filter, from: "2019-01-01", until: "2022-12-31" } }),
    );
  }
  for (const text of [...typed, ...typedMore]) {
    await note(`questions ${text}`, () => fundstelle.suggestQuestions(text, { filter }));
    await note(`citations ${text}`, () => fundstelle.suggestCitations(text, { filter, limit: 25 }));
    await note(`documents ${text}`, () => fundstelle.suggestSources(text, { filter }));
    await note(`read ${text}`, () => fundstelle.read(text, { filter }));
  }
  for (const text of citations) {
    const reference = parseCitation(text);
    if (reference === undefined) throw new Error(`${text} is no citation`);
    await note(`look up ${text}`, () => fundstelle.lookUp(reference, { filter }));
    await note(`reference ${text}`, () => fundstelle.reference(reference, { filter }));
    const isKnownKey = (key: string) => fundstelle.sources(filter).some(({ metadata }) => metadata.key === key);
    await note(`verify ${text}`, () =>
      fundstelle.verify(readClaims(`> Das Kennwort lautet Zimtschnecke.\n${text}`, isKnownKey), { filter }),
    );
  }
  await note("sources", () => fundstelle.sources(filter));
  return outputs;
}

const names = Object.keys(audiences) as AudienceName[];
const expected = new Map<AudienceName, Record<string, string>>();
const collections: RestrictedCollection[] = [];
const collection = (): RestrictedCollection => {
  const made = new RestrictedCollection();
  collections.push(made);
  return made;
};

beforeAll(async () => {
  for (const name of names) {
    const audience = audiences[name];
    const { fundstelle } = await collection().write(audience).open();
    expected.set(name, await everythingAsked(fundstelle, { audience }));
  }
}, 300_000);
afterAll(async () => {
  for (const made of collections) await made.remove();
});

const ways: readonly [string, () => Promise<App>][] = [
  ["built", () => collection().write().open()],
  [
    "loaded from the disk",
    async () => {
      const made = collection().write();
      await made.open();
      return made.open();
    },
  ],
  [
    "built of open documents, to which others came",
    async () => {
      const made = collection().write({});
      await made.open();
      return made.write().open();
    },
  ],
];

describe.each(ways)("an index %s", (_, open) => {
  it("tells everybody the same, to the byte, as if what they may not see was not there", async () => {
    const { fundstelle } = await open();
    for (const name of names) {
      const told = await everythingAsked(fundstelle, { audience: audiences[name] });
      const wanted = expected.get(name) ?? {};
      const different = Object.keys(wanted).filter((key) => told[key] !== wanted[key]);
      expect(different.map((key) => ({ name, key, told: told[key], wanted: wanted[key] }))).toEqual([]);
    }
  }, 300_000);
});
