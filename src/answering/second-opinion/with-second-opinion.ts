import type { PassageJudge, Verdicts } from "../../meaning/passage-judge.ts";
import type { Answer, CitedPassage } from "../answer.ts";
import { contextLines } from "../judging/context-lines.ts";
import type { Fundstelle } from "../service.ts";
import { weighVerdicts } from "./weigh-verdicts.ts";

/** How many passages of an answer are judged. */
const judgedPassages = 3;

/**
 * Wraps a collection so that the host's model judges whether the first passages state the answer. The model never turns
 * an abstention into an answer, and none of its words is shown.
 * @param weight see `weighVerdicts`
 */
export function withSecondOpinion(
  fundstelle: Fundstelle,
  judge: Pick<PassageJudge, "verdicts">,
  weight: number,
): Fundstelle {
  return {
    ...fundstelle,
    async ask(question, options) {
      const answer = await fundstelle.ask(question, options);
      // An overview of documents states nothing that could be judged.
      if (answer.kind !== "answered" || answer.reckoning === undefined) return answer;
      const { inTime, late } = judge.verdicts(
        answer.question,
        answer.passages.slice(0, judgedPassages).map(withSurroundings),
      );
      const revised = (verdicts: Verdicts | undefined): Answer | undefined =>
        verdicts === undefined ? undefined : weighVerdicts(answer, verdicts, weight);
      const now = revised(await inTime);
      if (now === undefined) options?.onRevision?.(late.then(revised));
      return now ?? answer;
    },
  };
}

/** A passage with what it stands under, as a person would read it. */
function withSurroundings(cited: CitedPassage): string {
  return [cited.metadata.title, ...contextLines(cited), cited.text].join("\n");
}
