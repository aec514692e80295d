import { failureReason, type ModelState, watchModel } from "./model-state.ts";
import type { JudgePassage, Verdict } from "./verdict.ts";

export interface PassageJudgeOptions {
  /** The longest time that an answer waits for the model. */
  readonly waitMs: number;
  /**
   * How long after the question verdicts are still accepted for an answer that has been sent. No more than `waitMs`
   * means never.
   */
  readonly lateMs: number;
  /** Called when the model stops answering and when it answers again, not for every question. */
  readonly onState: (state: ModelState) => void;
}

/** In the order of the passages; undefined where there is none for one of them. */
export type Verdicts = readonly (Verdict | undefined)[];

/** Both undefined where no passage got a verdict in that time. */
export interface AskedVerdicts {
  readonly inTime: Promise<Verdicts | undefined>;
  /** Those that came after the answer had gone out. */
  readonly late: Promise<Verdicts | undefined>;
}

/** Has a model judge whether passages state the answer to a question. */
export interface PassageJudge {
  readonly state: ModelState;
  verdicts(question: string, passages: readonly string[]): AskedVerdicts;
}

export function createPassageJudge(
  judge: JudgePassage,
  { waitMs, lateMs, onState }: PassageJudgeOptions,
): PassageJudge {
  const model = watchModel(onState);
  const within = Math.max(waitMs, lateMs);
  const ask = async (question: string, passages: readonly string[]): Promise<Verdicts | undefined> => {
    const signal = AbortSignal.timeout(within);
    const results = await Promise.allSettled(passages.map((passage) => judge(question, passage, signal)));
    const failed = results.find((result) => result.status === "rejected");
    model.become(
      failed === undefined ? { kind: "working" } : { kind: "failing", reason: failureReason(failed.reason, within) },
    );
    const verdicts = results.map((result) => (result.status === "fulfilled" ? result.value : undefined));
    return verdicts.some((verdict) => verdict !== undefined) ? verdicts : undefined;
  };
  return {
    get state() {
      return model.state;
    },
    verdicts(question, passages) {
      let isOver = false;
      let timer: NodeJS.Timeout | undefined;
      const all = ask(question, passages);
      const over = new Promise<undefined>((resolve) => {
        timer = setTimeout(() => {
          isOver = true;
          resolve(undefined);
        }, waitMs);
      });
      const inTime = Promise.race([all, over]).finally(() => clearTimeout(timer));
      const late = Promise.all([all, inTime]).then(([verdicts]) => (isOver && lateMs > waitMs ? verdicts : undefined));
      return { inTime, late };
    },
  };
}
