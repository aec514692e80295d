/** Turns texts into vectors whose directions are alike where their meanings are. */
export interface Embedder {
  /** The model's name, as its server knows it: vectors of different models cannot be compared. */
  readonly model: string;
  /**
   * Vectors of passages, in their order, all of one dimension.
   * @throws AppError `model-unavailable`
   */
  passages(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]>;
  /** The vector of a question. @throws AppError `model-unavailable` */
  question(text: string, signal?: AbortSignal): Promise<Float32Array>;
}
