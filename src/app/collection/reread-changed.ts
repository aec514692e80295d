import type { Fundstelle } from "../../answering/service.ts";
import type { AppError } from "../../errors.ts";
import { DocumentChangedError } from "../../search/index/texts/text-store.ts";
import { IndexMovedOnError } from "../../search/moved-on.ts";

/** A folder that never stops changing must not keep a question for ever. */
const mostSearches = 5;

/**
 * If an answer needs documents that have changed since they were indexed, reindexes them together and answers again, at
 * most once for each document. If the index changes while somebody is answered from it, that person is answered anew.
 * @param parts `ready`: what questions wait for; `refresh`: looks at files again, and returns why that cannot be done,
 * if so
 */
export function rereadChanged(
  fundstelle: Fundstelle,
  parts: { ready(): Promise<void>; refresh(files: ReadonlySet<string>): Promise<AppError | undefined> },
): Fundstelle {
  const twice = async <T>(answer: () => Promise<T>): Promise<T> => {
    const reread = new Set<string>();
    for (let movedOn = 0; ; ) {
      await parts.ready();
      try {
        return await answer();
      } catch (error) {
        if (error instanceof IndexMovedOnError && ++movedOn < mostSearches) continue;
        if (!(error instanceof DocumentChangedError)) throw error;
        const files = new Set(error.files.filter((file) => !reread.has(file)));
        if (files.size === 0) throw error;
        for (const file of files) reread.add(file);
        const problem = await parts.refresh(files);
        if (problem !== undefined) throw problem;
      }
    }
  };
  return {
    ...fundstelle,
    ask: (question, options) => twice(() => fundstelle.ask(question, options)),
    search: (terms, options) => twice(() => fundstelle.search(terms, options)),
    lookUp: (reference, options) => twice(() => fundstelle.lookUp(reference, options)),
    read: (key, options) => twice(() => fundstelle.read(key, options)),
    reference: (reference, options) => twice(() => fundstelle.reference(reference, options)),
  };
}
