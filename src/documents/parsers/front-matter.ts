import { parse as parseToml, TomlDate, TomlError } from "smol-toml";
import { parse as parseYaml, YAMLError } from "yaml";
import { defined } from "../../defined.ts";
import type { TextRange } from "../document.ts";
import { parseAuthors } from "../metadata/authors.ts";
import { parseLanguageTag } from "./language-tag.ts";
import type { FoundMetadata } from "./parser.ts";
import { statedDate } from "./stated-date.ts";

export interface FrontMatter {
  /** From the first fence to the last, without the line break after it. */
  readonly range: TextRange;
  readonly metadata: FoundMetadata;
}

/** Words by the path of their keys in lower case: `title`, `dc.title`, `author.name`. */
type Fields = ReadonlyMap<string, readonly string[]>;

const yamlFences = /^---[ \t]*(?:\r\n|\n|\r)([\s\S]*?)(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/;
const tomlFences = /^\+\+\+[ \t]*(?:\r\n|\n|\r)([\s\S]*?)(?:\r\n|\n|\r)\+\+\+[ \t]*(?=\r|\n|$)/;
/** What authors write where a text holds no longer. */
const outOfForce = /^(?:repealed|superseded|withdrawn|expired|aufgehoben|außer kraft|abgelaufen|ersetzt)$/iu;
/** Anything longer is a document that begins with a horizontal rule. */
const maxFrontMatterChars = 50_000;
/** No real document has more, or more deeply nested, fields. */
const maxFields = 1_000;
const maxDepth = 8;
/** Deeper nesting takes the library's own stack and more memory than there is. */
const maxBrackets = 32;

/** Reads YAML or TOML between two fences at the very beginning of a text, if it begins so. */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const head = text.slice(0, maxFrontMatterChars);
  const yaml = yamlFences.exec(head);
  const match = yaml ?? tomlFences.exec(head);
  if (match === null || match[1] === undefined || hasDeepNesting(match[1])) return undefined;
  const fields = yaml === null ? fieldsOfToml(match[1]) : fieldsOfYaml(match[1]);
  if (fields === undefined) return undefined;
  return { range: { start: 0, end: match[0].trimEnd().length }, metadata: metadataOf(fields) };
}

function metadataOf(fields: Fields): FoundMetadata {
  const field = (...names: readonly string[]) =>
    names.map((name) => fields.get(name)).find((words) => words !== undefined);
  const title = field("title", "titel", "dc.title", "dcterms.title", "titletext")?.join(" ");
  const authors = parseAuthors(field("author", "authors", "autor", "autoren", "dc.creator", "creator", "by") ?? []);
  const publisher = field("publisher", "verlag", "dc.publisher", "site", "source")?.join(", ");
  const url = field("url", "canonical", "canonical_url", "link")?.[0];
  const published = field("date", "published", "datum", "pubdate", "publishdate", "dc.date")
    ?.map((date) => statedDate(date))
    .find((date) => date !== undefined);
  const dayIn = (...names: readonly string[]) => statedDate(field(...names)?.[0]);
  const validFrom = dayIn(
    "validfrom",
    "valid_from",
    "valid-from",
    "gültigab",
    "gültig_ab",
    "gültig-ab",
    "gültig ab",
    "gueltig_ab",
    "gueltigab",
    "effective",
    "in_force_from",
    "in_kraft_seit",
  );
  const validUntil = dayIn(
    "validuntil",
    "valid_until",
    "valid-until",
    "validto",
    "valid_to",
    "gültigbis",
    "gültig_bis",
    "gültig-bis",
    "gültig bis",
    "gueltig_bis",
    "gueltigbis",
    "expires",
  );
  const supersedes = field("supersedes", "replaces", "ersetzt");
  const supersededBy = field(
    "supersededby",
    "superseded_by",
    "superseded-by",
    "replacedby",
    "replaced_by",
    "replaced-by",
    "ersetzt_durch",
    "ersetzt-durch",
    "ersetzt durch",
    "ersetztdurch",
  );
  const isRepealed = outOfForce.test(field("status")?.[0] ?? "");
  const language = field("lang", "language", "sprache", "locale", "dc.language")?.map(parseLanguageTag)[0];
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

function hasDeepNesting(block: string): boolean {
  let depth = 0;
  for (const [bracket] of block.matchAll(/[[\]{}]/g)) {
    depth += bracket === "[" || bracket === "{" ? 1 : -1;
    if (depth > maxBrackets) return true;
  }
  return new RegExp(`(?:^|\\n)(?: {${maxBrackets * 4}}|(?:[-?:][ \\t]+){${maxBrackets}})`, "u").test(block);
}

/** Undefined if the fences turn out to be horizontal rules. */
function fieldsOfYaml(block: string): Fields | undefined {
  const fields = fieldsOf(parsedYaml(block) ?? parsedYaml(withQuotedValues(block)));
  if (fields !== undefined) return fields;
  return fieldsOfLines(block, /^["']?([\p{L}\w.:-]+?)["']?\s*:(?:[ \t]+(.*))?$/u);
}

/** Every value stays the words that are written: dates, numbers and `no` as well. */
function parsedYaml(block: string): unknown {
  try {
    return parseYaml(block, { schema: "failsafe", logLevel: "error", prettyErrors: false, maxAliasCount: 20 });
  } catch (error) {
    // A stack that overflows and an alias too many are no front matter either.
    if (error instanceof YAMLError || error instanceof RangeError || error instanceof ReferenceError) return undefined;
    throw error;
  }
}

/** Quotes values that people write and YAML does not allow: `title: A report: the first part`, `title: @home`. */
function withQuotedValues(block: string): string {
  return block.replace(
    /^(["']?[\p{L}\w.-]+["']?[ \t]*:[ \t]+)([^\s"'[{|>&*!#].*?:[ \t].*|[@`%].*|[^\s"'[{|>&*!#].*:)$/gmu,
    (_, key: string, value: string) => `${key}'${value.replace(/\s+#.*$/u, "").replaceAll("'", "''")}'`,
  );
}

function fieldsOfToml(block: string): Fields | undefined {
  try {
    return fieldsOf(parseToml(block));
  } catch (error) {
    if (!(error instanceof TomlError || error instanceof RangeError)) throw error;
    return fieldsOfLines(block, /^["']?([\p{L}\w.:-]+?)["']?\s*=[ \t]*(.*)$/u);
  }
}

/** The words of all fields; undefined where the data is no list of fields. */
function fieldsOf(data: unknown): Fields | undefined {
  if (!isRecord(data)) return undefined;
  const fields = new Map<string, string[]>();
  const add = (path: string, value: unknown, depth: number): void => {
    if (fields.size > maxFields || depth > maxDepth) return;
    if (Array.isArray(value)) {
      for (const item of value) add(path, item, depth + 1);
    } else if (isRecord(value) && !(value instanceof Date)) {
      const name = nameOf(value);
      if (name !== undefined) addWords(path, name);
      for (const [key, inner] of Object.entries(value)) add(`${path}.${key.toLowerCase()}`, inner, depth + 1);
    } else {
      addWords(path, wordsOf(value));
    }
  };
  const addWords = (path: string, words: string) => {
    if (words === "") return;
    const known = fields.get(path);
    if (known === undefined) fields.set(path, [words]);
    else known.push(words);
  };
  for (const [key, value] of Object.entries(data)) add(key.toLowerCase(), value, 0);
  return fields;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A person who is written with address and employer. */
function nameOf(value: Readonly<Record<string, unknown>>): string | undefined {
  const { name, given, family }: { name?: unknown; given?: unknown; family?: unknown } = value;
  const whole = wordsOf(name) || [wordsOf(given), wordsOf(family)].filter((part) => part !== "").join(" ");
  return whole === "" ? undefined : whole;
}

function wordsOf(value: unknown): string {
  if (value instanceof TomlDate) return value.toISOString();
  return typeof value === "string" || typeof value === "number" ? String(value).replace(/\s+/gu, " ").trim() : "";
}

/** What can be read of fields that are not well formed; undefined where a line is none, so that the fences were rules. */
function fieldsOfLines(block: string, field: RegExp): Fields | undefined {
  const fields = new Map<string, readonly string[]>();
  for (const line of block.split(/\r\n|\n|\r/)) {
    // Lists, nested values and comments are of no use here.
    if (/^(?:\s|#|-\s|\[|\]|\}|\))/.test(line) || line === "") continue;
    const [, name, value = ""] = field.exec(line) ?? [];
    if (name === undefined) return undefined;
    const words = value.trim().replace(/^(["'])(.*)\1$/u, "$2");
    if (words !== "") fields.set(name.toLowerCase(), [words]);
  }
  return fields.size === 0 ? undefined : fields;
}
