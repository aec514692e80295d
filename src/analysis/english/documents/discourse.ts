import type { DiscourseWords } from "../../rules/document-rules.ts";

const text =
  "(?:page|section|chapter|document|documentation(?: page)?|guide|tutorial|article|(?:blog )?post|handbook|manual|wiki|FAQ|overview|walk-?through)";
const says =
  "(?:covers|describes|details|explains|shows|lists|contains|provides|outlines|introduces|documents|discusses|summari[sz]es|walks|includes (?:information|instructions|guides|tutorials|tips|resources|examples|step-by-step)|acts as|serves (?:as|to)|goes (?:over|through)|is about|is dedicated to|(?:is|are) (?:intended|meant|designed|here) to (?:help|give|guide|show|explain|serve)|will (?:briefly )?(?:cover|describe|explain|explore|show|list|walk|guide|help|take|introduce|teach)|is (?:our|an|a (?:quick|short|brief)) (?:answer|overview|introduction|guide|summary|reference|tour))";
/** What a page has below that somebody can look at. */
const shown =
  "(?:lists?|overviews?|summary|guides?|steps|examples?|tips|charts?|tables?|figures?|diagrams?|images?|screenshots?|rundown|instructions|questions|links|resources|ideas|suggestions|options)";
/** Words of how many that name no number. */
const several =
  "(?:several|various|many|some|multiple|different|a (?:few|number|couple|variety|lot|range) of|lots of|plenty of|a few)";
/** What a text is about where more is to be read. */
const parts =
  "(?:reasons|causes|ways|requirements|options|types|kinds|methods|steps|rules|approaches|possibilities|differences|exceptions|cases|principles|parts|categories|variants|guidelines|features|scenarios|techniques)";
const more = "(?:more|further|full|complete|in-depth|detailed|additional)";
const reading =
  "(?:see|read|refer to|check(?: out)?|visit|consult|review|look at|click|go to|head to|(?:have|take) a look at)";
const place =
  "(?:guide|page|docs|documentation|section|tutorial|examples?|wiki|manual|handbook|resources|reference|article|post)";

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
    `^[^.,:;!?]{1,40}\\s(?:this|these|those)\\s(?!(?:${self}|who|of|from)\\b)|^(?:If|When|Once|Because|By doing|Doing) (?:this|that|these|those)(?:,|\\s(?!(?:${self}|who|of|from)\\b))|^(?:[Ii]n (?:this|that|such a) case|[Ii]f (?:so|not|it|they)|Otherwise|Then|Thereby|Afterwards|After (?:that|this)|Once (?:done|saved|this|that)|To (?:get|go|be) there|From (?:there|here)|Alternatively|As you can see|As (?:shown|seen|described|mentioned) above|Both of (?:these|them)|The (?:former|latter) (?:is|are|has|have|can|will))\\b|^(?:Next|Now|Finally|Instead),`,
    "u",
  ),
  announcesBlock: new RegExp(
    `\\b(?:(?:the|these) following|as follows|below|above it|here(?:'|’)s how|like (?:this|so))\\b|\\b(?:two|three|four|five|six|seven|${several}) (?:[\\p{L}-]+ ){0,2}${parts}:$`,
    "iu",
  ),
  announcesParts: new RegExp(`^There (?:are|is) ${several}(?: [^\\s:;,.]+){0,3} ${parts}\\b[^:;,\\d]*\\.?$`, "u"),
  between:
    "to|into|becomes|with|by|and|or|but|but not|and not|and then|versus|instead of|rather than|now|not|(?:and )?(?:changes|turns) (?:in)?to",
  announcesText: [
    new RegExp(`^(?:The|This|The following|The next|The rest of this|The remainder of this) ${text} ${says}\\b`, "u"),
    new RegExp(`^(?:In|On) (?:this|the following|the next) ${text},? (?:we|you|I)(?:'|’| )`, "u"),
    new RegExp(`^The (?:goal|aim|purpose) of this ${text} is to\\b`, "u"),
    new RegExp(`^This ${text} aims to\\b`, "u"),
    /^These (?:guidelines|instructions|pages|guides|docs|sections|resources) (?:provide|describe|explain|outline|cover|aim to)\b/u,
    /^(?:Continue reading|Keep reading|Read on)\b/u,
    /^Follow (?:these|the) (?:steps|instructions)(?: below)? (?:to|for|if|when)\b[^:\d]*[.:]?$/u,
    /^The below (?:page|YAML|table|list|diagram|tree|code|example) shows\b/u,
    /^Click on an? .*\b(?:to (?:view|see|show|learn|read|expand|open)|for more)\b/u,
    /^(?:You(?:'|’)ll|You will|We(?:'|’)ll|We will) (?:learn|cover|see|walk|look|explore)\b/u,
    /^Welcome to (?:the |our )?[^:,;]{0,60}\b(?:guide|documentation|docs|page|wiki|manual|handbook|site|website|blog|FAQ|tutorial|help cent(?:er|re)|knowledge base)s?[.!]*$/u,
    new RegExp(
      `^(?:Below|Here) (?:is|are) (?:(?:an?|some|our|few|several|quick|short|brief|step-by-step|detailed|complete|full|other|useful|helpful|common) )+(?:[\\p{L}-]+ )?${shown}\\b[^:]*[.:]?$`,
      "u",
    ),
    new RegExp(
      `^The (?:following ${shown}|${shown} below)\\S* (?:shows?|lists?|describes?|explains?|gives?|illustrates?|contains?|provides?|will (?:help|show|guide))\\b[^:;]*[.:]?$`,
      "u",
    ),
    /^(?:Let(?:'|’)?s|Let us) (?:get started|begin|start|(?:dive|jump|take a look|have a look|look at|explore)\b[^:;,.]{0,90})[.!:]?$/u,
    new RegExp(
      `^(?:This|The latest|Our latest|Today(?:'|’)s) (?:release|version|update|patch) (?:(?:mainly|mostly|only|also) )?(?:contains|includes|brings|comes with|has) [^:,\\d]*\\b(?:${several}|minor|small) [^:,\\d]*(?:fix(?:es)?|bug ?fixes|improvements|changes|features|enhancements)[.!]*$`,
      "u",
    ),
  ],
  pointsElsewhere: [
    /^(?:Please )?see (?!that\b|if\b|whether\b|to it\b)/iu,
    /^(?:Please )?refer to\b/iu,
    /^(?:Read|Learn|Find out|See) more\b/u,
    new RegExp(`^For (?:an? |the )?${more} (?!than\\b).*\\b${reading}\\b`, "u"),
    /^(?:More|Further|Full|Complete|Additional|Detailed) (?:information|info|details|documentation|tips|examples|resources)\b.*\b(?:here|found|viewed|available|in|on|at)\b/u,
    new RegExp(`^(?:To (?:learn|find out|read|know) more)\\b[^.:]*,? (?:please )?${reading}\\b`, "u"),
    new RegExp(
      `^If you(?: (?:want|need|would like|are looking for)|(?:'|’)(?:d like|re looking for)) (?:to (?:learn|know|read) more\\b|(?:any )?(?:${more} )?(?:information|details|examples)\\b)[^,]*, (?:please )?(?:you (?:should|can|may) )?${reading}\\b`,
      "u",
    ),
    new RegExp(
      `^You can (?:also )?(?:read|find|learn) ${more} (?:about|on|in|at|here|information|details|examples|documentation)\\b`,
      "u",
    ),
    new RegExp(
      `^There(?:'|’)s (?:also )?an? (?:${more} )?(?:example|guide|tutorial|page|list|description|explanation)\\b[^.:]*\\b(?:in|on) (?:the|our|this) [^.:]*\\b${place}\\b[^.:]*\\.?$`,
      "u",
    ),
    new RegExp(`^(?:Take|Have) a look at (?:the|our) [^.,:]*\\b${place}\\b`, "u"),
    new RegExp(
      `^(?:Information|Resources|Instructions|Guidance|Guidelines|Details|Documentation|Tips|Examples|Templates)\\b[^.:]* (?:can be found|(?:is|are) (?:outlined|available|listed|described|explained|given|kept)) (?:in|on|at) (?:the|our|this) [^.:]*\\b(?:${place}|pages?|guidelines|repository|website)\\b[^.:]*[.!]?$`,
      "u",
    ),
    new RegExp(
      `^(?:The (?:best|easiest|quickest|fastest) way to (?:get )?start(?:ed)?\\b[^.:]* is to (?:take a look at|look at|read|see|check out|follow)|Get started (?:with|by reading)|We recommend (?:reading|checking out)) [^.:]*\\b(?:${place}|application|template)s?\\b`,
      "u",
    ),
    new RegExp(
      `^For (?:information|details|instructions|examples|an example(?: use case)?|an? (?:full |complete )?list)\\b[^.:]*, (?:please )?${reading}\\b`,
      "u",
    ),
    new RegExp(
      `^If you (?:are|(?:'|’)re) (?:new to|unfamiliar with|not familiar with)\\b[^,.:]*, (?:please )?${reading}\\b`,
      "u",
    ),
    new RegExp(
      `^To [^,.:]{3,60}, (?:please )?(?:see|refer to|check out|consult) (?:the|our) [^.:]*\\b${place}\\b[^.:]*[.!]?$`,
      "u",
    ),
    /^An? (?:(?:more|full|fuller|complete|working|further|detailed) )+(?:example|list|guide|description|documentation)s? (?:can be found|is available|are available) (?:here|in|on|at)\b/u,
    /^(?:You|Developers|Users|Readers) (?:can|may) (?:get|find|read) more (?:information|details)\b[^.:]* here[.!]?$/u,
    new RegExp(
      `^(?:Check out|Head (?:over )?to|Visit|Browse|Consult|Review) (?:the|our) [^.,:]*\\b${place}\\b[^.,:;]*[.!]?$`,
      "u",
    ),
    /^Read (?:the|our) [^.:]*\bfor (?:more|further) (?:information|details)\b/u,
  ],
  describesText: [
    /^(?:(?:Information|Guidance|Guidelines|Documentation|Instructions|Tips|Resources|Advice|Details|Best practices)(?: and [\p{L} ]{1,40})?|(?:An?|The|Our|Some) (?:[\p{L}-]+ ){0,2}(?:list|overview|description|guide|summary|collection|introduction|tutorial|reference|explanation)) (?:about|on|for|of|to|from|how)\b(?!.* (?:is|are) (?:in|on|at|under|kept)\b)[^:;]*$/u,
  ],
  courtesies: [
    /^(?:Happy \p{L}+ing|Enjoy|Have fun|Good luck|Congratulations|Congrats|Well done|That(?:'|’)s (?:it|all)|You(?:'|’)re (?:all set|done|good to go|ready to go)|You are (?:all set|done|good to go))(?: (?:the|your|with|on|for|and)\b[^.!?:,]{0,40}(?=!))?[^\p{L}\p{N}]*$/u,
    /^(?:[^.!?:]{0,60}, )?(?:Thank you|Thanks|Many thanks)(?: (?:so|very) much| a lot| again)?(?: for [^.!?:]{0,120})?[^\p{L}\p{N}]*$/iu,
    /^(?:We|I) (?:really |sincerely )?hope (?:that )?(?:you(?:(?:'|’)ll| will)? (?:enjoy|like|love|find|have)|th(?:is|ese) [^.!?:]{0,40}(?:help|helps|helped|helpful|useful)|to (?:see|hear from|welcome) you)\b[^.!?:]*[^\p{L}\p{N}]*$/u,
    /^(?:(?:We(?:'|’)re|We are|I(?:'|’)m|I am) )?(?:all )?(?:so |very |really )?(?:excited|thrilled|happy|delighted|glad) (?:to|that you) (?:have|see|meet|welcome|be here|are here)\b[^.!?:]*[^\p{L}\p{N}]*$/iu,
  ],
  salutation: /^(?:(?:Dear|Hello|Hi|Greetings)\b[^.!?:]{0,60}[,!]?|Subject: .+)$/u,
  closing:
    /^(?:(?:Yours )?(?:sincerely|faithfully|truly)|Sincerely(?: yours)?|(?:Kind|Best|Warm)(?:est)? (?:regards|wishes)|Best|Regards|Many thanks|Thanks(?: again)?|Thank you(?: (?:so|very) much)?|Cheers)[,!]\s*(?:[\n\r]|\[|$)|^(?:Thank you|Thanks|Many thanks)(?: (?:so|very) much)? for your [^.!?:\n]{1,40}!\s*(?:<br ?\/?>)?\s*[\n\r]/u,
};
