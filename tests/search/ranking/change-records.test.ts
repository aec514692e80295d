import { expect, it } from "vitest";
import { createLexicon } from "../../../src/analysis/lexicon/create-lexicon.ts";
import { readLexicon } from "../../../src/analysis/lexicon/read-lexicon.ts";
import type { SourceDocument } from "../../../src/documents/document.ts";
import { passagesOf } from "../../../src/documents/passages/passages.ts";
import { search } from "../../../src/search/search.ts";
import { documentOf } from "../../documents/make-document.ts";
import { indexed } from "../../support/indexed.ts";

const lexicon = createLexicon(readLexicon());

function withKey(document: SourceDocument, number: number) {
  const keyed = { ...document, metadata: { ...document.metadata, key: `d${number}` } };
  return { document: keyed, passages: passagesOf(keyed) };
}

async function firstFile(question: string, records: { readonly file: string; readonly title: string }) {
  const documents = await Promise.all([
    documentOf(`# ${records.title}\n\n## 2.4\n\nThe retention of the trash bin is a setting.`, {
      file: records.file,
      language: "en",
    }),
    documentOf(
      "# Settings\n\nWhatever lies in the bin is kept for some days: how many is the retention, which is yours to choose.",
      {
        file: "settings.md",
        language: "en",
      },
    ),
  ]);
  const { index } = indexed(documents.map(withKey), lexicon);
  const { hits } = await search(index, index.prepare(question, "en"), { limit: 10 });
  return hits[0] === undefined ? undefined : index.document(hits[0].document).file;
}

const question = "What is the retention of the trash bin?";

it.each([
  { file: "CHANGELOG.md", title: "Bin" },
  { file: "docs/release-notes.md", title: "Bin" },
  { file: "NEWS.md", title: "bin 2.4" },
  { file: "a.md", title: "What’s new" },
  { file: "a.md", title: "Änderungsprotokoll" },
])("$file, “$title” comes behind what says how things are", async (records) => {
  expect(await firstFile(question, records)).toBe("settings.md");
});

it.each([
  { file: "news/harbour.md", title: "News of the harbour" },
  { file: "history.md", title: "The history of the bin" },
  { file: "change-of-address.md", title: "Changes of address" },
])("$file, “$title” comes where its words put it", async (records) => {
  expect(await firstFile(question, records)).toBe(records.file);
});

it("comes first where changes are asked for", async () => {
  const records = { file: "CHANGELOG.md", title: "Bin" };
  expect(await firstFile("Since which version is there a retention of the trash bin?", records)).toBe("CHANGELOG.md");
});
