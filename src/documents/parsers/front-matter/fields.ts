import { parse as parseToml, TomlDate, TomlError } from "smol-toml";
import { parse as parseYaml, YAMLError } from "yaml";
import { saidByAll } from "../../language-rules.ts";

/** Words by the path of their keys in lower case: `title`, `dc.title`, `author.name`. */
export type Fields = ReadonlyMap<string, readonly string[]>;

/** No real document has more, or more deeply nested, fields. */
const maxFields = 1_000;
const maxDepth = 8;
/** Deeper nesting takes the library's own stack and more memory than there is. */
const maxBrackets = 32;
/** Keys that people write without a blank behind the colon. */
const usualKeys = [
  "title|subtitle|date|authors?|lang|language|slug|layout|tags|draft",
  ...saidByAll(({ fields: { title = [], date = [], author = [], language = [] } = {} }) => [
    ...title,
    ...date,
    ...author,
    ...language,
  ]),
].join("|");
const yamlLine = new RegExp(`^(?:["']?([\\p{L}\\w.:-]+?)["']?\\s*:(?:[ \\t]+(.*))?|(${usualKeys}):(.*))$`, "iu");
const tomlLine = /^["']?([\p{L}\w.:-]+?)["']?\s*=[ \t]*(.*)$/u;

/** Whether data nests more deeply than anybody writes it. */
export function hasDeepNesting(block: string): boolean {
  let depth = 0;
  for (const [bracket] of block.matchAll(/[[\]{}]/g)) {
    depth += bracket === "[" || bracket === "{" ? 1 : -1;
    if (depth > maxBrackets) return true;
  }
  return new RegExp(`(?:^|\\n)(?: {${maxBrackets * 4}}|(?:[-?:][ \\t]+){${maxBrackets}})`, "u").test(block);
}

/** The fields of YAML, JSON included; undefined where it holds none, as between two horizontal rules. */
export function fieldsOfYaml(written: string): Fields | undefined {
  const block = written
    .replace(/^\t+/gm, (tabs) => "  ".repeat(tabs.length))
    // A type says nothing that is not written.
    .replace(/(:[ \t]+)!!(?:timestamp|str|date)[ \t]+/gu, "$1");
  const fields = fieldsOf(parsedYaml(block) ?? parsedYaml(withQuotedValues(block)));
  return fields ?? fieldsOfLines(block, yamlLine);
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

/** The same of TOML. */
export function fieldsOfToml(block: string): Fields | undefined {
  try {
    return fieldsOf(parseToml(block));
  } catch (error) {
    if (!(error instanceof TomlError || error instanceof RangeError)) throw error;
    return fieldsOfLines(block, tomlLine);
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

/** A person who is written with address and employer, or in the parts of a name. */
function nameOf(value: Readonly<Record<string, unknown>>): string | undefined {
  const { name, literal } = value;
  if (isRecord(name)) return nameOf(name);
  const part = (...names: readonly string[]) =>
    wordsOf(names.map((key) => value[key]).find((own) => own !== undefined));
  const parts = [
    part("given", "given-names", "given_name", "firstname", "first_name"),
    part("non-dropping-particle", "name-particle"),
    part("family", "family-names", "family_name", "lastname", "last_name"),
  ];
  const whole = wordsOf(name) || wordsOf(literal) || parts.filter((part) => part !== "").join(" ");
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
    const [, spacedName, spacedValue, gluedName, gluedValue] = field.exec(line) ?? [];
    const name = spacedName ?? gluedName;
    if (name === undefined) return undefined;
    // A quote that nobody closed is a slip.
    const words = (spacedValue ?? gluedValue ?? "").trim().replace(/^(["'])(.*?)\1?$/u, "$2");
    if (words !== "") fields.set(name.toLowerCase(), [words]);
  }
  return fields.size === 0 ? undefined : fields;
}
