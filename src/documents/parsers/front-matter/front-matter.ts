import { defined } from "../../../defined.ts";
import type { TextRange } from "../../document.ts";
import { documentRules } from "../../language-rules.ts";
import { parseAuthors } from "../../metadata/authors.ts";
import { slug } from "../../metadata/keys.ts";
import { isPlaceholderTitle } from "../../metadata/placeholder-title.ts";
import { parseLanguageTag } from "../language-tag.ts";
import type { FoundMetadata } from "../parser.ts";
import { statedDate } from "../stated-date.ts";
import { type FieldName, namesOf } from "./field-names.ts";
import { type Fields, fieldsOfToml, fieldsOfYaml, hasDeepNesting } from "./fields.ts";

export interface FrontMatter {
  /** From the first fence to the last, without the line break after it. */
  readonly range: TextRange;
  readonly metadata: FoundMetadata;
}

interface Fence {
  /** With the text between the fences as its first group. */
  readonly form: RegExp;
  readonly read: (block: string) => Fields | undefined;
}

const lineBreak = "(?:\\r\\n|\\n|\\r)";
const between = (first: string, last: string): RegExp =>
  new RegExp(`^${first}[ \\t]*${lineBreak}([\\s\\S]*?)${lineBreak}${last}[ \\t]*(?=\\r|\\n|$)`);

/** Lines of MultiMarkdown and Pelican, up to the first blank one: "Title: A report". What goes on is set in. */
const unfenced =
  /^((?:\p{L}[\p{L}\w -]{0,40}:[ \t]+\S[^\n\r]*(?:\r\n|\n|\r)(?:[ \t]+\S[^\n\r]*(?:\r\n|\n|\r))*){2,})(?=[ \t]*(?:\r|\n|$))/u;
/** What nobody writes above a text but for such programs. */
const usualFields = new Set(
  `affiliation abstract category categories copyright css email format keywords layout modified revised save_as series
  slug status subtitle summary description tags tag template translation url version`.split(/\s+/u),
);

const fences: readonly Fence[] = [
  { form: between("---(?:ya?ml|json)?", "(?:---|\\.\\.\\.)"), read: fieldsOfYaml },
  { form: between("(?:\\+\\+\\+|---toml)", "(?:\\+\\+\\+|---)"), read: fieldsOfToml },
  { form: between(";;;", ";;;"), read: fieldsOfYaml },
  { form: /^(\{[ \t]*(?:\r\n|\n|\r)[\s\S]*?(?:\r\n|\n|\r)\})[ \t]*(?=\r|\n|$)/, read: fieldsOfPage },
  { form: /^(\{[ \t]*"[^\n\r]*\})[ \t]*(?=\r|\n|$)/, read: fieldsOfPage },
  { form: unfenced, read: fieldsOfHead },
  { form: /^((?:%[^\n]*(?:\n[ \t]+[^\n]*)*\n){1,2}%[^\n]*)(?=\n|$)/, read: fieldsOfTitleBlock },
];
/** Where programs that make web sites keep fields of the author's own. */
const places = ["", "params.", "extra.", "taxonomies."];
const maxBlankChars = 1_000;
/** Anything longer is a document that begins with a horizontal rule. */
const maxFrontMatterChars = 50_000;
/** Elements of HTML that people write into titles. */
const tag = /<\/?(?:abbr|b|br|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|wbr)(?:\s[^<>]*)?\/?>/giu;

/**
 * Reads what stands before a text, if it begins so: YAML, TOML or JSON between two fences, an object of JSON, or the lines
 * of per cent that pandoc reads.
 */
export function readFrontMatter(text: string): FrontMatter | undefined {
  return readBetween(text, fences);
}

/**
 * The same of a text that is no Markdown: YAML or TOML between two fences, as the programs want it that make web sites of
 * such texts, and only where it says something of the text.
 */
export function readFencedMatter(text: string): FrontMatter | undefined {
  return readBetween(text, fences.slice(0, 2), says("title", "date", "author"));
}

function readBetween(
  text: string,
  forms: readonly Fence[],
  isWanted: (fields: Fields) => boolean = () => true,
): FrontMatter | undefined {
  const start = /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(text.slice(0, maxBlankChars))?.[0].length ?? 0;
  const head = text.slice(start, start + maxFrontMatterChars);
  for (const { form, read } of forms) {
    const match = form.exec(head);
    const block = match?.[1];
    if (match === null || block === undefined || hasDeepNesting(block)) continue;
    const fields = read(block);
    if (fields === undefined || !isWanted(fields)) continue;
    return { range: { start, end: start + match[0].trimEnd().length }, metadata: metadataOf(fields) };
  }
  return undefined;
}

/** A title with an author or a date, and nothing but fields. */
function fieldsOfHead(block: string): Fields | undefined {
  const fields = new Map<string, string[]>();
  for (const line of block.split(/(?:\r\n|\n|\r)(?![ \t]|$)/u)) {
    const [, name = "", words = ""] = /^([^:]+):\s+([\s\S]*)$/u.exec(line) ?? [];
    const key = name.trim().toLowerCase();
    if (!usualFields.has(key) && !known.some((field) => namesOf(field).includes(key))) return undefined;
    fields.set(key, [words.replace(/\s+/gu, " ").trim()]);
  }
  return says("title")(fields) && says("author", "date")(fields) ? fields : undefined;
}

/** Whether one of several things is said. */
function says(...named: readonly FieldName[]): (fields: Fields) => boolean {
  return (fields) => named.some((field) => namesOf(field).some((name) => fields.has(name)));
}

const known: readonly FieldName[] = ["title", "author", "publisher", "date", "language"];

/** An object of JSON that says something about a page, and is no data. */
function fieldsOfPage(block: string): Fields | undefined {
  const fields = fieldsOfYaml(block);
  return fields?.has("title") === true || fields?.has("date") === true ? fields : undefined;
}

/** Title, authors and date, each behind a sign of per cent; what goes on in the next line is set in. */
function fieldsOfTitleBlock(block: string): Fields | undefined {
  const [title, author, date] = block.split(/\n(?=%)/).map((line) => line.slice(1).replace(/\s+/gu, " ").trim());
  const fields = { title, author, date };
  const filled = Object.entries(fields).flatMap(([name, words]) =>
    words === undefined || words === "" ? [] : [[name, [words]] as const],
  );
  return title === "" || /^[%!]/.test(title ?? "") ? undefined : new Map(filled);
}

/** What people write into titles as HTML has it. */
const references: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: " ",
  shy: "",
  "#39": "'",
  ndash: "–",
  mdash: "—",
};

/** A title or a name without the markup in it. */
function plainWords(words: string): string {
  return words
    .replace(tag, "")
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/gu, "$1")
    .replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/gu, "$1")
    .replace(/\^\[[^[\]]*\]|\[\^[^[\]]*\]/gu, "")
    .replace(/(\*\*|__|~~)(?=\S)(.*?\S)\1/gu, "$2")
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=[^\s*_])([^*_]*[^\s*_])\1(?![\p{L}\p{N}*_])/gu, "$2")
    .replace(/`([^`]+)`/gu, "$1")
    .replace(
      /&(amp|lt|gt|quot|nbsp|shy|#39|ndash|mdash);/gu,
      (reference, name: string) => references[name] ?? reference,
    )
    .replace(/\s+/gu, " ")
    .trim();
}

/** Authors without the names under which their accounts or pages are kept: "anna-meier" beside "Anna Meier". */
function withoutHandles(authors: readonly string[]): readonly string[] {
  const isHandle = (name: string) => authors.some((other) => other !== name && slug(other, name.length + 1) === name);
  return authors.filter((name) => !isHandle(name));
}

function metadataOf(fields: Fields): FoundMetadata {
  const stated = (name: string) => fields.get(name)?.filter((words) => !/\{\{.*\}\}|\{%.*%\}/u.test(words));
  const field = (...names: readonly string[]) =>
    places
      .flatMap((place) => names.map((name) => stated(`${place}${name}`)))
      .find((words) => words !== undefined && words.length > 0);
  const named = (name: FieldName) => field(...namesOf(name));
  const words = plainWords(named("title")?.join(" ") ?? "");
  const title = words === "" || isPlaceholderTitle(words) ? undefined : words;
  const ofAuthors = [...namesOf("author"), "author.name", "authors.name", "coauthor", "coauthors"];
  // Who is named at the top is not named again where a theme keeps its settings.
  const names = places
    .map((place) => ofAuthors.flatMap((name) => stated(`${place}${name}`) ?? []))
    .find((found) => found.length > 0);
  const authors = withoutHandles(
    parseAuthors((names ?? []).map((name) => (/[[^]/.test(name) ? plainWords(name) : name))),
  );
  const publisher = named("publisher")?.join(", ");
  const url = field("url", "canonical", "canonical_url", "link")?.[0];
  const published = namesOf("date")
    .flatMap((name) => field(name) ?? [])
    .map((date) => statedDate(date))
    .find((date) => date !== undefined);
  const validFrom = statedDate(named("validFrom")?.[0]);
  const validUntil = statedDate(named("validUntil")?.[0]);
  const supersedes = named("supersedes");
  const supersededBy = named("supersededBy");
  const status = field("status")?.[0] ?? "";
  const isRepealed = documentRules.some(({ validity }) => validity?.repealedStatus.test(status));
  const language = named("language")?.map(parseLanguageTag)[0];
  return {
    ...defined({ title }),
    ...(authors.length === 0 ? {} : { authors }),
    ...defined({ publisher }),
    ...(url === undefined || !/^https?:\/\/\S+$/u.test(url) ? {} : { url }),
    ...defined({ published, validFrom, validUntil, supersedes, supersededBy }),
    ...(isRepealed ? { isRepealed } : {}),
    ...defined({ language }),
  };
}
