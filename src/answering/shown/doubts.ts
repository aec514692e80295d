import type { Answer } from "../answer.ts";
import type { Finding } from "../judging/evidence/evidence-kind.ts";

const mostDoubts = 3;

/** What speaks against an answer, in words, weightiest first; words that are missing are told with those looked for. */
export function doubtsAbout(
  { findings, missing }: Pick<Answer, "findings" | "missing">,
  inWords: (finding: Finding) => string,
): string[] {
  return findings
    .filter(({ what, words }) => what !== "word-missing" || !missing.includes(words[0] ?? ""))
    .slice(0, mostDoubts)
    .map(inWords);
}
