/** A longer text is not a list of authors. */
const mostAuthors = 50;

/** Placeholders that programs write for a missing author, and other words that are not names. */
const placeholder =
  /^\W*(?:user|admin(?:istrator)?|unknown(?: author)?|unbekannt|root|owner|author|autor(?:in)?|anonym(?:ous|us)?|benutzer|python-docx|openpyxl|libreoffice|microsoft(?: office)?(?: user)?|office|n\/?a|null|undefined|none|your name|ihr name|test|guest|gast)\W*$/iu;

/**
 * The authors that a file states, in its order, each once, as they are written: `Anna Meier, Bernd Kunz` and
 * `Meier, Anna; Kunz, Bernd` are two, `Meier, Anna` is one. What is an address, or what programs put where nobody gave a name, is none.
 */
export function parseAuthors(stated: readonly (string | null | undefined)[]): readonly string[] {
  const names = stated
    .flatMap((words) => namesIn(words ?? ""))
    .map((name) => name.normalize("NFC").replace(/\s+/gu, " ").trim())
    .filter((name) => /\p{L}/u.test(name) && !/^\S+:\/\/|^@|^\S+@\S+$/u.test(name) && !placeholder.test(name));
  return [...new Set(names)].slice(0, mostAuthors);
}

function namesIn(words: string): string[] {
  const plain = words.replace(/^\s*(?:von|by)\s+(?=\p{Lu})/iu, "").replace(/<[^<>]*@[^<>]*>/g, "");
  if (/[;|]/.test(plain)) return plain.split(/[;|]/).flatMap((part) => part.split(joiningWord));
  return plain.split(joiningWord).flatMap(splitAtCommas);
}

const joiningWord = /\s+(?:und|and|&|sowie)\s+/u;

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
