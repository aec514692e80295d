import { flat } from "../../../analysis/flat.ts";
import { languageByCode } from "../../../analysis/languages.ts";
import { RecentMap } from "../../../analysis/recent-map.ts";
import type { AnalyzedToken } from "../../../analysis/tokens/token.ts";
import type { LanguageCode } from "../../../documents/document.ts";

/** What a number counts as: only numbers of one kind stand in each other's place. */
export type NumberKind = "year" | "ordinal" | "figure" | "date";

export interface NumberRead {
  readonly kind: NumberKind;
  /** The same for the same number however it is written. */
  readonly value: string;
}

const year = /^(?:1\d|20)\d\d$/;
/** 1990s, 1920er, 20th, 3rd, 2-bändig is told apart by its hyphen. */
const ordinalFigure = /^(\d+)(?:st|nd|rd|th)$/;
const decade = /^(\d{3}0)(?:s|er|ern)$/;

const nine = "9".charCodeAt(0);

/** What number a word or figure is; undefined where it is none. @param next the character behind it */
export function numberOf(token: AnalyzedToken, code: LanguageCode, next: string): NumberRead | undefined {
  if (token.kind === "date") return { kind: "date", value: token.folded };
  if (token.kind === "number") {
    if (year.test(token.folded)) return { kind: "year", value: token.folded };
    // "3. Oktober", "im 19. Jahrhundert": an ordinal may be a figure and a stop.
    if (
      languageByCode(code).ordinalsEndInStop === true &&
      /^\d{1,2}$/.test(token.folded) &&
      /^\.\s+\p{L}/u.test(next)
    ) {
      return { kind: "ordinal", value: token.folded };
    }
    return { kind: "figure", value: token.folded };
  }
  const first = token.folded.charCodeAt(0);
  if (first > nine) return saidBy(token.folded, code);
  const [, ordinal] = ordinalFigure.exec(token.folded) ?? [];
  if (ordinal !== undefined) return { kind: "ordinal", value: ordinal };
  const [, decadeOf] = decade.exec(token.folded) ?? [];
  if (decadeOf !== undefined) return { kind: "year", value: `${decadeOf}s` };
  return saidBy(token.folded, code);
}

/** What number each word was last found to say, by language; null where it says none, as nearly all. */
const said = new Map<LanguageCode, RecentMap<NumberRead | null>>();
const mostSaid = 16_384;

function saidBy(folded: string, code: LanguageCode): NumberRead | undefined {
  const known = said.get(code) ?? new RecentMap<NumberRead | null>(mostSaid);
  said.set(code, known);
  let number = known.get(folded);
  if (number === undefined) {
    number = readWord(folded, code) ?? null;
    known.set(flat(folded), number);
  }
  return number ?? undefined;
}

function readWord(folded: string, code: LanguageCode): NumberRead | undefined {
  const words = languageByCode(code).numberWords;
  const said = words?.numberOf(folded);
  const value = said?.value ?? words?.magnitudes.get(folded);
  // "eins" and "one" are pronouns far more often than numbers.
  if (value === undefined || (value === 1 && said?.isOrdinal !== true)) return undefined;
  return { kind: said?.isOrdinal === true ? "ordinal" : "figure", value: String(value) };
}
