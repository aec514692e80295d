import { defined } from "../../defined.ts";
import { inBylines } from "../language-rules.ts";
import { parseAuthors } from "./authors.ts";
import { dateAtStart } from "./read-date.ts";

/** What systems say of a page above its text: who made it when, and who changed it last. */
export interface MadeLine {
  /** In the form of `sources.json`; that of a change is none, and a line may say nothing else. */
  readonly published?: string;
  /** Never empty. */
  readonly authors?: readonly string[];
}

const maxLineChars = 200;
const maxNameChars = 80;

const making = new RegExp(`^(?:${inBylines("made")})(?:\\s*:)?\\s+`, "iu");
const publishing = new RegExp(`^(?:${inBylines("published")})`, "iu");
const changing = new RegExp(`^(?:${inBylines("changed")}|${inBylines("madeAnew")})(?:\\s*:)?(?:\\s+|$)`, "iu");
/** "Erstellt von: Anna Meier" names a person as a field does. */
const labelled = new RegExp(
  `^(?:${inBylines("made")})\\s+(?:${inBylines("byWhom")})\\s*:\\s+\\p{Lu}\\S*\\s+\\p{L}`,
  "iu",
);
const before = new RegExp(`^(?:${inBylines("beforeDates")})\\s+`, "iu");
const by = new RegExp(`^(?:${inBylines("byWhom")})(?:\\s*:)?\\s+`, "iu");
/** What blogs write behind: the kind of article, a link. */
const behind = new RegExp(`(?:\\s+(?:${inBylines("inSection")})\\s+[^.!?]{1,60}|\\s*\\([^()]{1,40}\\))$`, "u");
const nameWord = `(?:\\p{Lu}[\\p{L}\\p{M}.'’-]*|van|den?|der|di|da|la|le|${inBylines("inNames")})`;
/** Words of a name, or one that names an account, with what stands in brackets behind it. */
const nameForm = new RegExp(
  `^(?:${nameWord}(?:\\s+${nameWord}){0,5}|[\\p{L}\\p{N}][^\\s,;]*)(?:\\s\\([^()]+\\))?$`,
  "u",
);
const separator = /^\s*[,;|·•–—-]\s*/u;
/** Where a name ends: before a date, a change, or a sign between two facts. */
const nameEnd = new RegExp(
  `\\s+(?:${inBylines("beforeDates")})\\s+(?=\\P{Lu}|\\p{Lu}\\p{L}+[ .,])|\\s*[,;]\\s+(?=(?:${inBylines("changed")}|${inBylines("madeAnew")})\\b)|\\s+[|·•–—-]\\s+|\\s*,\\s+(?=\\d)|\\s*[;.]?$`,
  "iu",
);

/**
 * Reads a line that says who made a page and when, and nothing else: `Created by Anna Meier, last modified by Bo Kim on May 3, 2024`,
 * `Gespeichert von redaktion am Fr, 03.05.2024 - 10:15`, `Erstellt am 3. Mai 2024 von Anna Meier`.
 */
export function readMadeLine(line: string): MadeLine | undefined {
  if (line.length > maxLineChars) return undefined;
  const [start] = making.exec(line) ?? [];
  if (start === undefined) return changing.test(line) && readFacts(line, false) !== undefined ? {} : undefined;
  const isPublishing = publishing.test(line) && !labelled.test(line);
  const whole = line.slice(start.length).trim();
  const shorter = whole.replace(behind, "");
  return readFacts(whole, isPublishing) ?? (shorter === whole ? undefined : readFacts(shorter, isPublishing));
}

function readFacts(line: string, isPublishing: boolean): MadeLine | undefined {
  let rest = line;
  let [isChange, facts]: [boolean, { published?: string; names?: string }] = [false, {}];
  while (rest !== "") {
    const [sign = ""] = separator.exec(rest) ?? [];
    rest = rest.slice(sign.length);
    const [change] = changing.exec(rest) ?? [];
    if (change !== undefined) {
      isChange = true;
      rest = rest.slice(change.length);
      continue;
    }
    const [named] = by.exec(rest) ?? [];
    if (named !== undefined) {
      rest = rest.slice(named.length);
      const { index, 0: end } = nameEnd.exec(rest) ?? { index: rest.length, 0: "" };
      const name = rest.slice(0, index);
      if (name.length > maxNameChars || (facts.names !== undefined && !isChange)) return undefined;
      if (!isChange) facts = { ...facts, names: name };
      // What stands before a date belongs to it.
      rest = rest.slice(index).trim() === end.trim() ? "" : rest.slice(index).trim();
      continue;
    }
    const day = rest.replace(before, "");
    const found = dateAtStart(day);
    if (found === undefined || (facts.published !== undefined && !isChange)) return undefined;
    if (!isChange) facts = { ...facts, published: found.date };
    rest = day.slice(found.length).replace(/^[.\s]+/u, "");
  }
  return madeLine(facts, isPublishing, isChange);
}

function madeLine(
  { published, names }: { readonly published?: string; readonly names?: string },
  isPublishing: boolean,
  isChange: boolean,
): MadeLine | undefined {
  if (names === undefined) return published === undefined && !isChange ? undefined : defined({ published });
  const isDated = published !== undefined || isChange;
  // A book is published by a house, and written by hand.
  const isName = isDated || (!isPublishing && /^\p{Lu}/u.test(names));
  if (!isName) return undefined;
  const authors = parseAuthors([names]);
  if (!authors.every((name) => nameForm.test(name))) return undefined;
  return { ...defined({ published }), ...(authors.length === 0 ? {} : { authors }) };
}
