import { defined } from "../../defined.ts";
import type { Passage, TextRange } from "../../documents/document.ts";
import { IndexMovedOnError } from "../moved-on.ts";
import type { FetchedPassage, TextsAround } from "../passage-index.ts";
import type { IndexData } from "./index-data.ts";
import { ofEachDocument } from "./of-each-document.ts";
import type { IndexedDocument } from "./passage-table.ts";
import { readChecked, type TextStore } from "./texts/text-store.ts";

/**
 * The passages with these ids and their texts, in this order, each text checked to be the one that was indexed.
 * @throws DocumentChangedError that names every document which is no longer what was indexed
 * @throws IndexMovedOnError where a document is no longer in the index
 */
export async function fetchPassages(
  data: IndexData,
  texts: TextStore,
  ids: readonly number[],
): Promise<FetchedPassage[]> {
  const fetched = new Map<number, FetchedPassage>();
  const documentOf = (id: number) => data.table.documentOf(id);
  await ofEachDocument(ids, documentOf, async (number, some) => {
    const document = data.documents[number];
    if (document === undefined) throw new IndexMovedOnError();
    for (const passage of await fetchOfOne(data, texts, document, some)) fetched.set(passage.id, passage);
  });
  return ids.flatMap((id) => fetched.get(id) ?? []);
}

async function fetchOfOne(
  data: IndexData,
  texts: TextStore,
  document: IndexedDocument,
  ids: readonly number[],
): Promise<FetchedPassage[]> {
  const passages = ids.map((id) => ({ id, passage: passageAt(data, id, document) }));
  const lines = [...new Set(ids.flatMap((id) => shownLines(data, id)))];
  const read = await readChecked(texts, document, [
    ...passages.map(({ id, passage }) => ({ ...passage.bytes, checksum: data.table.columns.checksum.at(id) })),
    ...lines.map((number) => {
      const { bytes, checksum } = data.contexts.line(number);
      return { ...bytes, checksum };
    }),
  ]);
  const lineTexts = new Map(lines.map((number, index) => [number, read[passages.length + index] ?? ""]));
  return passages.map(({ id, passage }, index) => ({
    id,
    document,
    passage,
    text: read[index] ?? "",
    around: textsAround(data, id, lineTexts),
  }));
}

/** The context lines whose words are shown with a passage; headings and the title are known without the text. */
function shownLines({ table, contexts }: IndexData, id: number): number[] {
  const { leadIn, tableHead, question } = table.contextOf(id);
  return [...contexts.chain(leadIn), tableHead, question].filter((number) => number > 0);
}

function textsAround({ table, contexts }: IndexData, id: number, texts: ReadonlyMap<number, string>): TextsAround {
  const { leadIn, tableHead, question } = table.contextOf(id);
  const [head, asked] = [texts.get(tableHead), texts.get(question)];
  return {
    leadIns: contexts.chain(leadIn).map((number) => texts.get(number) ?? ""),
    ...defined({ tableHead: head, question: asked }),
  };
}

function passageAt(data: IndexData, id: number, document: IndexedDocument): Passage {
  const passage = data.table.passage(id, document.metadata.key);
  const sentences: TextRange[] = [];
  let start = passage.range.start;
  for (const end of data.forward.passage(id).sentenceTextEnds) {
    sentences.push({ start, end: passage.range.start + end });
    start = passage.range.start + end;
  }
  return { ...passage, sentences, context: data.contexts.placesOf(data.table.contextOf(id)) };
}
