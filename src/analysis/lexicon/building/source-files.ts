/** A line of a lexicon file that is neither empty nor a comment. */
export interface SourceLine {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** The entries of a lexicon file, comments and empty lines left out. */
export function sourceLines(content: string): SourceLine[] {
  const lines: SourceLine[] = [];
  content.split(/\r?\n/).forEach((raw, index) => {
    const text = raw.trim();
    if (text !== "" && !text.startsWith("#")) lines.push({ text, line: index + 1 });
  });
  return lines;
}

/** A translation entry: `headword = best, best; weaker; weakest`. */
export interface TranslationEntry {
  readonly headword: string;
  /** Strength 1, ½ and ¼ for what stands before the first, second and third semicolon. */
  readonly translations: readonly { readonly text: string; readonly strength: number }[];
}

/** @returns undefined where the line has not the form of an entry */
export function parseTranslation(line: string): TranslationEntry | undefined {
  const [headword, right, ...rest] = line.split(" = ");
  if (headword === undefined || right === undefined || rest.length > 0) return undefined;
  const translations = right
    .split(";")
    .flatMap((level, depth) => splitList(level).map((text) => ({ text, strength: 0.5 ** depth })));
  return translations.length === 0 ? undefined : { headword: headword.trim(), translations };
}

/** A group of words that are related to each other, or a head and what stands under it. */
export interface Group {
  readonly head?: string;
  readonly members: readonly string[];
}

/** What separates a head from its members: `>` for broader terms, `~` for roles, `:` for forms, `<>` for opposites. */
export type GroupSeparator = ">" | "~" | ":" | "<>";

/**
 * @param separator none for groups of equals
 * @returns undefined where the line has not that form
 */
export function parseGroup(line: string, separator?: GroupSeparator): Group | undefined {
  if (separator === undefined) {
    const members = splitList(line);
    return members.length < 2 ? undefined : { members };
  }
  const mark = separator === ":" ? ": " : ` ${separator} `;
  const at = line.indexOf(mark);
  if (at < 0) return undefined;
  const head = line.slice(0, at).trim();
  const members = splitList(line.slice(at + mark.length));
  return head === "" || members.length === 0 ? undefined : { head, members };
}

function splitList(text: string): string[] {
  return text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
