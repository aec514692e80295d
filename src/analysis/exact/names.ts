import { foldCase } from "../folding.ts";
import { alternatives } from "../languages.ts";
import { chunksWithMarks } from "./chunks.ts";
import { groupedNames } from "./grouped-names.ts";
import { glued, measured, numberKey } from "./name-keys.ts";
import { isUnitSuffix } from "./units.ts";

/**
 * `code`: letters with figures (K-4, 5G, Covid-19); `version`: v2031.10.5; `symbol`: a word with marks at its edge or in
 * it (C++, .NET, Q&A); `identifier`: on_remove, std::sort; `file`: users.toml; `path`: /etc/hosts, @team/web, and/or;
 * `option`: -n, --dry-run; `address`: of a page or a mailbox; `section`: § 12a; `operator`: =>>; `emoji`;
 * `number`: one number out of several groups (a telephone number, an account, 12 000); `unit`: a sign beside a figure (€, %).
 */
export type NameKind =
  | "code"
  | "version"
  | "symbol"
  | "identifier"
  | "file"
  | "path"
  | "option"
  | "address"
  | "section"
  | "operator"
  | "emoji"
  | "number"
  | "unit";

/** A name that is more than letters, as it stands in a text. */
export interface FoundName {
  readonly kind: NameKind;
  /** The same for every way of writing the name. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Names that are more than letters, in order of their beginnings; they never overlap. */
export function findNames(text: string): FoundName[] {
  const found: FoundName[] = [];
  const chunks = chunksWithMarks(text);
  if (chunks.length === 0) return found;
  const grouped = groupedNames(text);
  let next = 0;
  for (const { start, end } of chunks) {
    while ((grouped[next]?.end ?? Number.POSITIVE_INFINITY) <= start) found.push(...grouped.slice(next, ++next));
    const group = grouped[next];
    // Characters around a group, within its first and last chunk, are part of it or punctuation.
    if (group !== undefined && group.start < end) continue;
    addNames(text.slice(start, end), start, found);
  }
  found.push(...grouped.slice(next));
  return found;
}

const emoji =
  /\p{Regional_Indicator}{2}|[\d#*]\ufe0f?\u20e3|(?![\u00a9\u00ae\u2122])\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?(?:\u200d\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?)*/gu;
const emojiModifiers = /[\ufe0f\u{1f3fb}-\u{1f3ff}]/gu;
const mayHoldEmoji = /[\u2190-\u2bff\ud800-\udbff]|\ufe0f/;
const hasWordChar = /[\p{L}\p{N}]/u;

function addNames(chunk: string, offset: number, all: FoundName[]): void {
  const found: FoundName[] = [];
  if (mayHoldEmoji.test(chunk)) {
    for (const match of chunk.matchAll(emoji)) {
      const start = offset + match.index;
      const key = match[0].replace(emojiModifiers, "");
      found.push({ kind: "emoji", key, start, end: start + match[0].length });
    }
  }
  if (!hasWordChar.test(chunk)) {
    const operator = operatorIn(chunk);
    if (operator !== undefined) {
      const start = offset + operator.start;
      found.push({ kind: "operator", key: operator.key, start, end: start + operator.key.length });
    }
    all.push(...found);
    return;
  }
  for (const { 0: piece, index } of chunk.matchAll(pieces)) {
    const isCode = chunk.charAt(index - 1) === "`" && chunk.charAt(index + piece.length) === "`";
    addName(piece, offset + index, found, isCode);
  }
  // An emoji may stand inside a word; what comes first stands first.
  all.push(...found.sort((a, b) => a.start - b.start));
}

/** What quotation marks, brackets and commas keep apart. */
const pieces = /[^`"“”„«»‹›()[\]{}<>,;|\u{1f000}-\u{1ffff}]+/gu;
const edgeBefore = /^['‚‘’*]+|^_+(?=.*_$)/u;
const edgeAfter = /(?:[.,;:!?…'‘’*]|['’]s)+$/u;

/** A name may be part of a German compound: C++-Code, K-4-Pumpe, 5G-Netz. */
const compoundHead = /^(\.?[\p{L}\p{N}+#.-]*[\p{N}+#]\p{Lu}{0,2}|\.\p{L}+)[-‐‑]\p{Lu}\p{Ll}[\p{L}-]*$/u;
/** Names that a stroke sets side by side: C++/C#, K-4/K-5. */
const sideBySide = /^(?!\d+\/)[\p{L}\p{N}+#-]{1,8}(?:\/[\p{L}\p{N}+#-]{1,8})+$(?<=[+#\p{N}].*)/u;

/** Words, words with hyphens and short numbers, as nearly all pieces are, with the signs that end a clause. */
const plain = /^(?:[A-Za-zÄÖÜäöüß]{2,}(?:-[A-Za-zÄÖÜäöüß]{2,})*|\d{1,6}(?:[.:]\d{1,6})?)[.,;:!?]*$/;

function addName(piece: string, offset: number, found: FoundName[], isCode = false): void {
  if (plain.test(piece)) return;
  const [before = ""] = edgeBefore.exec(piece) ?? [];
  const inner = piece.slice(before.length);
  const whole = inner.replace(edgeAfter, "").replace(/(?<=[^_])_+$/u, "");
  const name = compoundHead.exec(whole)?.[1] ?? whole;
  if (name === "" || !hasWordChar.test(name)) return;
  // A name of a single letter is recognised by its typography.
  if (isCode && /^\p{L}$/u.test(name)) {
    found.push({
      kind: "identifier",
      key: foldCase(name),
      start: offset + before.length,
      end: offset + before.length + 1,
    });
    return;
  }
  if (sideBySide.test(name)) {
    for (const { 0: part, index } of name.matchAll(/[^/]+/gu)) addName(part, offset + before.length + index, found);
    return;
  }
  for (const { kind, pattern, key } of forms) {
    const match = pattern.exec(name);
    if (match === null) continue;
    const made = key === undefined ? foldCase(name) : key(name);
    if (made === undefined || made === "") continue;
    const start = offset + before.length;
    found.push({ kind, key: bounded(made), start, end: start + name.length });
    return;
  }
}

/** A key is a word of the index, which has a bound. */
const mostKeyChars = 60;

function bounded(key: string): string {
  return key.length <= mostKeyChars
    ? key
    : (key.slice(0, mostKeyChars / 2) + key.slice(-mostKeyChars / 2)).toWellFormed();
}

interface Form {
  readonly kind: NameKind;
  readonly pattern: RegExp;
  /** @returns undefined for what only looks like a name; absent: the key is the name without case and accents */
  readonly key?: (name: string) => string | undefined;
}

/** The forms of names, the narrower before the wider. */
const forms: readonly Form[] = [
  { kind: "address", pattern: /^\p{L}[\p{L}\p{N}+.-]*:\/\/\S+$/u, key: (name) => foldCase(name.replace(/\/+$/u, "")) },
  { kind: "address", pattern: /^[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u },
  // A short option means another thing in capitals.
  { kind: "option", pattern: /^-[\p{L}\p{N}]$/u, key: (name) => name },
  {
    kind: "option",
    pattern: /^--[\p{L}\p{N}][\p{L}\p{N}-]*(?:=\S*)?$/u,
    key: (name) => foldCase(name.replace(/=.*$/u, "")),
  },
  { kind: "option", pattern: /^-[a-z][a-z\d-]*$/u },
  { kind: "section", pattern: /^§§?\d+\p{L}?$/u, key: (name) => foldCase(name.replace("§§", "§")) },
  { kind: "symbol", pattern: /^[#$%][\p{L}_][\p{L}\p{N}_-]*%?$/u },
  { kind: "symbol", pattern: /^@[\p{L}_][\p{L}\p{N}_.-]*$/u },
  { kind: "path", pattern: /^[^=]*[/\\][^=]*$/u, key: pathKey },
  { kind: "symbol", pattern: /^\.\p{L}[\p{L}\p{N}_-]*$/u },
  { kind: "symbol", pattern: /^[\p{L}\p{N}]{1,24}(?:\+{1,2}|#)$/u },
  { kind: "symbol", pattern: /^\p{Lu}[-−–]$/u, key: (name) => `${foldCase(name.charAt(0))}-` },
  { kind: "symbol", pattern: /^\p{L}{1,24}(?:[&+]\p{L}{1,24})+$/u },
  { kind: "version", pattern: /^[vV]\d+(?:\.\d+)*(?:[-+][\p{L}\p{N}.]+)?$/u, key: (name) => foldCase(name.slice(1)) },
  { kind: "version", pattern: /^\d+(?:\.\d+){2,}(?:[-+][\p{L}\p{N}.]+)?$/u, key: versionKey },
  { kind: "version", pattern: /^\d+(?:\.\d+)+[-+]?(?:alpha|beta|rc|dev|pre|a|b)[.-]?\d*$/u },
  { kind: "code", pattern: /^\p{Lu}{1,5}_\d{1,6}$/u, key: codeKey },
  { kind: "identifier", pattern: /^[\p{L}\p{N}_$-]+(?:(?:_+|::?|#)[\p{L}\p{N}_$-]+)+$/u, key: identifierKey },
  { kind: "identifier", pattern: /^_+[\p{L}\p{N}]+$/u },
  { kind: "file", pattern: /^[\p{L}\p{N}_-]*\p{L}[\p{L}\p{N}_-]*(?:\.[\p{L}\p{N}_-]+)+$/u, key: fileKey },
  { kind: "number", pattern: /^\+?\d{7,20}$/u, key: numberKey },
  { kind: "code", pattern: /\d/u, key: codeKey },
  { kind: "code", pattern: /^\p{L}{2,}[-‐‑]\p{Lu}$/u, key: (name) => foldCase(name.replace(/[-‐‑]/gu, "")) },
];

function pathKey(name: string): string | undefined {
  if (/\p{L}[/*](?:in|innen)$/u.test(name) || /^[/\\]+$/u.test(name)) return undefined;
  const key = foldCase(name)
    .replaceAll("\\", "/")
    .replace(/(?<=.)\/+$/u, "");
  // A day without its year, and one of three, are no path.
  return /^\d+(?:\/\d+)+$/u.test(key) && key.length > 5 ? undefined : key;
}

function versionKey(name: string): string | undefined {
  const isDay = /^\d{1,2}\.\d{1,2}\.\d{4}$/u.test(name);
  const isThousands = /^\d{1,3}(?:\.\d{3})+$/u.test(name);
  return isDay || isThousands ? undefined : foldCase(name);
}

function identifierKey(name: string): string | undefined {
  if (!/\p{L}/u.test(name)) return undefined;
  // Forms for all genders are words of prose.
  return /\p{Ll}[_:*](?:in|innen|r|n|e)$/u.test(name) ? undefined : foldCase(name);
}

function fileKey(name: string): string | undefined {
  const parts = name.split(".");
  return parts.every((part) => part.length === 1) ? undefined : foldCase(name);
}

/** Letters before figures: K-4, VT 7, Covid-19, Nordfon15, BX-2041-07. */
const lettersFirst = /^\p{L}{1,14}[-‐‑–_/]?\d{1,8}\p{L}?(?:[-‐‑–./]?(?:\d{1,8}|\p{Lu}{1,3}))*$/u;
/** Figures before letters: 5G, 5-G, 4x4, 737-MAX. */
const figuresFirst = /^\d{1,5}[-‐‑–]?(?:\p{Lu}{1,4}|[a-z])(?:[-‐‑–]?(?:\d{1,6}|\p{Lu}{1,3}))*$/u;
/** Groups of capitals and figures: AB-CD-12, 1X-Y22. */
const mixed = /^(?=.*\p{L})(?=.*\d)(?:\p{Lu}{1,6}|\d{1,8})(?:[-‐‑–./]?(?:\p{Lu}{1,6}|\d{1,8})){2,}$/u;
/** A figure with an ending is a word: 1990er, 20th, 3rd, 2te. */
const figureWithEnding = new RegExp(
  `^\\d+(?:x|${alternatives(({ numberWords }) => numberWords?.ordinalEndings)}|${alternatives(({ numberWords }) => numberWords?.wordEndings)})$`,
  "iu",
);

function codeKey(name: string): string | undefined {
  if (figureWithEnding.test(name) || /^\d+(?:[.,:'’]\d+)*$/u.test(name)) return undefined;
  if (isUnitSuffix(measured.exec(name)?.[1] ?? "")) return undefined;
  if (!lettersFirst.test(name) && !figuresFirst.test(name) && !mixed.test(name)) return undefined;
  return glued(name);
}

/** Rules, bullets and dots; the lines of tables; marks of headings and emphasis; single marks; what ends and quotes sentences. */
const excludedOperators =
  /^(?:[-–—−.…·•]+|[-|:]*-[-|:]*|[#*_]+|(.)\1{3,}|[=~|:/\\&%€$£¥¢§°@+<>?!'’"“”„«»‹›(),;`[\]{}^]|[“”„«»‹›"'‚‘’`()[\]{}.,;:!?…*_-]*)$/u;

/** Runs of marks of any kind, as a question has them that asks for nothing else. */
export function findMarks(text: string): FoundName[] {
  return [...text.matchAll(/[^\p{L}\p{N}\s]+/gu)].flatMap(({ 0: written, index }): FoundName[] => {
    if (mayHoldEmoji.test(written)) return [];
    const [before = ""] = /^[`"'“”„«»‹›‚‘’]+/u.exec(written) ?? [];
    const inner = written.slice(before.length).replace(/[`"'“”„«»‹›‚‘’]+$/u, "");
    const key = inner.length > 1 ? inner.replace(/(?<=[^?])\?$/u, "") : inner;
    const start = index + before.length;
    return key === "" ? [] : [{ kind: "operator", key, start, end: start + key.length }];
  });
}

/** Marks that stand alone, with what they are quoted with taken off. */
function operatorIn(chunk: string): { readonly key: string; readonly start: number } | undefined {
  const code = /`+([^`]+)`+/u.exec(chunk);
  if (code?.[1] !== undefined && !mayHoldEmoji.test(code[1]))
    return { key: bounded(code[1]), start: code.index + code[0].indexOf(code[1]) };
  const [before = ""] = /^["'“”„«»‹›‚‘’(]+/u.exec(chunk) ?? [];
  let key = chunk.slice(before.length).replace(/["'“”„«»‹›‚‘’)]+$/u, "");
  const stripped = key.replace(/[.,;:!]+$|(?<=[^?])\?$/u, "");
  if (/[^.,;:!?]/u.test(stripped)) key = stripped;
  if (key.length > 6 || (!/^[!?]{2}$/.test(key) && excludedOperators.test(key)) || mayHoldEmoji.test(key))
    return undefined;
  return { key, start: before.length };
}
