import type { MessageRules } from "../../rules/questions/message-rules.ts";

const asking = "wer|we[mn]|was|wann|warum|weshalb|wieso|wie";
const between = "und|oder|aber|nun|also|so";

/** What German messages have beside their question. */
export const germanMessages: MessageRules = {
  greeting:
    /^\s*(?:hallo|hi|hey|moin(?: moin)?|servus|guten (?:tag|morgen|abend)|gr(?:ü|ue)(?:ß|ss)e|liebe[rs]?)(?!\p{L})[^,.!?:]{0,30}[,.!:–-]+\s*/iu,
  farewell:
    /(?<=[\s,.!?])(?:(?:viel(?:en)? |herzlichen |lieben |besten )?dank(?:e(?: (?:schon mal|im voraus|euch|dir|ihnen))?)?|lg|vg|mfg|(?:viele|liebe|beste|sch(?:ö|oe)ne) gr(?:ü|ue)(?:ß|ss)e)(?!\p{L})[^?]*$|(?<=[\s,.!?])bitte[\s.!]*$/iu,
  asks: new RegExp(
    `^\\W*(?:(?:${between})\\s+)?(?:(?:seit|bis|ab|an|in|mit|von|bei|f(?:ü|ue)r)\\s+)?(?:${asking}|wessen|wieviele?|wo\\p{L}*|welche[mnrs]?)(?!\\p{L})`,
    "iu",
  ),
  askingWord:
    /^(?:wer|wem|wen|wessen|was|wann|wo|wohin|woher|wovon|womit|worüber|wofür|wogegen|warum|weshalb|wieso|weswegen|wozu|wie|wieviele?|welche[mnrs]?|seit wann)(?!\p{L})/iu,
  asksIndirectly: new RegExp(
    `(?:,\\s*|(?<!\\p{L})(?:wei(?:ß|ss)|wissen|sagen|frage)\\s+,?\\s*)(?:ob|${asking}|wo\\p{L}*|welche[mnrs]?)(?!\\p{L})`,
    "iu",
  ),
  seeks:
    /(?<!\p{L})(?:ich suche|wir suchen|suche nach|ich brauche|ich (?:möchte|moechte|will|würde gern) wissen)(?!\p{L})/iu,
  beforeAskingClause: new RegExp(
    `(?:[,;:–]|\\s-)\\s+(?:(?:${between})\\s+)?(?=(?:(?:seit|bis|ab|an|in|von)\\s+)?(?:${asking}|wo|wohin|woher|welche[mnrs]?)\\s)`,
    "giu",
  ),
  ofOneself: /(?<!\p{L})(?:ich|mir|mich|wir|mein\p{L}*)(?!\p{L})/iu,
  callsForHelp: new Set(
    "jemand wer weiss wissen helfen hilfe hilft idee ideen ahnung tipp tipps rat frage fragen antwort kennt sagen danke bitte gern gerne euch ihr all".split(
      " ",
    ),
  ),
};
