import { AppError } from "../errors.ts";

/**
 * Thrown where something that was found is no longer in the index, for its document has been replaced or removed in the
 * meantime: what else was found is out of date as well, so whoever asks has to search again.
 */
export class IndexMovedOnError extends AppError {
  constructor() {
    super("document-changed", "The documents have changed while they were being searched.", "Ask again.");
  }
}
