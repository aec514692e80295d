import { defined } from "../../../defined.ts";
import type { Passage, TextRange } from "../../../documents/document.ts";
import { ofEachDocument } from "../../index/of-each-document.ts";
import type { IndexedDocument } from "../../index/passage-table.ts";
import { readChecked, type TextStore } from "../../index/texts/text-store.ts";
import type { FetchedPassage } from "../../passage-index.ts";
import { documentOf } from "../entries.ts";
import { numbersOf, type StoredPassage } from "../stored-passage.ts";

/**
 * Reads the words of passages from their documents' files, and checks that they are those that were indexed.
 * @throws DocumentChangedError that names every document which is no longer what was indexed
 */
export async function fetchStored(
  passages: readonly { readonly id: number; readonly passage: StoredPassage }[],
  documentAt: (number: number) => IndexedDocument,
  texts: TextStore,
): Promise<FetchedPassage[]> {
  const fetched = new Map<number, FetchedPassage>();
  const numberOf = ({ id }: { readonly id: number }) => documentOf(id);
  await ofEachDocument(passages, numberOf, async (number, some) => {
    const document = documentAt(number);
    const wanted = some.flatMap(({ passage }) => [
      { bytes: passage.bytes, checksum: passage.checksum },
      ...shownLines(passage),
    ]);
    const read = await readChecked(
      texts,
      document,
      wanted.map(({ bytes, checksum }) => ({ ...bytes, checksum })),
    );
    let at = 0;
    for (const { id, passage } of some) {
      const [text = "", ...lines] = read.slice(at, at + 1 + passage.lineChecksums.length);
      at += 1 + passage.lineChecksums.length;
      fetched.set(id, {
        id,
        document,
        passage: passageOf(passage, document.metadata.key),
        text,
        around: textsAround(passage, lines),
      });
    }
  });
  return passages.flatMap(({ id }) => fetched.get(id) ?? []);
}

function shownLines({ context, lineChecksums }: StoredPassage) {
  const places = [...context.leadIns, context.tableHead, context.question].filter((place) => place !== undefined);
  return places.map(({ bytes }, at) => ({ bytes, checksum: lineChecksums[at] ?? 0 }));
}

function textsAround({ context }: StoredPassage, lines: readonly string[]): FetchedPassage["around"] {
  const leadIns = lines.slice(0, context.leadIns.length);
  const rest = lines.slice(context.leadIns.length);
  const tableHead = context.tableHead === undefined ? undefined : rest.shift();
  const question = context.question === undefined ? undefined : rest.shift();
  return { leadIns, ...defined({ tableHead, question }) };
}

function passageOf(stored: StoredPassage, documentKey: string): Passage {
  const { paragraph, lastParagraph, part, kind, isRecognised, range, bytes, headingPath, page, lastPage, anchor } =
    stored;
  const { headings, leadIns, title, tableHead, question } = stored.context;
  const ends = numbersOf(stored.sentenceTextEnds).map((end) => range.start + end);
  const sentences = ends.map((end, at): TextRange => ({ start: at === 0 ? range.start : (ends[at - 1] ?? end), end }));
  return {
    documentKey,
    paragraph,
    kind,
    range,
    bytes,
    headingPath,
    sentences,
    context: { headings, leadIns, ...defined({ title, tableHead, question }) },
    ...defined({ lastParagraph, part, isRecognised, page, lastPage, anchor }),
  };
}
