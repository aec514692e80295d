import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { open, realpath } from "node:fs/promises";
import path from "node:path";
import { AppError, describeError } from "../errors.ts";
import { type ClassificationHints, classifyParagraphs } from "./boilerplate/classification.ts";
import type { LanguageCode, SourceDocument } from "./document.ts";
import { isDocumentPath, isHidden, isWithin, realFolder, unreadable } from "./find-files.ts";
import { metadataOf } from "./metadata/metadata.ts";
import type { Source } from "./metadata/sources-file.ts";
import type { ParsedDocument } from "./parsers/parser.ts";
import { parserFor } from "./parsers/parsers.ts";

export interface ReadDocumentOptions {
  /** The first half of the document's citation ids; see `keysOf`. */
  readonly key: string;
  /** The document's entry in `sources.json`. */
  readonly source?: Source | undefined;
  /** Asked where neither `sources.json` nor the file names the language. */
  readonly detectLanguage: (text: string) => LanguageCode;
}

/**
 * Reads one document.
 * @param file path below the folder, with forward slashes.
 * @throws AppError `folder-missing`, `file-unreadable`, `not-text` or `document-unparsable`.
 */
export async function readDocument(
  folder: string,
  file: string,
  options: ReadDocumentOptions,
): Promise<SourceDocument> {
  if (!isDocumentPath(file)) {
    throw unreadable(file, "it is no document of the folder", "Name a document below the documents' folder.");
  }
  const bytes = await readBytes(await realFolder(folder), file);
  return createDocument(bytes, file, options);
}

/**
 * Makes a document of a file's bytes.
 * @throws AppError `not-text` or `document-unparsable`.
 */
export async function createDocument(
  bytes: Uint8Array,
  file: string,
  { key, source, detectLanguage }: ReadDocumentOptions,
): Promise<SourceDocument> {
  const parser = parserFor(file);
  if (parser === undefined) throw unparsable(file, "its format is unknown", undefined);
  const parsed = await parse(() => parser.parse(bytes, file), file);
  if (parsed.paragraphs.length === 0) throw unparsable(file, "it holds no text", undefined);
  const paragraphs = classifyParagraphs(parsed, hintsOf(source));
  return {
    file,
    metadata: metadataOf({ file, key, parsed, paragraphs, source, detectLanguage }),
    parser: { name: parser.name, version: parser.version },
    isPlainText: parsed.isPlainText,
    encoding: parsed.encoding,
    ...(parsed.byteOrderMarkBytes === 0 ? {} : { byteOrderMarkBytes: parsed.byteOrderMarkBytes }),
    canonicalText: parsed.canonicalText,
    fileSha256: sha256(bytes),
    textSha256: sha256(parsed.canonicalText),
    paragraphs,
  };
}

function hintsOf(source: Source | undefined): ClassificationHints {
  return {
    ...(source?.boilerplate === undefined ? {} : { boilerplate: source.boilerplate }),
    ...(source?.title === undefined ? {} : { title: source.title }),
    ...(source?.kicker === undefined ? {} : { kicker: source.kicker }),
  };
}

/** A parser's library may throw anything; the reader is told which document it was. */
async function parse(run: () => ParsedDocument | Promise<ParsedDocument>, file: string): Promise<ParsedDocument> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw unparsable(file, describeError(error), error);
  }
}

/** Reads an ordinary file; a pipe or a link that took its place since it was found is refused, not waited for. */
async function readBytes(folder: string, file: string): Promise<Uint8Array> {
  try {
    const target = await realpath(path.join(folder, ...file.split("/")));
    if (!isWithin(folder, target)) throw unreadable(file, "it lies outside the folder", "Put the text itself into it.");
    if (isHidden(folder, target)) throw unreadable(file, "it is a hidden file", "Put the text itself into the folder.");
    const handle = await open(target, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
    try {
      if (!(await handle.stat()).isFile()) {
        throw unreadable(file, "it is no ordinary file", "Put the text itself into the folder.");
      }
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw unreadable(file, describeError(error), "Check that it is there and may be read.", error);
  }
}

function unparsable(file: string, why: string, cause: unknown): AppError {
  return new AppError("document-unparsable", `${file} cannot be used: ${why}.`, "Correct the file, or take it out.", {
    cause,
  });
}

function sha256(data: Uint8Array | string): string {
  return createHash("sha256").update(data).digest("hex");
}
