import type { Locale } from "../../locales/locale.ts";
import type { ReferenceData } from "./reference-data.ts";

/** One way to write a reference. */
export interface ReferenceStyle {
  /** Lower-case, with dashes. */
  readonly name: string;
  /** Other names that people use for it. */
  readonly aliases: readonly string[];
  /** What it is, in a few words. */
  readonly description: Readonly<Record<Locale, string>>;
  /**
   * @param locale of the words that the style adds, such as "o. D." or "n.d."
   * @returns the reference without a line break at its end; facts that are not known are left out or marked as missing
   */
  render(reference: ReferenceData, locale: Locale): string | Promise<string>;
  /** Several references, as `render` writes each, as one text; absent: each on its own lines. */
  join?(written: readonly string[]): string;
}
