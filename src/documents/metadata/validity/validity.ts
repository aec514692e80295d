import { isSectionHeading } from "../../boilerplate/provisions.ts";
import type { NamedDocument, Paragraph, Validity } from "../../document.ts";
import { alternatives } from "../../language-rules.ts";
import type { ParsedDocument } from "../../parsers/parser.ts";
import { isPublicationDate, parsePublicationDate } from "../publication-date.ts";
import { dateAtStart } from "../read-date.ts";
import type { Source } from "../sources-file.ts";
import { dayBefore, readClauses } from "./clauses.ts";
import { repealInHeading, repealOfDocument } from "./repeal.ts";
import { repealedSections } from "./repealed-sections.ts";

/** A note that a document holds no longer stands among its first paragraphs. */
const noteParagraphs = 6;

/** What stands between a name and its day. */
const beforeDay = new RegExp(
  `(?<!\\p{L})(?:${alternatives(({ validity }) => validity?.beforeNameDay)})(?!\\p{L})`,
  "giu",
);

export interface ValidityInput {
  readonly parsed: ParsedDocument;
  readonly paragraphs: readonly Paragraph[];
  readonly source: Source | undefined;
}

/**
 * From when until when a document is in force and what takes its place, as `sources.json`, its front matter, the note at
 * its top or its last clauses say; each field from the first of them that has it. Undefined where none says anything.
 */
export function validityOf({ parsed, paragraphs, source }: ValidityInput, title: string): Validity | undefined {
  const found = parsed.metadata;
  const textOf = ({ range }: Paragraph): string => parsed.canonicalText.slice(range.start, range.end);
  const note =
    repealInHeading(title) ?? firstOf(aboveSections(paragraphs, textOf), (one) => repealOfDocument(textOf(one)));
  const shown = paragraphs.filter(({ kind }) => kind === "text");
  const clauses = readClauses(title, textsOf(shown, textOf));
  const from = source?.validFrom ?? found.validFrom ?? clauses.from;
  const until =
    source?.validUntil ??
    found.validUntil ??
    (note?.since === undefined ? undefined : dayBeforeStated(note.since)) ??
    clauses.until;
  const supersedes = source?.supersedes ?? found.supersedes ?? clauses.supersedes;
  const supersededBy = found.supersededBy ?? (note?.replacedBy === undefined ? [] : [note.replacedBy]);
  const isRepealed = found.isRepealed === true || note !== undefined;
  const repealed = repealedSections(paragraphs, textOf);
  const validity: Validity = {
    ...(from === undefined || !isPublicationDate(from) ? {} : { from: parsePublicationDate(from) }),
    ...(until === undefined || !isPublicationDate(until) ? {} : { until: parsePublicationDate(until) }),
    ...(supersedes.length === 0 ? {} : { supersedes: supersedes.map(namedDocument) }),
    ...(supersededBy.length === 0 ? {} : { supersededBy: supersededBy.map(namedDocument) }),
    ...(isRepealed ? { isRepealed } : {}),
    ...(repealed.length === 0 ? {} : { repealed }),
  };
  return Object.keys(validity).length === 0 ? undefined : validity;
}

/** The first paragraphs that stand in no section, or in the one with which a document without a title begins. */
function aboveSections(paragraphs: readonly Paragraph[], textOf: (one: Paragraph) => string): readonly Paragraph[] {
  const first = paragraphs.find(({ kind }) => kind === "title" || kind === "heading")?.range.start;
  const sections = paragraphs.findIndex(
    (one) =>
      (one.kind === "heading" && one.range.start !== first) || (one.kind !== "title" && isSectionHeading(textOf(one))),
  );
  const above = sections < 0 ? paragraphs : paragraphs.slice(0, sections);
  return above.filter(({ kind }) => kind !== "heading").slice(0, noteParagraphs);
}

/** A name taken apart: `Satzung vom 3. Mai 2019` is a Satzung of that day, `Hausordnung 2019` a Hausordnung of that year. */
export function namedDocument(name: string): NamedDocument {
  for (const { index } of name.matchAll(/(?<![\p{L}\p{N}.])(?=\p{N}|\p{Lu}\p{L}{2,8}\.? \p{N})/gu)) {
    const found = dateAtStart(name.slice(index));
    if (found === undefined) continue;
    const kind = `${name.slice(0, index)} ${name.slice(index + found.length)}`
      .replace(beforeDay, " ")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
    return { name, kind, date: parsePublicationDate(found.date.slice(0, 10)) };
  }
  return { name, kind: name };
}

function* textsOf(paragraphs: readonly Paragraph[], textOf: (paragraph: Paragraph) => string): Generator<string> {
  for (const paragraph of paragraphs) yield textOf(paragraph);
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Less exact dates stay: what held no longer in 2024 held until 2024. */
function dayBeforeStated(since: string): string {
  return since.length === 10 ? dayBefore(since) : since;
}
