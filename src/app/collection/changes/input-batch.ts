import type { DocumentInput } from "../../../search/index/index-writer.ts";

/** What goes into an index in one piece, and is held in memory until then. */
export interface BatchLimits {
  readonly passages: number;
  /** Of the documents' text. */
  readonly chars: number;
}

/** Documents that wait to be written together. */
export class InputBatch {
  readonly #limits: BatchLimits;
  #inputs: DocumentInput[] = [];
  #passages = 0;
  #chars = 0;

  constructor(limits: BatchLimits) {
    this.#limits = limits;
  }

  get isFull(): boolean {
    return this.#passages >= this.#limits.passages || this.#chars >= this.#limits.chars;
  }

  add(input: DocumentInput): void {
    this.#inputs.push(input);
    this.#passages += input.passages.length;
    this.#chars += input.document.canonicalText.length;
  }

  /** Empties it. */
  take(): readonly DocumentInput[] {
    const inputs = this.#inputs;
    this.#inputs = [];
    this.#passages = 0;
    this.#chars = 0;
    return inputs;
  }
}
