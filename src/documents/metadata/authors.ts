import { alternatives } from "../language-rules.ts";
import { isAccountOrProgram } from "./account-name.ts";

/** A longer text is not a list of authors. */
const mostAuthors = 50;

/** Programs and libraries that write their own name. */
const programs =
  "python-docx|openpyxl|xlsxwriter|pandoc|libre ?office|(?:apache )?open ?office(?:\\.org)?|microsoft(?: (?:office|corporation|word|excel|powerpoint))?|office|" +
  "apache poi|docx4j|phpword|phpexcel|phpspreadsheet|phppresentation|officegen|aspose(?:\\.\\w+)?|google docs|wps office|calibre|crystal reports";

/** Placeholders that programs write for a missing author, and other words that are not names. */
const placeholder = new RegExp(
  `^\\W*(?:${programs}|n/?a|null|undefined|x{1,3}|to-?do|tb[ad]|fixme|${alternatives(({ placeholders }) => placeholders?.authors)})\\W*$`,
  "iu",
);

/**
 * The authors that a file states, in its order, each once, as they are written: `Anna Meier, Bernd Kunz` and
 * `Meier, Anna; Kunz, Bernd` are two, `Meier, Anna` is one. What is an address, or what programs put where nobody gave a name, is none.
 */
export function parseAuthors(stated: readonly (string | null | undefined)[]): readonly string[] {
  const names = stated
    .flatMap((words) => namesIn(words ?? ""))
    .map((name) => name.normalize("NFC").replace(/\s+/gu, " ").trim())
    .filter((name) => /\p{L}/u.test(name) && !/^\S+:\/\/|^@|^\S+@\S+$/u.test(name) && !placeholder.test(name))
    .filter((name) => !isTemplateField(name));
  return [...new Set(names)].slice(0, mostAuthors);
}

/** Whether words only say what is to be filled in: `[Name des Autors]`, `{{ author }}`. */
export function isTemplateField(words: string): boolean {
  return /^(?:\{\{.*\}\}|\{%.*%\}|<%.*%>|\$\{.*\}|%\w+%|«.*»)$/u.test(words) || bracketed.test(words);
}

/**
 * The same of what a program wrote down by itself when the file was made: the name of an account on a computer, such as
 * `anna.meier`, or of a program or device is none that anybody gave.
 */
export function parseMakers(stated: readonly (string | null | undefined)[]): readonly string[] {
  return parseAuthors(stated).filter((name) => !isAccountOrProgram(name));
}

const bracketed = new RegExp(
  `^[[<]\\s*(?:[^\\]>]*\\s)?\\p{L}*(?:${alternatives(({ placeholders }) => placeholders?.fields)})(?:\\s[^\\]>]*)?\\s*[\\]>]$`,
  "iu",
);

function namesIn(words: string): string[] {
  const plain = words.replace(from, "").replace(/<[^<>]*@[^<>]*>/g, "");
  if (/[;|]/.test(plain)) return plain.split(/[;|]/).flatMap((part) => part.split(joiningWord));
  return plain.split(joiningWord).flatMap(splitAtCommas);
}

const from = new RegExp(`^\\s*(?:${alternatives(({ bylines }) => bylines?.from)})\\s+(?=\\p{Lu})`, "iu");
const joiningWord = new RegExp(`\\s+(?:&|${alternatives(({ bylines }) => bylines?.and)})\\s+`, "u");

/**
 * A comma separates two names if there are several words on either side of it; the one in `Meier, Anna` is part of a
 * name.
 */
function splitAtCommas(words: string): string[] {
  const parts = words
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const isList = parts.length > 1 && parts.every((part) => /\S\s+\S/u.test(part));
  return isList ? parts : [words];
}
