import { join } from "node:path";
import type { FindNearest } from "../../answering/ask.ts";
import type { Settings } from "../../config/settings.ts";
import type { AppError } from "../../errors.ts";
import { makeVectors } from "../../meaning/make-vectors.ts";
import { MeaningIndex } from "../../meaning/meaning-index.ts";
import type { ModelState } from "../../meaning/model-state.ts";
import { createQuestionMeaning } from "../../meaning/question-meaning.ts";
import { createEmbeddingsServer } from "../../meaning/servers/embeddings-server.ts";
import { VectorFile } from "../../meaning/vectors/vector-file.ts";
import type { IndexEvent } from "../../search/index-event.ts";
import type { PassageIndex } from "../../search/passage-index.ts";
import { meantDocuments } from "./follow-index.ts";

/** A model that finds passages by meaning, kept up to date with an index. */
export interface Meaning {
  readonly nearest: FindNearest;
  /** For the health data: how many documents have vectors, and whether the model answers. */
  status(): { readonly documents: number; readonly of: number; readonly model: ModelState["kind"] };
  /** Takes up the current index; vectors that are missing are made in the background. */
  follow(): void;
  /** Resolves when every document has vectors, or when the model cannot be reached. */
  made(): Promise<void>;
  close(): Promise<void>;
}

/** How many of the model's nearest passages are ranked together with those found by words. */
const nearestLimit = 50;

/**
 * @param index asked anew each time, for it may be replaced
 */
export async function openMeaning(
  settings: NonNullable<Settings["embeddings"]>,
  {
    indexFolder,
    index,
    onEvent,
  }: {
    readonly indexFolder: string;
    readonly index: () => PassageIndex;
    readonly onEvent: (event: IndexEvent) => void;
  },
): Promise<Meaning> {
  const embedder = createEmbeddingsServer({ ...settings, setting: "EMBEDDINGS_URL" });
  const vectors = new MeaningIndex();
  const known = new Map<string, readonly string[]>();
  // Vectors made with other prefixes cannot be compared, no more than those of another model.
  const kind = JSON.stringify([settings.model, settings.prefixes ?? null, settings.sendsInputType]);
  const file = await VectorFile.open(join(indexFolder, "meaning"), kind, {
    onVector: (key, vector) => vectors.add(key, vector),
    onDocument: (identity, keys) => known.set(identity, keys),
  });
  let stop = new AbortController();
  let making: Promise<void> = Promise.resolve();
  let done = 0;
  let total = 0;
  let giveUp: () => void = () => undefined;
  const unreachable = new Promise<void>((resolve) => {
    giveUp = resolve;
  });
  const onFailing = (reason: string): void => {
    onEvent({ kind: "model-failing", purpose: "finding", reason });
    giveUp();
  };
  const question = createQuestionMeaning(embedder, vectors, {
    waitMs: settings.waitMs,
    onState: (state) =>
      state.kind === "failing" ? onFailing(state.reason) : onEvent({ kind: "model-working", purpose: "finding" }),
  });

  const follow = (): void => {
    stop.abort();
    stop = new AbortController();
    const { signal } = stop;
    const documents = meantDocuments(index());
    const missing = documents.filter(({ key, identity }) => {
      const keys = known.get(identity);
      const isMade = keys?.every((passage) => vectors.has(passage)) ?? false;
      if (keys !== undefined && isMade) vectors.place(key, keys);
      return !isMade;
    });
    total = documents.length;
    done = total - missing.length;
    const already = done;
    const before = making;
    making = (async () => {
      await before;
      await makeVectors(
        missing,
        { embedder, index: vectors, file, known },
        {
          signal,
          onProgress: (made) => {
            done = already + made;
            onEvent({ kind: "vectors", documents: done, of: total });
          },
          onFailure: (error: AppError) => onFailing(error.message),
        },
      );
    })();
    making.catch((error: unknown) => onFailing(String(error)));
  };

  return {
    nearest: (text, filter) => {
      const keys = index()
        .documents(filter)
        .map(({ metadata }) => metadata.key);
      return question.nearest(text, keys, nearestLimit);
    },
    status: () => ({ documents: done, of: total, model: question.state.kind }),
    follow,
    made: () => Promise.race([making, unreachable]),
    async close() {
      stop.abort();
      await making.catch(() => undefined);
      await file.close();
    },
  };
}
