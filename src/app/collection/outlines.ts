import { createHash } from "node:crypto";
import { join } from "node:path";
import type { DocumentInput } from "../../search/index/index-writer.ts";
import type { IndexedDocument } from "../../search/index/passage-table.ts";
import { type FileWriter, isUnfinished, namesIn, tidied } from "../../search/storage/file-writing.ts";
import { pauseWhenDue, runWithPauses } from "../../search/storage/pause.ts";
import { contentOf, type Outline, outlineOf, readStored, storeInSteps } from "./stored-outline.ts";

/** Shorter documents are read and parsed as quickly as an outline of them would be. */
const leastChars = 100_000;

type Outlined = Pick<IndexedDocument, "fileSha256" | "parser" | "readWith">;

/** The outlines of long documents, kept beside an index. */
export interface Outlines {
  /** Keeps a document's outline, if it is long and there is none yet. A folder that cannot be written does no harm. */
  keep(input: Pick<DocumentInput, "document" | "readWith">): Promise<void>;
  /** Undefined where there is none that is whole: it is made again when the document is next opened. */
  read(document: IndexedDocument): Promise<Outline | undefined>;
  /** Whether one is there that is not what was written. */
  isDamaged(document: IndexedDocument): Promise<boolean>;
  /** Removes those of documents that are not there any more. */
  removeOthers(documents: Iterable<IndexedDocument | undefined>): Promise<void>;
}

/** @param analyzerFingerprint of the program that reads the documents: another one may divide them otherwise */
export function createOutlines(indexFolder: string, analyzerFingerprint: string, files: FileWriter): Outlines {
  const folder = join(indexFolder, "outlines");
  const nameOf = ({ fileSha256, parser, readWith }: Outlined): string => {
    const identity = [fileSha256, parser.name, parser.version, readWith, analyzerFingerprint];
    return `${createHash("sha256").update(JSON.stringify(identity)).digest("hex")}.outline`;
  };
  const stored = (document: Outlined) => readStored(join(folder, nameOf(document)));
  return {
    async keep({ document, readWith = "" }) {
      if (document.canonicalText.length < leastChars) return;
      const { fileSha256, parser } = document;
      const outlined = { fileSha256, parser, readWith };
      if (typeof (await stored(outlined)) === "object") return;
      const content = contentOf(await runWithPauses(storeInSteps(document), pauseWhenDue()));
      // Every page can be shown without it, and writing the index says what is wrong with the folder.
      await tidied(async () => {
        await files.makeFolder(folder);
        await files.replace(join(folder, nameOf(outlined)), content);
      });
    },
    async read(document) {
      const found = await stored(document);
      return typeof found === "object" ? outlineOf(found) : undefined;
    },
    isDamaged: async (document) => (await stored(document)) === "damaged",
    async removeOthers(documents) {
      const used = new Set<string>();
      for (const document of documents) if (document !== undefined) used.add(nameOf(document));
      const isOurs = (name: string): boolean => /^[0-9a-f]{64}\.outline$/.test(name) || isUnfinished(name);
      await tidied(async () => {
        const left = (await namesIn(folder)).filter((name) => isOurs(name) && !used.has(name));
        await files.remove(left.map((name) => join(folder, name)));
      });
    },
  };
}
