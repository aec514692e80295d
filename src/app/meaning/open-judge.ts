import type { JudgeSettings } from "../../config/settings.ts";
import { createPassageJudge, type PassageJudge } from "../../meaning/passage-judge.ts";
import { createJudgeServer } from "../../meaning/servers/judge-server.ts";
import type { IndexEvent } from "../../search/index-event.ts";

/**
 * The host's own model that says whether passages answer a question. @param onEvent told when it stops answering, and
 * when it is back
 */
export function openJudge(settings: JudgeSettings, onEvent: (event: IndexEvent) => void): PassageJudge {
  const purpose = "judging";
  return createPassageJudge(createJudgeServer({ ...settings, setting: "JUDGE_URL" }), {
    waitMs: settings.waitMs,
    lateMs: settings.lateMs,
    onState: (state) =>
      onEvent(
        state.kind === "failing"
          ? { kind: "model-failing", purpose, reason: state.reason }
          : { kind: "model-working", purpose },
      ),
  });
}
