/** Puts the text of a paragraph together as a browser shows it: white space as one space, `br` as a line break. */
export class InlineText {
  #pieces: string[] = [];
  #endsWithSpace = true;
  isPreformatted = false;

  add(text: string): void {
    if (this.isPreformatted) {
      this.#push(text.replace(/\r\n?/g, "\n"), false);
      return;
    }
    const collapsed = text.replace(/[ \t\n\f\r]+/g, " ");
    const words = this.#endsWithSpace && collapsed.startsWith(" ") ? collapsed.slice(1) : collapsed;
    if (words !== "") this.#push(words, words.endsWith(" "));
  }

  /** The end of what was added last. */
  get tail(): string {
    return (this.#pieces.at(-2) ?? "").slice(-20) + (this.#pieces.at(-1) ?? "").slice(-20);
  }

  addBreak(): void {
    this.#push("\n", true);
  }

  /** The paragraphs since the last call: two breaks in a row part them, except in preformatted text. */
  take(): string[] {
    if (this.#pieces.length === 0) return [];
    const text = this.#pieces.join("");
    this.#pieces = [];
    this.#endsWithSpace = true;
    const paragraphs = this.isPreformatted ? [text] : text.replace(/ \n/g, "\n").split(/\n{2,}/);
    return paragraphs.filter((paragraph) => paragraph.trim() !== "");
  }

  #push(piece: string, endsWithSpace: boolean): void {
    this.#pieces.push(piece);
    this.#endsWithSpace = endsWithSpace;
  }
}
