import type { NegationRules } from "../rules/negation-rules.ts";

const negating =
  /^(?:nicht|kein(?:e[mnrs]?)?|nie|niemals|niemand\p{L}*|nichts|nirgends|nirgendwo|weder|ohne|ausser|ausgenommen|keinerlei|keineswegs|kaum|mangels|weiger\p{L}*|verweiger\p{L}*|fehl(?:t|en|te|ten|end\p{L}*)|verzicht\p{L}*|ausgeschlossen\p{L}*)$/u;

/** How German denies. */
export const germanNegation: NegationRules = {
  prefixes: ["un", "nicht", "miss", "in", "il", "ir", "im", "a", "dis", "non"],
  isNegation: ({ folded, kind }) => kind === "word" && negating.test(folded),
  beforeNouns: "ohne kein keine keinen keinem keiner keines".split(" "),
  behindVerbs: ["keine", "kein"],
  inClauses: "nicht nie niemals niemand niemandem niemanden nirgends nirgendwo weder kaum".split(" "),
  sayingNo: "fehlt fehlen fehlte fehlten nein verboten untersagt unzulassig ausgeschlossen ausgenommen".split(" "),
  withoutEnding: /(?:los|frei)(?:e[mnrs]?)?$/,
  onlySeeming: /(?<!\p{L})(?:nicht (?:nur|wahr|zuletzt)|(?:wie lange?|seit wann).*|oder nicht|warum nicht)(?!\p{L})/iu,
  selecting: /^\W*(?:(?:in|an|auf|bei|mit|für)\s+)?(?:wer|wem|wen|welche[mnrs]?|wo|wohin)(?!\p{L})/iu,
};
