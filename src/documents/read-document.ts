import type { LanguageCode, SourceDocument } from "./document.ts";
import { isDocumentPath, unreadable } from "./find-files.ts";
import type { Source } from "./metadata/sources-file.ts";
import { parserFor } from "./parsers/parsers.ts";
import { type ReadDocument, readInThread } from "./reading/read-in-thread.ts";

export interface ReadDocumentOptions {
  /** The first half of the document's citation ids; see `keysOf`. */
  readonly key: string;
  /** The document's entry in `sources.json`. */
  readonly source?: Source | undefined;
  /** Whether text is recognised in pictures, by a program that must be installed; absent: it is not. */
  readonly recognise?: boolean;
  /** The title that its page has in common with others of the collection; see `sharedTitles`. */
  readonly sharedTitle?: string | undefined;
  /** Asked where neither `sources.json` nor the file names the language. */
  readonly detectLanguage: (text: string) => LanguageCode;
  /** Its path below the folder, where that is not what the document is called. */
  readonly below?: string | undefined;
}

/** Limits of files that the name alone says to be plain text. */
const usualLimits = { timeoutMs: 60_000 };

/**
 * Reads one document and its passages, in a thread with limits of time and memory.
 * @param file path below the folder, with forward slashes.
 * @throws AppError `folder-missing`, `file-unreadable`, `not-text` or `document-unparsable`.
 */
export async function readDocument(folder: string, file: string, options: ReadDocumentOptions): Promise<ReadDocument> {
  const { key, source, recognise = false, sharedTitle, detectLanguage, below = file } = options;
  if (!isDocumentPath(below)) {
    throw unreadable(file, "it is no document of the folder", "Name a document below the documents' folder.");
  }
  const request = { folder, file, below, key, source, recognise, sharedTitle };
  return readInThread(request, limitsOf(file, recognise), detectLanguage);
}

/**
 * Makes a document of a file's bytes, in a thread as well.
 * @throws AppError `not-text` or `document-unparsable`.
 */
export async function createDocument(
  bytes: Uint8Array,
  file: string,
  options: ReadDocumentOptions,
): Promise<SourceDocument> {
  return (await readFromBytes(bytes, file, options)).document;
}

/** The same with its passages. @throws AppError `not-text` or `document-unparsable`. */
export function readFromBytes(
  bytes: Uint8Array,
  file: string,
  { key, source, recognise = false, detectLanguage }: ReadDocumentOptions,
): Promise<ReadDocument> {
  const request = { bytes, file, key, source, recognise };
  return readInThread(request, limitsOf(file, recognise), detectLanguage);
}

/** Recognising a page takes some seconds. */
function limitsOf(file: string, recognise: boolean): { readonly timeoutMs: number } {
  const { timeoutMs } = parserFor(file)?.limits ?? usualLimits;
  return { timeoutMs: recognise ? timeoutMs * 20 : timeoutMs };
}
