import { framesOf } from "../../rules/questions/question-frames.ts";
import type { QuestionRules } from "../../rules/questions/question-rules.ts";
import type { AnalyzedToken } from "../../tokens/token.ts";
import { translateEnglish } from "../translate.ts";
import { englishAnswerTypes, englishAsked } from "./asked.ts";
import { expressionLength } from "./expressions.ts";
import { englishFollowUps } from "./follow-ups.ts";
import { englishMessages } from "./messages.ts";
import { englishOverviews } from "./overviews.ts";
import { nounParticles, phrasalVerbs } from "./phrasal-verbs.ts";
import { englishSides } from "./sides.ts";
import { englishSubjects } from "./subjects.ts";

/** Begins what is asked for; the same words lead up to nothing where a noun follows ("Do you know Kim?"). */
const asks = "(?=(?:if|whether|wh\\p{L}+|how|in which|in what)\\s)";

const frames = framesOf([
  `(?:(?:do|does|would|did)\\s+(?:you|anyone|anybody)\\s+(?:happen to\\s+)?know|(?:do you have |have you )?any\\s+idea|(?:i|we)(?:['’]d|\\s+would)\\s+(?:like|love)\\s+to\\s+know|(?:i|we)\\s+(?:want|need|wanted)\\s+to\\s+know|i(?:['’]m|\\s+am)\\s+wondering|i\\s+wonder)\\s*,?\\s+${asks}`,
  "(?:please\\s+)?(?:(?:can|could|would|will)\\s+you\\s+(?:please\\s+)?)?(?:(?:name|list|explain|describe)(?:\\s+to\\s+(?:me|us))?|(?:give|show|tell)\\s+(?:me|us))\\s*,?\\s+(?!of\\s)(?=\\p{L})",
]);

/** "how many cores", "which port". */
const asksForNumber =
  /(?<!\p{L})(?:how (?:many|much|high|large|big|small|long|far|often|old|tall|fast|deep|wide|heavy|soon|late|early|frequently)|costs?|price|fee|deadline|minimum|maximum|at least|at most|percentage|(?:what|which) (?:size|port|number|time|year|date|day|version|age|amount|temperature|distance|length|weight|percentage))(?!\p{L})|^\W*(?:since |until |by |from )?when(?!\p{L})/iu;

/** "which kinds of", "what do I need". */
const asksForList =
  /(?<!\p{L})(?:which (?!version|port|address|process|class|status|business)\p{L}+(?:s|ies)(?<!ss)(?!\p{L})|what are|what (?:kinds?|types?|sorts?|steps?|options|ways|reasons)|list(?: of| all)?|name (?:all|the|some)|what (?:all )?(?:do|does|should|must|can|could|would|need)(?!\p{L})(?=.{0,60}(?<!\p{L})(?:need|needs|bring|check|include|contain|require|requires|have to|do|prepare|choose|use|provide|offer|support)(?!\p{L}))|what has to|steps|requirements|examples of|types of|kinds of)(?!\p{L})/iu;

/** "The us" is no pronoun: people who write without capitals mean the country. */
function withUnitedStates(tokens: readonly AnalyzedToken[]): readonly AnalyzedToken[] {
  return tokens.map((token, index) =>
    token.text === "us" && tokens[index - 1]?.folded === "the"
      ? { ...token, folded: "usa", stem: "usa", isStopWord: false }
      : token,
  );
}

/** "List the …", "which countries have". */
const asksForSeveral =
  /^(?:please\s+)?(?:list|name|enumerate)\s|^(?:what|who|which)\s+(?:are|were)\s|^(?:which|what)\s+(?:\p{L}+\s+)*?\p{L}+s\s+(?:are|were|have|had|do|did)\s|(?<!\p{L})all\s+(?:the\s+)?\p{L}+s(?!\p{L})/iu;

const vagueWords: ReadonlySet<string> = new Set(
  "name called type kind example term used known main different happen happened mean means named according types kinds".split(
    " ",
  ),
);

const several =
  /\b(?:(?:what|which) (?:\w+ )?\w+s (?:are|were|do|did|have|can)|what are|which are|name (?:two|three|some|the)|list)\b/iu;

/** How questions are put in English. */
export const englishQuestions: QuestionRules = {
  frames,
  asked: englishAsked,
  answerTypes: englishAnswerTypes,
  followUps: englishFollowUps,
  messages: englishMessages,
  subjects: englishSubjects,
  sides: englishSides,
  overviews: englishOverviews,
  vagueWords,
  asksInPlural: (question) => several.test(question),
  asksForNumber,
  asksForSeveral,
  asksForList,
  asksForAttribute: /^\W*(?:what(?:'s| is| are| was| were)|whats)(?!\p{L})/iu,
  asksForPermission: /^\W*(?:can|could|may|am i allowed|is it possible)\b/iu,
  asksForDuty: /^\W*(?:must|should|do (?:i|you|we) (?:have|need)|is it required)(?!\p{L})/iu,
  capitalsAreNames: true,
  reread: withUnitedStates,
  phrasalVerbs,
  particles: nounParticles,
  expressionLength,
  translations(words, lexicon) {
    const folded = words.map((word) => word.folded);
    return translateEnglish(folded, 0, lexicon)?.translations ?? [];
  },
  // Names are not inflected, so an inflected word is none.
  mayBeName: ({ start, text, folded }, lexicon) =>
    start > 0 && /^\p{Lu}\p{Ll}/u.test(text) && lexicon.translations("en", folded).length > 0,
};
