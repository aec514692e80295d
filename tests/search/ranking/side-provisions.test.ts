import { expect, it } from "vitest";
import { createLexicon } from "../../../src/analysis/lexicon/create-lexicon.ts";
import { readLexicon } from "../../../src/analysis/lexicon/read-lexicon.ts";
import { passagesOf } from "../../../src/documents/passages/passages.ts";
import { search } from "../../../src/search/search.ts";
import { documentOf } from "../../documents/make-document.ts";
import { indexed } from "../../support/indexed.ts";

const lexicon = createLexicon(readLexicon());

/** What a statute about boats says first: the rule, or what it says of it elsewhere. */
async function firstSection(question: string, elsewhere: string) {
  const document = await documentOf(
    `# Bootsordnung

## § 4 Liegeplätze

Wer ein Boot hat, meldet dessen Länge dem Hafenmeister, und zwar innerhalb einer Woche, nachdem es im Hafen liegt.

## § 9 ${elsewhere}

Ordnungswidrig handelt, wer entgegen § 4 die Länge des Bootes dem Hafenmeister nicht meldet oder die Länge falsch meldet.
`,
    { file: "bootsordnung.md", language: "de" },
  );
  const { index } = indexed([{ document, passages: passagesOf(document) }], lexicon);
  const { hits } = await search(index, index.prepare(question, "de"), { limit: 10 });
  const [passage] = hits[0] === undefined ? [] : await index.fetch([hits[0].id]);
  return passage?.passage.headingPath.at(-1);
}

const question = "Wem meldet man die Länge des Bootes?";

it.each(["Bußgeldvorschriften", "Ordnungswidrigkeiten", "Übergangsvorschriften"])(
  "what stands under “%s” comes behind the rule",
  async (elsewhere) => {
    expect(await firstSection(question, elsewhere)).toBe("§ 4 Liegeplätze");
  },
);

it("other sections come where their words put them", async () => {
  expect(await firstSection(question, "Aufsicht")).toBe("§ 9 Aufsicht");
});

it.each([
  "Welche Strafe droht, wenn man die Länge des Bootes nicht meldet?",
  "Ist es ein Verstoß, die Länge des Bootes nicht zu melden?",
])("%s is about them", async (asked) => {
  expect(await firstSection(asked, "Bußgeldvorschriften")).toBe("§ 9 Bußgeldvorschriften");
});
