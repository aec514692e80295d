import { foldCase } from "../../../analysis/folding.ts";
import { languageByCode } from "../../../analysis/languages.ts";
import type { AskedKind, AskedPattern, AskedRules, Dimension } from "../../../analysis/rules/questions/asked-rules.ts";
import { defined } from "../../../defined.ts";
import type { LanguageCode } from "../../../documents/document.ts";

export interface AskedFor {
  readonly kind: AskedKind;
  /** Of a measure. */
  readonly dimension?: Dimension;
  /** Where the asking words begin in the question. */
  readonly start: number;
  /** Where they end: what they name behind themselves is the kind of thing or what is counted. */
  readonly end: number;
}

const mostAskingChars = 300;
const noRules: AskedRules<AskedPattern> = { patterns: [] };

/** What a question asks for; `nothing` where its wording does not tell, as in a few keywords. */
export function askedFor(question: string, language: LanguageCode): AskedFor {
  // A longer question is a text.
  const folded = foldKeepingLength(question.slice(0, mostAskingChars));
  const { clause, patterns } = languageByCode(language).questions?.asked ?? noRules;
  const text = clause === undefined ? folded : folded.replace(clause, "");
  for (const [kind, pattern, dimension] of patterns) {
    const match = pattern.exec(text);
    if (match === null) continue;
    return { kind, start: match.index, end: match.index + match[0].length, ...defined({ dimension }) };
  }
  return { kind: "nothing", start: 0, end: 0 };
}

/** Lower case without marks, character for character, so that offsets stay those of the question; ß is one s. */
function foldKeepingLength(text: string): string {
  const plain = text.replaceAll("ß", "s").toLowerCase();
  return plain.replace(/[^ -~]/gu, (char) => {
    const folded = foldCase(char);
    return folded.length === char.length ? folded : char;
  });
}
