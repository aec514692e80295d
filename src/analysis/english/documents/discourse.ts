import type { DiscourseWords } from "../../rules/document-rules.ts";

const text = "(?:page|section|chapter|document|guide|tutorial|article|(?:blog )?post|handbook)";
const says =
  "(?:covers|describes|explains|shows|lists|contains|provides|outlines|introduces|documents|discusses|walks|is about|will (?:cover|describe|explain|show|list|walk|guide|help)|is (?:our|an) (?:answer|overview|introduction))";

/** What "this" before it names the text itself, its whole subject or today, and nothing that stands before it. */
const self =
  "page|section|chapter|document|documentation|guide|tutorial|article|post|blog|book|handbook|manual|site|website|wiki|repository|project|package|policy|agreement|licence|license|work|statute|act|regulation|version|release|week|month|year|morning|afternoon|evening|summer|winter|time";

/** How paragraphs in English speak of what stands around them. */
export const englishDiscourse: DiscourseWords = {
  refersBack: new RegExp(
    `^(?:(?:After|In|For|With|To do)\\s[^,.:;]{1,40},\\s)?(?:This|These|Those|That|this|these)\\s(?!(?:${self}|who|of|from)\\b)`,
    "u",
  ),
  leansOnLast: new RegExp(
    `^[^.,:;!?]{1,40}\\s(?:this|these|those)\\s(?!(?:${self}|who|of|from)\\b)|^(?:[Ii]n (?:this|that|such a) case|[Ii]f (?:so|not|it|they)|Otherwise|Then|Thereby)\\b`,
    "u",
  ),
  announcesBlock: /\b(?:(?:the|these) following|as follows|below|above it|here(?:'|’)s how|like (?:this|so))\b/iu,
  between: "to|into|becomes|with|by|and|or|instead of|rather than|now|not",
  announcesText: [
    new RegExp(`^(?:The|This|The following|The next) ${text} ${says}\\b`, "u"),
    new RegExp(`^(?:In|On) (?:this|the following|the next) ${text},? (?:we|you|I)(?:'|’| )`, "u"),
    /^The below (?:page|YAML|table|list|diagram|tree|code|example) shows\b/u,
    /^Click on an? .*\b(?:to (?:view|see|show|learn|read|expand|open)|for more)\b/u,
    /^(?:You(?:'|’)ll|You will|We(?:'|’)ll|We will) (?:learn|cover|see|walk|look|explore)\b/u,
  ],
  pointsElsewhere: [
    /^(?:Please )?see (?!that\b|if\b|whether\b|to it\b)/iu,
    /^(?:Please )?refer to\b/iu,
    /^(?:Read|Learn|Find out|See) more\b/u,
    /^For (?:an? |the )?(?:more|further|full|complete|in-depth|detailed|additional) .*\b(?:see|refer to|read|check|visit|consult|(?:have|take) a look at)\b/u,
    /^(?:More|Further|Additional|Detailed) (?:information|details|documentation)\b.*\b(?:here|found|available|in|on|at)\b/u,
  ],
  salutation: /^(?:(?:Dear|Hello|Hi|Greetings)\b[^.!?:]{0,60}[,!]?|Subject: .+)$/u,
  closing:
    /^(?:(?:Yours )?(?:sincerely|faithfully|truly)|Sincerely(?: yours)?|(?:Kind|Best|Warm)(?:est)? (?:regards|wishes)|Best|Regards|Many thanks|Thanks(?: again)?|Thank you(?: (?:so|very) much)?|Cheers)[,!]\s*(?:[\n\r]|\[|$)/u,
};
