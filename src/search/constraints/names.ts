import type { FoundName, NameKind } from "../../analysis/exact/names.ts";
import { alternatives } from "../../analysis/languages.ts";
import { type Constraint, type ConstraintMatch, hardWeight } from "./constraint.ts";
import type { ReadText, ReadWord } from "./read-text.ts";
import { subjectRules } from "./subjects/subjects.ts";

/** Kinds of names that cannot be mistaken for anything else; the others may also be ordinary words. */
const hardKinds: ReadonlySet<NameKind> = new Set([
  "code",
  "version",
  "symbol",
  "identifier",
  "file",
  "option",
  "address",
  "section",
  "number",
]);

/** The share of a text that has another name of the same family. */
const otherOfFamily = -1;

/** Names with marks and figures, and names of one letter. */
export function nameConstraints(question: ReadText): Constraint[] {
  const names = question.names.filter((name) => isName(name) && !isAmount(name, question));
  const isInAnyName = ({ start, end }: ReadWord): boolean => isInName(question, start, end);
  // Beside other words, a file or an address says where to look rather than what to look for.
  const isAlone = question.words.every((word) => word.isStopWord || isInAnyName(word));
  return [...names.map((name) => nameConstraint(name, isAlone, question.text)), ...letterConstraints(question)];
}

const places: ReadonlySet<NameKind> = new Set(["file", "path", "address"]);

/** A file, an address, or what something is called by (.each), beside other words. */
export function isWhereToLook({ kind, key, start }: FoundName, question: string): boolean {
  const isBehind = behindPreposition.test(question.slice(0, start));
  return (places.has(kind) && isBehind) || /^\.\p{L}{4,}$/u.test(key);
}

const behindPreposition = new RegExp(
  `(?<!\\p{L})(?:${alternatives(({ questions }) => questions?.subjects.beforeFiles)})\\s+[\`"'„“]?$`,
  "iu",
);

const placeWeight = 0.1;

/** A number of many figures with its unit is what is counted, and no telephone's. */
function isAmount({ kind, start, end }: FoundName, { quantities }: ReadText): boolean {
  return (
    kind === "number" &&
    quantities.some((quantity) => quantity.unit !== undefined && quantity.start <= start && end <= quantity.end)
  );
}

function isName({ kind, key }: FoundName): boolean {
  return kind !== "unit" && (kind !== "number" || key.startsWith("#"));
}

/** One name, held to. @param isAlone whether the question asks for nothing else */
export function nameConstraint(name: FoundName, isAlone: boolean, question: string): Constraint {
  const isPlace = !isAlone && isWhereToLook(name, question);
  const keys = new Set(writingsOf(name));
  const family = familyOf(name);
  return {
    kind: "name",
    start: name.start,
    end: name.end,
    weight: 1,
    passageWeight: isPlace ? placeWeight : hardKinds.has(name.kind) ? hardWeight : 1,
    isHard: hardKinds.has(name.kind) && !isPlace,
    isNeutral: false,
    find: (text) => [
      ...text.names.flatMap((found) => finding(found, keys, family)),
      ...(name.kind === "code" ? spacedCodes(text, keys, family) : []),
      ...(name.kind === "version" ? pointedNumbers(text, keys) : []),
      ...(name.kind === "symbol" ? bareWords(text, name) : []),
      ...(name.kind === "number" ? plainNumbers(text, question.slice(name.start, name.end)) : []),
    ],
  };
}

/** An operator may be followed by the punctuation of its sentence. */
export function writingsOf({ kind, key }: Pick<FoundName, "kind" | "key">): string[] {
  if (kind !== "operator") return [key];
  const writings = [key];
  for (let rest = key; /[.,;:!?]$/.test(rest) && rest.length > 1; ) {
    rest = rest.slice(0, -1);
    writings.push(rest);
  }
  return writings;
}

function finding(found: FoundName, keys: ReadonlySet<string>, family: string | undefined): ConstraintMatch[] {
  if (keys.has(found.key)) return [{ start: found.start, end: found.end, share: 1 }];
  const isOther = family !== undefined && familyOf(found) === family;
  return isOther ? [{ start: found.start, end: found.end, share: otherOfFamily }] : [];
}

/** What the members of a family share: the letters of K-4 and K-5, of C++ and C#, of -n and -N. */
function familyOf({ kind, key }: Pick<FoundName, "kind" | "key">): string | undefined {
  switch (kind) {
    case "code":
      return /^\p{L}/u.test(key) ? /^\p{L}+/u.exec(key)?.[0] : key.replace(/\p{N}+/gu, "0");
    case "version":
      return "1.0";
    case "symbol":
      return key.replace(/[^\p{L}\p{N}]+/gu, "");
    case "option":
      return key.toLowerCase();
    case "section":
      return key.charAt(0);
    case "identifier":
      return /^[^_:.]+(?=[_:.])/u.exec(key)?.[0];
    default:
      return undefined;
  }
}

const spaced = /(\p{L}{2,14})[ \u00a0\u202f-](\d{1,6}\p{Ll}?)(?![\p{L}\p{N}]|[.,:]\p{N})/gu;

/** A long word followed by a number does not look like a code, but is the same name: Nordfon 15. */
function spacedCodes(text: ReadText, keys: ReadonlySet<string>, family: string | undefined): ConstraintMatch[] {
  return [...text.text.matchAll(spaced)].flatMap((match): ConstraintMatch[] => {
    const [written, letters = "", figures = ""] = match;
    const folded = text.language.fold(letters);
    const range = { start: match.index, end: match.index + written.length };
    if (keys.has(folded + figures.toLowerCase())) return [{ ...range, share: 1 }];
    return folded === family ? [{ ...range, share: otherOfFamily }] : [];
  });
}

/** A version with two parts is written like a number. */
function pointedNumbers(text: ReadText, keys: ReadonlySet<string>): ConstraintMatch[] {
  return text.quantities.flatMap(({ literal, start, end, unit }): ConstraintMatch[] =>
    unit !== undefined || !literal.includes(".") ? [] : [{ start, end, share: keys.has(literal) ? 1 : otherOfFamily }],
  );
}

/** Many figures may be an amount that the text writes in groups. */
function plainNumbers({ quantities }: ReadText, written: string): ConstraintMatch[] {
  if (!/^[1-9]\d*$/.test(written)) return [];
  return quantities.flatMap(({ readings, start, end }): ConstraintMatch[] =>
    readings.includes(Number(written)) ? [{ start, end, share: 1 }] : [],
  );
}

/** The letters alone are another name: C is not C++. */
function bareWords(text: ReadText, { key }: FoundName): ConstraintMatch[] {
  const letters = key.replace(/[^\p{L}\p{N}]+/gu, "");
  if (letters.length > 2) return [];
  return text.words.flatMap(({ folded, text: written, start, end }): ConstraintMatch[] =>
    folded === letters && /^\p{Lu}/u.test(written) && !isInName(text, start, end)
      ? [{ start, end, share: otherOfFamily }]
      : [],
  );
}

function isInName({ names }: ReadText, start: number, end: number): boolean {
  return names.some((name) => name.start <= start && end <= name.end);
}

const wordsOfOneLetter: ReadonlySet<string> = new Set(subjectRules.flatMap((rules) => rules.wordsOfOneLetter ?? []));
const units = /[\d€$£%]$/u;

function letterConstraints(question: ReadText): Constraint[] {
  return question.words.flatMap((word): Constraint[] => {
    if (word.text.length !== 1 || !/\p{L}/u.test(word.text)) return [];
    const isWord = wordsOfOneLetter.has(word.folded) && !isQuoted(question.text, word.start, word.end);
    if (isWord && !(word.folded !== "i" && /\p{Lu}/u.test(word.text) && word.start > 0)) return [];
    if (isInName(question, word.start, word.end) || units.test(question.text.slice(0, word.start).trimEnd())) return [];
    return [
      {
        kind: "name",
        start: word.start,
        end: word.end,
        weight: 1,
        passageWeight: hardWeight,
        isHard: true,
        isNeutral: false,
        find: (text) =>
          text.words.flatMap(({ folded, text: written, start, end }): ConstraintMatch[] => {
            if (folded !== word.folded || isInName(text, start, end)) return [];
            return [{ start, end, share: written === word.text ? 1 : 0.6 }];
          }),
      },
    ];
  });
}

function isQuoted(text: string, start: number, end: number): boolean {
  return /[`"'“”„«»‚‘’]/u.test(text.charAt(start - 1)) && /[`"'“”«»‘’]/u.test(text.charAt(end));
}
