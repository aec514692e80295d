/** Units by which texts are compared. */
export type UnitName =
  | "EUR"
  | "USD"
  | "GBP"
  | "CHF"
  | "JPY"
  | "INR"
  | "cent"
  | "percent"
  | "permille"
  | "mm"
  | "cm"
  | "m"
  | "km"
  | "mile"
  | "inch"
  | "foot"
  | "mg"
  | "g"
  | "kg"
  | "t"
  | "ml"
  | "l"
  | "ms"
  | "s"
  | "min"
  | "h"
  | "day"
  | "week"
  | "month"
  | "year"
  | "bar"
  | "w"
  | "kw"
  | "kwh"
  | "v"
  | "a"
  | "km/h"
  | "kb"
  | "mb"
  | "gb"
  | "tb"
  | "°c";

/**
 * How texts in a language state quantities. Strings are alternatives of a regular expression in whatever case, whole
 * words where nothing else is said.
 */
export interface QuantityRules {
  /** Of each unit its words, folded, with a space between them; signs and abbreviations of all languages are known. */
  readonly units: Readonly<Partial<Record<UnitName, string>>>;
  readonly clock: ClockWords;
  /** Words that count, or say how often: "three", "daily". */
  readonly counts: string;
  /** What words end in that count: the "zwanzig" of "dreiundzwanzig"; absent: they are all in `counts`. */
  readonly countEndings?: string;
  /** Before the number of a place in a text: "chapter 3". */
  readonly numberedPlaces: string;
  /** Between such numbers: "chapters 3 to 5". */
  readonly betweenPlaces: string;
  /** Before the number of a section of a law, as it is written: "Article 5". */
  readonly sections: string;
  /** Between a noun and its number, in lower case. */
  readonly articles: string;
}

/** How times of the day are told. */
export interface ClockWords {
  /** Behind an hour in figures, with what must not follow. */
  readonly afterHour: string;
  /** Behind an hour in words. */
  readonly afterHourInWords: string;
  /** Before hours and minutes with a stop between them, which may be any number otherwise. */
  readonly beforeHour: string;
  /** The beginning of what stands behind such a number where it is no time. */
  readonly notTimes: string;
  /** How many minutes words before an hour add to it: "half past". */
  readonly parts: Readonly<Record<string, number>>;
  /** Behind a time before noon, and behind one after noon. */
  readonly morning: string;
  readonly evening: string;
  readonly midnight: string;
  /** Absent: it has no name that means the time alone. */
  readonly noon?: string;
}
