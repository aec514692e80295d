import { detectLanguage } from "../../src/analysis/detect-language.ts";
import { createLexicon } from "../../src/analysis/lexicon/create-lexicon.ts";
import { readLexicon } from "../../src/analysis/lexicon/read-lexicon.ts";
import { ask } from "../../src/answering/ask.ts";
import type { AskOptions } from "../../src/answering/service.ts";
import type { DocumentMetadata } from "../../src/documents/document.ts";
import type { DocumentInput } from "../../src/search/index/index-writer.ts";
import { inventedDocument } from "../search/storage/invented.ts";
import { indexed } from "../support/indexed.ts";

function about(input: DocumentInput, metadata: Partial<DocumentMetadata>): DocumentInput {
  return { ...input, document: { ...input.document, metadata: { ...input.document.metadata, ...metadata } } };
}

const lighthouse = about(
  inventedDocument(
    "leuchtturm",
    [
      "Die Insel Sandersoog liegt im Nordmeer. Der Leuchtturm von Sandersoog wurde im Jahr 1887 aus Backstein gebaut. Seine Laterne leuchtet 34 Kilometer weit.",
      "Die Wärterin Wiebke Harms zog 1951 mit ihren vier Kindern in den Turm. Sie zündete die Laterne jeden Abend von Hand an.",
      "Im Winter 1962 riss eine Sturmflut den Anleger fort. Der Anleger wurde im Frühjahr darauf aus Eichenholz erneuert.",
      "Ein Verein sammelt Geld für die Renovierung der Laterne. Der Vorsitzende des Vereins heißt Onno Brahms.",
    ].join("\n\n"),
  ),
  {
    title: "Der Leuchtturm von Sandersoog",
    published: { stated: "2021-05-04", from: "2021-05-04", until: "2021-05-04", precision: "day" },
    questions: ["Wann wurde der Leuchtturm gebaut?"],
  },
);
const reprint = inventedDocument(
  "nachdruck",
  [
    "Im Winter 1962 riss eine Sturmflut den Anleger fort. Der Anleger wurde im Frühjahr darauf aus gutem Eichenholz erneuert.",
    "Die Fähre bringt im Sommer täglich 300 Gäste auf die Insel. Im Herbst fährt sie nur noch am Sonntag.",
  ].join("\n\n"),
);
const honey = inventedDocument(
  "honig",
  [
    "Die Imker von Bramberg ernten zweimal im Jahr Honig. Die erste Ernte im Juni ergibt etwa 700 Gläser.",
    "Gegen die Varroamilbe hilft Ameisensäure. Die Behandlung beginnt nach der Ernte.",
  ].join("\n\n"),
);
const vault = about(
  inventedDocument("tresor", "Der Tresor der Gilde steht im Keller der alten Mühle. Das Kennwort lautet Zimtschnecke."),
  { guilds: ["1"] },
);

/** An island's newspapers, invented. */
export const documents: readonly DocumentInput[] = [lighthouse, reprint, honey, vault];
export const lexicon = createLexicon(readLexicon());
export const { data, index } = indexed(documents, lexicon);

export const detect = (text: string) => detectLanguage(text, lexicon);
export const askIsland = (question: string, options?: AskOptions) => ask(index, question, lexicon, options);
