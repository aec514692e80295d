import type { DocumentMetadata, Passage } from "../../documents/document.ts";
import { sameWords } from "../citing/fingerprint.ts";
import { check } from "./check.ts";
import { isOnPage } from "./check-facts.ts";
import { mostQuoteLines } from "./near-lines.ts";
import type { Check } from "./proof.ts";

/**
 * The line of the source beside a citation in a message or a terminal, in parts: title, publisher, date, section, page,
 * …
 */
export interface ShownSource {
  /** The part that is formatted as a title. */
  readonly title?: string;
  /** The others, in their order. */
  readonly parts: readonly string[];
  /** The addresses to which its parts lead. */
  readonly links: readonly string[];
}

const separator = " · ";
/** How a line of a source begins: small print, and the number of the passage. */
const lead = /^\s*(?:-#\s+)?(?:>\s+)?(?:\[\d+\]\s+|\d+ · )?/u;
const numbered = /^\s*\[\d+\]\s/u;
const link = /\]\(<?(https?:\/\/[^()\s<>]+)>?\)/giu;
const bold = /^\*\*(.+)\*\*$/u;
/** Names of kinds of passages and notes on how they were read, which are no facts about the source. */
const labels =
  /^(?:tabelle|table|bildunterschrift|caption|quelltext|code|im bild erkannt, kann fehler haben|recognised in a picture, may have errors|score .*)$/iu;
const dated =
  /^(?:\p{L}+,?\s+)?(?:\d{1,2}\.?\s+\p{L}{3,9}\.?,?\s+\d{4}|\p{L}{3,9}\s+(?:\d{1,2},\s+)?\d{4}|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}(?:-\d\d){0,2})(?:\s+(?:um|at)\s+.*)?$/iu;
const undated = /^(?:ohne datum|undated|o\. D\.|n\.d\.)$/iu;

/**
 * Reads the line of a source up to its citation, and the title above it where that is a line of its own, with nothing but
 * the quote between them.
 * @param end where the citation begins in its line
 * @param isCitation whether a line has a citation of its own, whose title it then is
 */
export function shownSource(
  lines: readonly string[],
  at: number,
  end: number,
  isCitation: (line: number) => boolean,
): ShownSource | undefined {
  const line = lines[at] ?? "";
  const own = line.slice(0, end);
  if (!own.includes(separator)) return undefined;
  const parts = own
    .replace(lead, "")
    .split(separator)
    .map(plain)
    .filter((part) => part !== "");
  const above = titleAbove(lines, at, isCitation);
  const first = parts[0];
  if (first === undefined) return undefined;
  const isTitle = numbered.test(line) || bold.test(first);
  const [title, rest] = isTitle ? [first, parts.slice(1)] : [above[0], [...above.slice(1), ...parts]];
  const links = [...own.matchAll(link)].flatMap((match) => match[1] ?? []);
  return { ...(title === undefined ? {} : { title: unbold(title) }), parts: rest.map(unbold), links };
}

/** A line that begins in bold, right above, or above a quote. */
function titleAbove(lines: readonly string[], at: number, isCitation: (line: number) => boolean): readonly string[] {
  let line = at - 1;
  while (at - line <= mostQuoteLines && /^\s*>/.test(lines[line] ?? "")) line--;
  if (isCitation(line)) return [];
  const words = (lines[line] ?? "").replace(lead, "");
  return /^\[?\*\*/.test(words) ? words.split(separator).map(plain) : [];
}

/** Without the escapes and the links of a message and the mark before code. */
function plain(part: string): string {
  return part
    .replace(/(?<!\\)\[((?:\\.|[^[\]\\])*)\]\([^()\s]*\)/gu, "$1")
    .replace(/\\(?=[\p{P}\p{S}])/gu, "")
    .replace(/`$/u, "")
    .trim();
}

function unbold(part: string): string {
  return bold.exec(part)?.[1] ?? part;
}

/** Compares the line of the source with the document; parts that cannot be checked are named. */
export function checkShown(
  { title, parts, links }: ShownSource,
  metadata: DocumentMetadata,
  passage: Passage,
): { readonly checks: readonly Check[]; readonly unchecked: readonly string[] } {
  const checks: Check[] = [];
  const unchecked: string[] = [];
  const kicked = metadata.kicker === undefined ? [] : [`${metadata.kicker}: ${metadata.title}`];
  const titles = [metadata.title, `[${metadata.title}]`, ...kicked];
  const own = passage.headingPath;
  const sections = [...own.map((_, from) => own.slice(from).join(" › ")), ...own];
  const dates = datesOf(metadata);
  if (title !== undefined) checks.push(check("title", isOneOf(title, titles), metadata.title));
  for (const part of parts) {
    const page = /^(?:Seite|pages?|Folie|slides?|Zeile|rows?) (\d+)(?:–\d+)?$/iu.exec(part)?.[1];
    const paragraph = /^(?:Absatz|paragraphs?) (\d+)/iu.exec(part)?.[1];
    if (labels.test(part)) continue;
    if (page !== undefined) checks.push(check("page", isOnPage(Number(page), passage), passage.page?.toString()));
    else if (paragraph !== undefined) {
      const isWithin =
        Number(paragraph) >= passage.paragraph && Number(paragraph) <= (passage.lastParagraph ?? passage.paragraph);
      checks.push(check("paragraph", isWithin, String(passage.paragraph)));
    } else if (isOneOf(part, dates)) checks.push(check("date", true));
    else if (undated.test(part)) {
      checks.push(check("date", metadata.published === undefined, metadata.published?.stated));
    } else if (isOneOf(part, sections)) checks.push(check("section", true));
    else if (part.includes(" › ")) checks.push(check("section", false, own.join(" › ")));
    else if (isOneOf(part, [metadata.publisher ?? ""])) continue;
    else if (dated.test(part)) checks.push(check("date", false, metadata.published?.stated));
    else if (isOneOf(part, titles)) checks.push(check("title", true));
    else unchecked.push(part);
  }
  // What leads elsewhere than to the document's own address may be a page of the host's, or of anybody.
  for (const address of new Set(links)) {
    if (metadata.url !== undefined && pageOf(address) === pageOf(metadata.url)) checks.push(check("link", true));
    else unchecked.push(address);
  }
  return { checks, unchecked };
}

/** An address without the place on its page. */
function pageOf(address: string): string {
  return address.replace(/#.*$/su, "");
}

/** Whether a text is one of others, or the beginning of one where it is cut. */
function isOneOf(part: string, others: readonly string[]): boolean {
  const words = plainWords(part);
  const isCut = words.endsWith("…");
  const start = words.slice(0, -1).trim();
  return others.some((other) => {
    const whole = plainWords(other);
    return whole !== "" && (whole === words || (isCut && start !== "" && whole.startsWith(start)));
  });
}

function plainWords(text: string): string {
  return sameWords(text).replace(/\\(?=[\p{P}\p{S}])/gu, "");
}

/** A date as the program shows it, in both languages, and as it is stated. */
function datesOf({ published }: DocumentMetadata): string[] {
  if (published === undefined) return [];
  const [, hours = "00", minutes = "00"] = /T(\d\d):(\d\d)/.exec(published.stated) ?? [];
  const moment = new Date(`${published.from}T${hours}:${minutes}:00Z`);
  const forms: Record<typeof published.precision, readonly Intl.DateTimeFormatOptions[]> = {
    minute: [{ dateStyle: "long", timeStyle: "short" }, { dateStyle: "long" }],
    day: [{ dateStyle: "long" }],
    month: [{ year: "numeric", month: "long" }],
    year: [{ year: "numeric" }],
  };
  const written = ["de-DE", "en-GB", "en-US"].flatMap((tag) =>
    forms[published.precision].map((form) => new Intl.DateTimeFormat(tag, { ...form, timeZone: "UTC" }).format(moment)),
  );
  return [published.stated, published.from, ...written];
}
