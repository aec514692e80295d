import { expect, it } from "vitest";
import { createLexicon } from "../../src/analysis/lexicon/create-lexicon.ts";
import { readLexicon } from "../../src/analysis/lexicon/read-lexicon.ts";
import { ask } from "../../src/answering/ask.ts";
import type { DocumentInput } from "../../src/search/index/index-writer.ts";
import { inventedDocument } from "../search/storage/invented.ts";
import { indexed } from "../support/indexed.ts";

const lexicon = createLexicon(readLexicon());

function inLanguage(language: string, key: string, text: string): DocumentInput {
  const input = inventedDocument(key, text);
  return { ...input, document: { ...input.document, metadata: { ...input.document.metadata, language } } };
}

const polish = inLanguage(
  "pl",
  "latarnia",
  "Latarnia morska świeciła zimą do rana. Latarnik zapalał lampę każdego wieczoru.",
);
const english = inLanguage("en", "harbour", "The harbour of Sandersoog was built in 1887. Its crane lifts forty tons.");

it("of a question in an unknown language is that of the documents, whose plain words find the passage", async () => {
  const { index } = indexed([polish], lexicon);
  const { answer } = await ask(index, "Kto zapalał lampę?", lexicon);
  expect(answer.language).toBe("und");
  expect(answer.passages[0]?.metadata.key).toBe("latarnia");
});

it("of a question whose words tell none is that of most documents", async () => {
  const { index } = indexed([polish, english, inLanguage("en", "mill", "The mill grinds oats.")], lexicon);
  expect((await ask(index, "Sandersoog?", lexicon)).answer.language).toBe("en");
  expect(indexed([], lexicon).index.mainLanguage()).toBe("und");
});
