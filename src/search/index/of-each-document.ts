import { DocumentChangedError } from "./text-store.ts";

/** Files are waited for more than they are worked on, and each that is open takes a handle. */
const mostAtOnce = 16;

/**
 * Reads something of each of several documents, several at once.
 * @throws DocumentChangedError after the last one, with the files of all that have changed, in the order given: whoever
 *   reads them again reads all of them
 */
export async function ofEachDocument<T>(documents: readonly T[], read: (document: T) => Promise<void>): Promise<void> {
  const changed = new Map<T, DocumentChangedError>();
  const left = documents.values();
  const readOneByOne = async (): Promise<void> => {
    for (const document of left) {
      try {
        await read(document);
      } catch (error) {
        if (!(error instanceof DocumentChangedError)) throw error;
        changed.set(document, error);
      }
    }
  };
  await Promise.all(Array.from({ length: mostAtOnce }, readOneByOne));
  const errors = documents.flatMap((document) => changed.get(document) ?? []);
  const [file, ...others] = errors.flatMap(({ files }) => files);
  if (file !== undefined) throw new DocumentChangedError([file, ...others], errors[0]?.cause);
}
