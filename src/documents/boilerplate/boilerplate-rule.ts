/**
 * What web pages put around and into an article. Each rule has a name, which
 * `sources --skipped` shows. `lines` are whole paragraphs, compared in lower case without the punctuation and
 * arrows around them; patterns see the paragraph without Markdown's marks.
 */
export type BoilerplateRule =
  | {
      readonly name: string;
      readonly scope: "line";
      readonly maxChars: number;
      readonly lines?: readonly string[];
      readonly patterns?: readonly RegExp[];
    }
  /** A paragraph that shows at least so many of the signs outside quotation marks. */
  | {
      readonly name: string;
      readonly scope: "box";
      readonly maxChars: number;
      readonly atLeast: number;
      /**
       * In lower case. Every sign contains one of these words; nearly every paragraph contains none, and is dealt with.
       */
      readonly words: readonly string[];
      readonly signs: readonly RegExp[];
    }
  /** A paragraph that consists of these words only, at least two of them. */
  | { readonly name: string; readonly scope: "words"; readonly words: readonly string[] }
  /** One of the last paragraphs. */
  | { readonly name: string; readonly scope: "end"; readonly maxChars: number; readonly patterns: readonly RegExp[] };
