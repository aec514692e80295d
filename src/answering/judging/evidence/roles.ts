import { languageByCode } from "../../../analysis/languages.ts";
import type { AnalyzedToken } from "../../../analysis/tokens/token.ts";
import type { Comparison } from "../comparing/comparison.ts";
import type { AskedWord } from "../comparing/question-view.ts";
import type { EvidenceKind } from "./evidence-kind.ts";

/** An article and an adjective may stand between a preposition and its noun. */
const reach = 3;
const clearlyMet = 0.8;
/** A smaller share in another role is not worth reporting: sentences can be built in many ways. */
const tellingShare = 0.5;

/**
 * Who does what to whom, as far as prepositions tell: nouns and names of the question that stand behind another
 * preposition in the best sentence, or behind none ("bei wem hat Lefevre studiert", "studierte bei Lefevre").
 */
export const turnedRole: EvidenceKind<"turnedRole"> = {
  name: "turnedRole",
  speaks: "against",
  isMismatch: false,
  value: (comparison) => turned(comparison).reduce((sum, { weight }) => sum + weight, 0),
  finding: (comparison) => {
    const words = turned(comparison);
    if (words.reduce((sum, { weight }) => sum + weight, 0) < tellingShare) return undefined;
    const [word] = [...words].sort((a, b) => b.weight - a.weight);
    return word === undefined ? undefined : { what: "other-role", words: [word.concept.text] };
  },
};

function turned({ question, passage, best }: Comparison): AskedWord[] {
  const { roles } = languageByCode(question.language);
  if (roles === undefined || question.language !== passage.language) return [];
  return question.words.filter(({ kind, token }, index) => {
    const at = question.tokens.indexOf(token);
    if (kind === "number" || kind === "other" || at < 0) return false;
    const stated = best.tokens.flatMap(({ likes }, place) =>
      likes.some(({ word, value }) => word === index && value >= clearlyMet)
        ? [prepositionBefore(best.tokens, place, roles)]
        : [],
    );
    return stated.length > 0 && !stated.includes(prepositionBefore(question.tokens, at, roles));
  });
}

function prepositionBefore(
  tokens: readonly AnalyzedToken[],
  at: number,
  roles: ReadonlyMap<string, string>,
): string | undefined {
  for (let before = at - 1; before >= Math.max(0, at - reach); before--) {
    const preposition = roles.get(tokens[before]?.folded ?? "");
    if (preposition !== undefined) return preposition;
  }
  return undefined;
}
