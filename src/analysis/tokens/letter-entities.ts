/** What stands for a mark above or below a letter in the name of an entity: `&uuml;`, `&ccedil;`. */
const marks: Readonly<Record<string, string>> = {
  uml: "\u0308",
  acute: "\u0301",
  grave: "\u0300",
  circ: "\u0302",
  tilde: "\u0303",
  ring: "\u030a",
  cedil: "\u0327",
  caron: "\u030c",
};
const letters: Readonly<Record<string, string>> = {
  szlig: "ß",
  aelig: "æ",
  AElig: "Æ",
  oelig: "œ",
  OElig: "Œ",
  oslash: "ø",
  Oslash: "Ø",
  eth: "ð",
  ETH: "Ð",
  thorn: "þ",
  THORN: "Þ",
  lstrok: "ł",
  Lstrok: "Ł",
};
const entity = /&(?:#(\d{2,6})|#x([\da-f]{2,5})|(\p{L}{3,8}));/giu;
const marked = /^(\p{L})(uml|acute|grave|circ|tilde|ring|cedil|caron)$/u;
/** A word joiner: invisible, and no place where a line may break. */
const unseen = "\u2060";

/**
 * Replaces HTML entities that stand for letters (`f&uuml;r` in Markdown means für), padded with invisible characters so
 * that all offsets stay the same. Other entities are kept.
 */
export function withLetters(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(entity, (written, decimal?: string, hexadecimal?: string, name?: string) => {
    const letter = name === undefined ? letterAt(decimal, hexadecimal) : letterNamed(name);
    return letter === undefined ? written : letter + unseen.repeat(written.length - letter.length);
  });
}

function letterNamed(name: string): string | undefined {
  const [, base = "", mark = ""] = marked.exec(name) ?? [];
  return base === "" ? letters[name] : `${base}${marks[mark] ?? ""}`.normalize("NFC");
}

function letterAt(decimal: string | undefined, hexadecimal: string | undefined): string | undefined {
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
  const char = code <= 0x10_ffff ? String.fromCodePoint(code) : "";
  return /^\p{L}$/u.test(char) ? char : undefined;
}
