import type { Embedder } from "./embedder.ts";
import type { MeaningIndex, NearPassage } from "./meaning-index.ts";
import { failureReason, type ModelState, watchModel } from "./model-state.ts";

export interface QuestionMeaningOptions {
  /** The longest time that a question waits for the model. */
  readonly waitMs: number;
  /** Called when the model stops answering and when it answers again, not for every question. */
  readonly onState: (state: ModelState) => void;
}

/** Finds passages by what a question means; where the model does not answer in time, nothing is found that way. */
export interface QuestionMeaning {
  readonly state: ModelState;
  nearest(question: string, documentKeys: Iterable<string>, limit: number): Promise<readonly NearPassage[]>;
}

export function createQuestionMeaning(
  embedder: Embedder,
  index: MeaningIndex,
  { waitMs, onState }: QuestionMeaningOptions,
): QuestionMeaning {
  const model = watchModel(onState);
  return {
    get state() {
      return model.state;
    },
    async nearest(question, documentKeys, limit) {
      if (index.vectors === 0) return [];
      try {
        const vector = await embedder.question(question, AbortSignal.timeout(waitMs));
        if (vector.length !== index.dimension) {
          model.become({
            kind: "failing",
            reason: `its vectors have ${vector.length} numbers, not ${index.dimension}`,
          });
          return [];
        }
        model.become({ kind: "working" });
        return index.nearest(vector, documentKeys, limit);
      } catch (error) {
        model.become({ kind: "failing", reason: failureReason(error, waitMs) });
        return [];
      }
    },
  };
}
