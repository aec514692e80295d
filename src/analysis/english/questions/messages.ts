import type { MessageRules } from "../../rules/questions/message-rules.ts";

const asking = "who|what|when|why|how|where|which";
const between = "and|or|so|but|now|also";

/** What English messages have beside their question. */
export const englishMessages: MessageRules = {
  greeting: /^\s*(?:hi|hey|hello|dear|good (?:morning|afternoon|evening))(?!\p{L})[^,.!?:]{0,30}[,.!:–-]+\s*/iu,
  farewell:
    /(?<=[\s,.!?])(?:thanks|thank you|cheers|(?:kind|best) regards)(?!\p{L})[^?]*$|(?<=[\s,.!?])(?:pls|plz|please)[\s.!]*$/iu,
  asks: new RegExp(
    `^\\W*(?:(?:${between})\\s+)?(?:(?:at|in|from|since|until|to|on|by)\\s+)?(?:${asking}|whom|whose)(?!\\p{L})`,
    "iu",
  ),
  askingWord: /^(?:who|whom|whose|what|when|where|why|how|which|since when)(?!\p{L})/iu,
  asksIndirectly: new RegExp(
    `(?:,\\s*|(?<!\\p{L})(?:know|tell me|wonder(?:ing)?|ask)\\s+,?\\s*)(?:if|whether|${asking})(?!\\p{L})`,
    "iu",
  ),
  seeks: /(?<!\p{L})(?:looking for|i need)(?!\p{L})/iu,
  beforeAskingClause: new RegExp(
    `(?:[,;:–]|\\s-)\\s+(?:(?:${between})\\s+)?(?=(?:(?:from|since|until|by|in)\\s+)?(?:${asking})\\s)`,
    "giu",
  ),
  ofOneself: /(?<!\p{L})(?:i|i['’]m|we|my|me)(?!\p{L})/iu,
  callsForHelp: new Set(
    "anyone anybody someone help ideas idea know tips question advice thanks please guys folks everybody everyone all".split(
      " ",
    ),
  ),
};
