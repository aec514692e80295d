import type { TextRange } from "../document.ts";
import { parseAuthors } from "../metadata/authors.ts";
import type { FoundMetadata } from "./parser.ts";
import { statedDate } from "./stated-date.ts";

export interface FrontMatter {
  /** From the first fence to the last, without the line break after it. */
  readonly range: TextRange;
  readonly metadata: FoundMetadata;
}

const fenced = /^---[ \t]*(?:\r\n|\n|\r)([\s\S]*?)(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/;
/** Longer ones are documents that begin with a rule. */
const maxFrontMatterChars = 20_000;

/** Reads the `key: value` lines between two fences at the very beginning of a text, if it begins so. */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const match = fenced.exec(text.slice(0, maxFrontMatterChars));
  if (match === null || match[1] === undefined) return undefined;
  const fields = readFields(match[1]);
  if (fields === undefined) return undefined;
  const field = (...names: readonly string[]) =>
    names.map((name) => fields.get(name)).find((value) => value !== undefined);
  const title = field("title", "titel");
  const authors = parseAuthors([field("author", "autor", "authors")]);
  const publisher = field("publisher", "verlag", "site", "source");
  const url = field("url", "canonical", "link");
  const published = statedDate(field("date", "published", "datum"));
  const language = field("lang", "language", "sprache")?.slice(0, 2).toLowerCase();
  return {
    range: { start: 0, end: match[0].trimEnd().length },
    metadata: {
      ...(title === undefined ? {} : { title }),
      ...(authors.length === 0 ? {} : { authors }),
      ...(publisher === undefined ? {} : { publisher }),
      ...(url === undefined || !/^https?:\/\/\S+$/u.test(url) ? {} : { url }),
      ...(published === undefined ? {} : { published }),
      ...(language === "de" || language === "en" ? { language } : {}),
    },
  };
}

/** The fields by lower-case name; undefined where a line is no field, so that the fences were rules in a text. */
function readFields(block: string): ReadonlyMap<string, string> | undefined {
  const fields = new Map<string, string>();
  for (const line of block.split(/\r\n|\n|\r/)) {
    // Lists, nested values and comments are well formed and of no use here.
    if (/^(?:\s|#|- )/.test(line) || line === "") continue;
    const [, name, value] = /^([\p{L}\w-]+)\s*:(?:\s+(.*))?$/u.exec(line) ?? [];
    if (name === undefined) return undefined;
    const words = unquoted((value ?? "").trim());
    if (words !== "") fields.set(name.toLowerCase(), words);
  }
  return fields;
}

function unquoted(value: string): string {
  const [, double, single] = /^(?:"(.*)"|'(.*)')$/u.exec(value) ?? [];
  if (double !== undefined) return double.replace(/\\(["\\])/g, "$1").trim();
  if (single !== undefined) return single.replaceAll("''", "'").trim();
  const list = /^\[(.*)\]$/u.exec(value)?.[1];
  if (list !== undefined)
    return list
      .split(",")
      .map((item) => unquoted(item.trim()))
      .join(", ");
  return value;
}
