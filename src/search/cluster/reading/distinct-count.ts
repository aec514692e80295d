import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "../../../errors.ts";
import type { WholeChanges } from "../audience.ts";
import type { FigureReader } from "./collection-figures.ts";

/** How often distinct words are counted at most. */
const distinctMs = 600_000;
/** So long the count is waited for; it goes on beside the questions. */
const distinctWaitMs = 2_000;

/** How many distinct words and terms a collection has, nearly. Nothing depends on it; none before they are counted. */
export class DistinctCount {
  readonly #figures: FigureReader;
  #at = Number.NEGATIVE_INFINITY;
  words = 0;
  terms = 0;

  constructor(figures: FigureReader) {
    this.#figures = figures;
  }

  /** Counts anew where that is due. It takes a cluster with a large collection minutes: what fails is counted later. */
  async renew(changes: WholeChanges): Promise<void> {
    if (performance.now() - this.#at <= distinctMs) return;
    this.#at = performance.now();
    await Promise.race([this.#count(changes), pause(distinctWaitMs, undefined, { ref: false })]);
  }

  async #count(changes: WholeChanges): Promise<void> {
    try {
      this.words = await this.#figures.distinct("words", changes);
      this.terms = await this.#figures.distinct("terms", changes);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
}
