import type { SubjectRules } from "../../rules/questions/subject-rules.ts";

/** How German questions lead up to their subject. */
export const germanSubjects: SubjectRules = {
  beforeSmallWords:
    /^\s*(?:(?:worum|um was) geht es (?:in|bei)\s+|(?:wovon|worüber) (?:handelt|ist)\s+|von wem\s+ist\s+|(?:wer|was|wo|wie|wann)\s+(?:(?:ist|sind|war|waren|heisst|heißt|bedeutet|meint)\s+)?)?/iu,
  behindSmallWords: /\s*(?:bedeuten|bedeutet)?[\s?!.…]*$/iu,
  beforeThing:
    /^\W*(?:(?:was|wer)\s+(?:ist|sind|war)\s+(?:(?:ein|eine)\s+)?|was\s+(?:bedeutet|heißt|heisst|macht|tut)\s+)?/iu,
  behindThing: /\s*(?:bedeuten|machen)?[\s?!.…]*$/iu,
  asksWhat:
    "bedeutet bedeuten heisst heissen macht machen tut tun funktioniert geht gibt passiert geschieht bitte erklar".split(
      " ",
    ),
  asksFact: /^\W*(?:wie\s?viele?|wieviel|wann|wer|wem|wen|wo|wohin|woher|warum|weshalb|welche[mnrs]?)(?!\p{L})/iu,
  asksCount: /(?<!\p{L})wie\s?viele\s+/iu,
  asksChange:
    /(?<!\p{L})(?:version(?:en)?|neu(?:e[mnrs]?|ere[mnrs]?|este[mnrs]?|ig\p{L}*|erung(?:en)?)?|ge(?:ä|ae)ndert|(?:ä|ae)nderung(?:en)?|behoben|hinzu\p{L}*|entfernt|weggefallen|abgeschafft|veraltet|eingef(?:ü|ue)hrt|seit|ab|aktualisier\p{L}*|nicht mehr|blog)(?!\p{L})/iu,
  asksSideProvision:
    /(?<!\p{L})(?:\p{L}*(?:straf|bu(?:ß|ss)geld|geldbu(?:ß|ss)e|ordnungswidrig|versto(?:ß|ss)|verst(?:ö|oe)(?:ß|ss)|ermächtig|statisti|evalu|überleit)\p{L}*|übergang\p{L}*|in kraft|inkraft\p{L}*|außer kraft|gilt|gelten|seit|früher|bisher\p{L}*|alte[nrsm]?|droht|drohen|konsequenzen|folgen|passiert(?=.*(?<!\p{L})(?:nicht|kein\p{L}*|ohne|trotzdem|zu spät|vergess\p{L}*)(?!\p{L}))|gefängnis|knast)(?!\p{L})/iu,
  changeList:
    /(?<!\p{L})(?:versionshinweise|versionsgeschichte|(?:ä|ae)nderungs(?:protokoll|verlauf|historie)|(?:ä|ae)nderungen|neuerungen|neuigkeiten|was ist neu|blog)(?!\p{L})/iu,
  beforeFiles: "in|im|ins|aus|auf|auch|bei|mit|von|vom|unter|via|der|die|das|dem|den|datei",
  editions: {
    nouns: "version|ausgabe|auflage|fassung",
    formerEdition:
      /(?<!\p{L})(?:in |laut |nach |gemäß |aus )?(?:der |die |den |dem |das |einer |eine )?(?:alte[nrsm]?|ältere[nrsm]?|frühere[nrsm]?|vorige[nrsm]?|vorherige[nrsm]?|damalige[nrsm]?|ehemalige[nrsm]?|bisherige[nrsm]?|aufgehobene[nrsm]?|überholte[nrsm]?) (?:fassung|version|ausgabe|auflage|regelung|bestimmung)(?:en)?(?!\p{L})/iu,
    formerTime:
      /(?<!\p{L})(?:früher|damals|ehemals|vormals|(?:alte[nrsm]?|frühere[nrsm]?|aufgehobene[nrsm]?)(?= \p{L}*\s?(?:ordnung|satzung|richtlinien?|regelung|regeln|vertrag|verordnung|policy)(?!\p{L})))(?!\p{L})/iu,
    noLongerInForce: /(?<!\p{L})(?:nicht mehr (?:gilt|galt|gültig|in kraft)|außer kraft|aufgehobene[nrsm]?)(?!\p{L})/iu,
  },
};
