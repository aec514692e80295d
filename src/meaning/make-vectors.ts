import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "../errors.ts";
import type { Embedder } from "./embedder.ts";
import type { MeaningIndex } from "./meaning-index.ts";
import { type VectorFile, vectorKey } from "./vectors/vector-file.ts";
import { packVector } from "./vectors/vector-memory.ts";

/** A document whose passages are to have vectors. */
export interface MeantDocument {
  readonly key: string;
  /** Hexadecimal, 32 digits: the same as long as neither its text nor its passages change. */
  readonly identity: string;
  /** The text that each passage is embedded with: the lines around it and its own words. */
  texts(): Promise<readonly string[]>;
}

export interface MakingOptions {
  /** How long one request should take; a question waits for at most one request. */
  readonly requestMs?: number;
  /** The pause between two requests, which lets questions through. */
  readonly pauseMs?: number;
  /** After a failure. */
  readonly retryMs?: number;
  readonly signal: AbortSignal;
  onProgress(done: number, of: number): void;
  /** Called once when the model becomes unreachable, and again only after it has been reached. */
  onFailure(error: AppError): void;
}

const mostTexts = 32;
/** Models read no more than a few hundred words. */
const mostChars = 2000;

/**
 * Makes the missing vectors of all passages, document by document. Each response is stored at once, so that an
 * interruption costs one request. Keeps trying while the model does not answer.
 */
export async function makeVectors(
  documents: readonly MeantDocument[],
  { embedder, index, file, known }: VectorParts,
  options: MakingOptions,
): Promise<void> {
  const { requestMs = 150, pauseMs = 20, retryMs = 30_000, signal } = options;
  let size = 1;
  let done = 0;
  for (const document of documents) {
    if (signal.aborted) return;
    const texts = (await document.texts()).map((text) => text.slice(0, mostChars));
    const keys = texts.map(vectorKey);
    const missing = [...new Map(keys.map((key, at) => [key, texts[at] ?? ""]))].filter(([key]) => !index.has(key));
    for (let from = 0; from < missing.length && !signal.aborted; ) {
      const batch = missing.slice(from, from + size);
      const startedAt = performance.now();
      const vectors = await persistently(
        () =>
          embedder.passages(
            batch.map(([, text]) => text),
            signal,
          ),
        options,
        retryMs,
      );
      if (vectors === undefined) return;
      const packed = batch.map(([key], at) => ({ key, vector: packVector(vectors[at] ?? new Float32Array(0)) }));
      await file.add(packed, []);
      for (const { key, vector } of packed) index.add(key, vector);
      from += batch.length;
      const took = (performance.now() - startedAt) / batch.length;
      size = Math.max(1, Math.min(mostTexts, size * 2, Math.floor(requestMs / Math.max(took, 0.1))));
      await pause(pauseMs, undefined, { signal }).catch(() => undefined);
    }
    if (signal.aborted) return;
    known.set(document.identity, keys);
    await file.add([], [{ identity: document.identity, keys }]);
    index.place(document.key, keys);
    options.onProgress(++done, documents.length);
  }
}

export interface VectorParts {
  readonly embedder: Embedder;
  readonly index: MeaningIndex;
  readonly file: VectorFile;
  /** The keys of a document's passages, by its identity. */
  readonly known: Map<string, readonly string[]>;
}

/** @returns undefined where it was called off */
async function persistently<T>(
  work: () => Promise<T>,
  { signal, onFailure }: MakingOptions,
  retryMs: number,
): Promise<T | undefined> {
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted) return undefined;
      if (!(error instanceof AppError)) throw error;
      if (failures === 0) onFailure(error);
      await pause(retryMs, undefined, { signal }).catch(() => undefined);
    }
  }
  return undefined;
}
