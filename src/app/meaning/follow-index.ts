import { createHash } from "node:crypto";
import type { MeantDocument } from "../../meaning/make-vectors.ts";
import type { IndexedDocument } from "../../search/index/passage-table.ts";
import type { FetchedPassage, PassageIndex } from "../../search/passage-index.ts";

/** The documents of an index as they are given to a model. */
export function meantDocuments(index: PassageIndex): MeantDocument[] {
  return index.documents().map((document) => ({
    key: document.metadata.key,
    identity: identityOf(document, index),
    texts: async () => (await index.fetch(index.passagesOf(document.metadata.key))).map(meantText),
  }));
}

/** Stays the same as long as a document's passages and the lines around them do. */
function identityOf({ textSha256, parser, metadata }: IndexedDocument, index: PassageIndex): string {
  const hash = createHash("sha256").update(`${textSha256} ${parser.name} ${parser.version} ${metadata.title}\n`);
  for (const { paragraph, lastParagraph = paragraph, part = "", headingPath } of index.passageNames(metadata.key)) {
    hash.update(`${paragraph}-${lastParagraph}${part} ${headingPath.join(" › ")}\n`);
  }
  return hash.digest("hex").slice(0, 32);
}

/** Title and headings first, then what opens a list or a table, then the passage's own words. */
function meantText({ document, passage, text, around }: FetchedPassage): string {
  const above = [document.metadata.title, ...passage.headingPath].filter(
    (line, at, lines) => lines.indexOf(line) === at,
  );
  const lines = [...around.leadIns, around.question, around.tableHead].filter((line) => line !== undefined);
  return [above.join(" › "), ...lines.filter((line) => !text.includes(line)), text].join("\n");
}
