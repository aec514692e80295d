import { defined } from "../../../defined.ts";
import type { ReadingGap } from "../../document.ts";
import { parseAuthors } from "../../metadata/authors.ts";
import { plainTitle } from "../../metadata/shared-titles.ts";
import { documentOfBlocks, type ExtractedBlock } from "../extracted-document.ts";
import { blocksOf } from "../html/blocks/collect-blocks.ts";
import { openPage } from "../html/open-page.ts";
import { prepareText } from "../html/preparing/prepare-page.ts";
import { readPage } from "../html/read-html.ts";
import type { FoundMetadata, ParsedDocument } from "../parser.ts";
import { readPlainText } from "../plain-text/read-plain-text.ts";
import { statedDate } from "../stated-date.ts";
import { type Message, openMessage } from "./message.ts";

/** Messages that are attached to attached ones no deeper than this are read. */
const maxDepth = 3;
/** What writes pages as messages says so where the sender stands. */
const savedBy = /^["'<\s]*saved by\b/i;

/**
 * Reads a message: its subject is the title, its sender the author, its day the date, and its text what any page or text
 * says. Attached messages are read behind it; other attachments are named as not read.
 * @throws AppError `document-unparsable` or `not-text`.
 */
export async function readMail(bytes: Uint8Array, file: string): Promise<ParsedDocument> {
  const message = await openMessage(bytes, file);
  if (isSavedPage(message)) return readSavedPage(message, file);
  const { blocks, unread } = await blocksOfMessage(message, file, 0);
  const gaps: readonly ReadingGap[] = [
    ...message.gaps,
    ...(unread.length === 0 ? [] : [{ kind: "attachments-unread" as const, names: unread }]),
  ];
  return { ...documentOfBlocks(blocks, metadataOf(message), file), gaps };
}

function isSavedPage(message: Message): boolean {
  if (message.html === undefined) return false;
  return (
    !message.hasPeople ||
    savedBy.test(message.header("from") ?? "") ||
    message.header("snapshot-content-location") !== undefined
  );
}

/** The day on which a page was saved is none of the page's own. */
function readSavedPage(message: Message, file: string): ParsedDocument {
  const html = rootOf(message.html ?? "");
  const own = openPage(html).querySelector("title")?.textContent ?? "";
  const { subject } = message;
  const title = subject === undefined || plainTitle(subject) === plainTitle(own) ? undefined : subject;
  const address = message.header("snapshot-content-location") ?? message.header("content-location");
  const document = readPage(html, defined({ title }), file);
  const url = address !== undefined && /^https?:\/\/\S+$/i.test(address) ? address : undefined;
  return { ...document, metadata: { ...defined({ url }), ...document.metadata }, gaps: message.gaps };
}

/** The pages in frames of a saved one stand behind it. */
function rootOf(html: string): string {
  const end = /<\/html\s*>/i.exec(html);
  return end === null ? html : html.slice(0, end.index);
}

interface MessageBlocks {
  readonly blocks: readonly ExtractedBlock[];
  /** The names of attachments that were not read. */
  readonly unread: readonly string[];
}

async function blocksOfMessage(message: Message, file: string, depth: number): Promise<MessageBlocks> {
  const { subject } = message;
  const heading: readonly ExtractedBlock[] =
    subject === undefined
      ? []
      : [{ text: subject, ...(depth === 0 ? { kind: "title" } : { kind: "heading", level: depth }) }];
  const blocks: ExtractedBlock[] = [...heading, ...textOf(message, file)];
  const unread: string[] = [];
  for (const { name, message: attached } of message.attachments) {
    if (attached === undefined || depth >= maxDepth) {
      unread.push(name);
      continue;
    }
    const inner = await blocksOfMessage(await openMessage(attached, file), file, depth + 1);
    blocks.push(...inner.blocks);
    unread.push(...inner.unread);
  }
  return { blocks, unread };
}

function textOf({ html, text }: Message, file: string): readonly ExtractedBlock[] {
  if (html !== undefined) {
    const page = openPage(html);
    prepareText(page);
    const blocks = blocksOf(page.body);
    if (blocks.length > 0) return blocks;
  }
  if (text === undefined) return [];
  const words = text.replace(/\r\n?/g, "\n");
  return readPlainText(words, file).paragraphs.map(({ range, kind }) => ({
    text: words.slice(range.start, range.end),
    ...defined({ kind }),
  }));
}

function metadataOf(message: Message): FoundMetadata {
  const authors = parseAuthors([message.sender]);
  const published = statedDate(message.header("date")?.replace(/\s*\([^()]*\)\s*$/u, ""));
  return {
    ...defined({ title: message.subject }),
    ...(authors.length === 0 ? {} : { authors }),
    ...defined({ published }),
  };
}

/** The page in a web archive; undefined where it holds none. */
export async function htmlOfArchive(bytes: Uint8Array, file: string): Promise<string | undefined> {
  const { html } = await openMessage(bytes, file);
  return html === undefined ? undefined : rootOf(html);
}
