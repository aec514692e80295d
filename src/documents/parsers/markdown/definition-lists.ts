/** Longer lines are no terms. */
const maxTermChars = 200;
/** A list item, a heading, a quote, a table, a fence, a tag, a directive, or a line of dashes. */
const otherBlock =
  /^[ \t]*(?:[-*+>][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|\||`{3}|~{3}|<[A-Za-z/!]|:{2,}|!!!|\?\?\?|[-=+|: \t]+$)/u;
const definition = /^ {0,3}:[ \t]+(?=\S)/u;
/** Lines that end like sentences are sentences. */
const sentenceEnd = /[.!;,]["'”“»)*_]*[ \t]*$/u;

/** The length of the mark that a definition begins with, as in ': a reed instrument'; 0 where a text begins with none. */
export function definitionMark(text: string): number {
  return definition.exec(text)?.[0].length ?? 0;
}

/** Whether a paragraph is the term, or the terms, that a definition right after it explains. @param after what follows it */
export function isDefinedTerm(paragraph: string, after: string): boolean {
  const next = /^[ \t]*(?:(?:\r\n|\n|\r)[ \t]*)?(?:\r\n|\n|\r)/.exec(after)?.[0];
  return next !== undefined && definitionMark(after.slice(next.length)) > 0 && paragraph.split(/[\n\r]+/).every(isTerm);
}

function isTerm(line: string): boolean {
  return line.trim() !== "" && line.length <= maxTermChars && !otherBlock.test(line) && !sentenceEnd.test(line);
}

/** Tells which lines of a text begin definitions. Asked about all lines outside of them and of code, in their order. */
export class Definitions {
  #isInParagraph = false;
  #isBelowTerm = false;
  /** A term may have several definitions. */
  #isBelowDefinition = false;

  begins(line: string): boolean {
    if (line.trim() === "") {
      this.#isInParagraph = false;
      return false;
    }
    const begins = definition.test(line) && (this.#isBelowTerm || this.#isBelowDefinition);
    this.#isBelowDefinition = begins;
    this.#isBelowTerm = !begins && isTerm(line) && (!this.#isInParagraph || this.#isBelowTerm);
    this.#isInParagraph = true;
    return begins;
  }
}
