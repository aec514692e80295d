import { unknownLanguage } from "../../analysis/languages.ts";
import { defined } from "../../defined.ts";
import type { DocumentMetadata, LanguageCode, Paragraph, TitleSource } from "../document.ts";
import type { ParsedDocument } from "../parsers/parser.ts";
import { dateOfPaper, dateOfTitledPaper, statedInTitle } from "./dated-papers.ts";
import { headFacts } from "./head-facts.ts";
import { stemOf } from "./keys.ts";
import { dateOfMinutes } from "./minutes.ts";
import { parsePublicationDate } from "./publication-date.ts";
import { plainTitle } from "./shared-titles.ts";
import type { Source } from "./sources-file.ts";
import { validityOf } from "./validity/validity.ts";

/** More than enough to detect the language. */
const maxSampleChars = 5_000;

export interface MetadataInput {
  readonly file: string;
  readonly key: string;
  readonly parsed: ParsedDocument;
  readonly paragraphs: readonly Paragraph[];
  /** What `sources.json` says: it has the last word on every field that it names. */
  readonly source: Source | undefined;
  /** As `plainTitle` writes it: the title that its page has in common with others, and that names none of them. */
  readonly sharedTitle?: string | undefined;
  readonly detectLanguage: (text: string) => LanguageCode | Promise<LanguageCode>;
}

/**
 * The metadata of a document: from `sources.json` if it is listed there, otherwise from the file, its words and its
 * name.
 */
export async function metadataOf(input: MetadataInput): Promise<DocumentMetadata> {
  const { source } = input;
  const found = input.parsed.metadata;
  const kicker = source?.kicker;
  const publisher = source?.publisher ?? found.publisher;
  const url = source?.url ?? found.url;
  const title = titleOf(input);
  const { canonicalText } = input.parsed;
  const shown = headFacts({ canonicalText, paragraphs: input.paragraphs }, title.title, input.file);
  const authors = source?.author ?? found.authors ?? shown.authors;
  const named =
    statedInTitle(title.title, input.file) ??
    dateOfMinutes(title.title, input.file) ??
    dateOfTitledPaper(title.title, canonicalText, input.paragraphs) ??
    dateOfPaper(input.file);
  const published = source?.published ?? found.published ?? shown.published ?? named;
  const validity = validityOf(input, title.title);
  return {
    key: input.key,
    ...title,
    ...defined({ kicker, publisher, authors, url }),
    ...(published === undefined ? {} : { published: parsePublicationDate(published) }),
    ...defined({ validity }),
    language: source?.language ?? found.language ?? (await languageOfWords(input)),
    ...defined({
      guilds: source?.guilds,
      roles: source?.roles,
      channels: source?.channels,
      ofServer: source?.ofServer,
      questions: source?.questions,
    }),
  };
}

/** The language of a document that does not state one. */
async function languageOfWords(input: MetadataInput): Promise<LanguageCode> {
  const detected = await input.detectLanguage(sampleOf(input));
  return detected === unknownLanguage.code ? (input.parsed.metadata.assumedLanguage ?? detected) : detected;
}

function titleOf({ file, parsed, paragraphs, source, sharedTitle }: MetadataInput): {
  title: string;
  titleSource: TitleSource;
} {
  if (source?.title !== undefined) return { title: source.title, titleSource: source.titleSource ?? "stated" };
  const { title: stated, headline } = parsed.metadata;
  const isShared = stated !== undefined && plainTitle(stated) === sharedTitle;
  if (stated !== undefined && !isShared) return { title: stated, titleSource: "stated" };
  if (headline !== undefined) return { title: headline === "" ? titleOfFile(file) : headline, titleSource: "derived" };
  const title =
    wordsOfFirst(parsed, paragraphs, "title") ?? headlineOf(parsed) ?? wordsOfFirst(parsed, paragraphs, "heading");
  return { title: title ?? stated ?? titleOfFile(file), titleSource: "derived" };
}

function wordsOfFirst(
  { canonicalText, paragraphs: parsed }: ParsedDocument,
  paragraphs: readonly Paragraph[],
  kind: "title" | "heading",
): string | undefined {
  const first = paragraphs.find((paragraph) => paragraph.kind === kind);
  if (first === undefined) return undefined;
  const words = parsed[first.number - 1]?.heading ?? canonicalText.slice(first.range.start, first.range.end);
  return words.replace(/\s+/gu, " ");
}

/** Kicker and headline, where they stand on one line with the date. */
function headlineOf({ paragraphs }: ParsedDocument): string | undefined {
  return paragraphs.find((paragraph) => paragraph.kind === "metadata" && paragraph.heading !== undefined)?.heading;
}

function titleOfFile(file: string): string {
  const words = stemOf(file)
    // The name that Notion gives to the page.
    .replace(/ [\da-f]{32}$/u, "")
    .replace(/[_\s]+|-+/gu, " ")
    .trim();
  return words === "" ? file : words;
}

function sampleOf({ parsed: { canonicalText }, paragraphs }: MetadataInput): string {
  const parts: string[] = [];
  let chars = 0;
  for (const { kind, range } of paragraphs) {
    if (kind === "boilerplate" || kind === "metadata") continue;
    parts.push(canonicalText.slice(range.start, Math.min(range.end, range.start + maxSampleChars - chars)));
    chars += range.end - range.start;
    if (chars >= maxSampleChars) break;
  }
  return parts.join("\n");
}
