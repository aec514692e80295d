import { DocumentChangedError } from "./texts/text-store.ts";

/** Files are waited for more than they are worked on, and each that is open takes a handle. */
const mostAtOnce = 16;

/**
 * Reads what is wanted of each document together, and of several documents at once.
 * @param documentOf the number of the document that something is in
 * @param read called once for each document, with what is wanted of it in the order given
 * @throws DocumentChangedError after the last one, with the files of all that have changed, in the order given: whoever
 *   reads them again reads all of them
 */
export async function ofEachDocument<T>(
  wanted: readonly T[],
  documentOf: (one: T) => number,
  read: (document: number, some: readonly T[]) => Promise<void>,
): Promise<void> {
  const byDocument = new Map<number, T[]>();
  for (const one of wanted) {
    const some = byDocument.get(documentOf(one));
    if (some === undefined) byDocument.set(documentOf(one), [one]);
    else some.push(one);
  }
  const changed = new Map<number, DocumentChangedError>();
  const left = byDocument.entries();
  const readOneByOne = async (): Promise<void> => {
    for (const [document, some] of left) {
      try {
        await read(document, some);
      } catch (error) {
        if (!(error instanceof DocumentChangedError)) throw error;
        changed.set(document, error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(mostAtOnce, byDocument.size) }, readOneByOne));
  const errors = [...byDocument.keys()].flatMap((document) => changed.get(document) ?? []);
  const [file, ...others] = errors.flatMap(({ files }) => files);
  if (file !== undefined) throw new DocumentChangedError([file, ...others], errors[0]?.cause);
}
