import { createHash } from "node:crypto";
import { defined } from "../../defined.ts";
import { AppError, describeError } from "../../errors.ts";
import { type ClassificationHints, classifyParagraphs } from "../boilerplate/classification.ts";
import type { LanguageCode, SourceDocument } from "../document.ts";
import { metadataOf } from "../metadata/metadata.ts";
import type { Source } from "../metadata/sources-file.ts";
import type { DocumentParser, ParsedDocument } from "../parsers/parser.ts";

export interface DocumentParts {
  readonly bytes: Uint8Array;
  /** Path below the documents' folder, with forward slashes. */
  readonly file: string;
  readonly key: string;
  readonly source: Source | undefined;
  readonly parser: DocumentParser;
  readonly recognise: boolean;
  /** The title that its page has in common with others. */
  readonly sharedTitle?: string | undefined;
  /** Asked where neither `sources.json` nor the file names the language. */
  readonly detectLanguage: (text: string) => LanguageCode | Promise<LanguageCode>;
}

/**
 * Turns a file's bytes into a document, in the current thread. Use `readDocument` where that must not block.
 * @throws AppError `not-text` or `document-unparsable`.
 */
export async function makeDocument({
  bytes,
  file,
  key,
  source,
  parser,
  recognise,
  sharedTitle,
  detectLanguage,
}: DocumentParts): Promise<SourceDocument> {
  const parsed = await parse(parser, bytes, file, recognise);
  if (parsed.paragraphs.length === 0) throw unparsable(file, "it holds no text", undefined);
  const paragraphs = classifyParagraphs(parsed, hintsOf(source));
  return {
    file,
    metadata: await metadataOf({ file, key, parsed, paragraphs, source, sharedTitle, detectLanguage }),
    parser: { name: parser.name, version: parser.version },
    isPlainText: parsed.isPlainText,
    encoding: parsed.encoding,
    ...(parsed.byteOrderMarkBytes === 0 ? {} : { byteOrderMarkBytes: parsed.byteOrderMarkBytes }),
    canonicalText: parsed.canonicalText,
    fileSha256: sha256(bytes),
    textSha256: sha256(parsed.canonicalText),
    paragraphs,
    ...(parsed.gaps === undefined || parsed.gaps.length === 0 ? {} : { gaps: parsed.gaps }),
  };
}

function hintsOf(source: Source | undefined): ClassificationHints {
  return {
    ...defined({ boilerplate: source?.boilerplate, title: source?.title, kicker: source?.kicker }),
  };
}

/** A parser's library may throw anything; the reader is told which document it was. */
async function parse(
  parser: DocumentParser,
  bytes: Uint8Array,
  file: string,
  recognise: boolean,
): Promise<ParsedDocument> {
  try {
    const read = await parser.load();
    return await read(bytes, file, { recognise });
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw unparsable(file, describeError(error).replace(/[\s.]+$/u, ""), error);
  }
}

function unparsable(file: string, why: string, cause: unknown): AppError {
  return new AppError("document-unparsable", `${file} cannot be used: ${why}.`, "Correct the file, or take it out.", {
    cause,
  });
}

function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}
