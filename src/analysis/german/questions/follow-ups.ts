import type { FollowUpRules } from "../../rules/questions/follow-up-rules.ts";

/** How German questions depend on the one before. */
export const germanFollowUps: FollowUpRules = {
  opening: /^(?:und|oder|aber|auch|dann|sowie|also|was ist mit|wie ist es mit|wie sieht es mit)(?!\p{L})/iu,
  openingInTalk: /^(?:und|oder|aber|was ist mit|wie ist es mit|wie sieht es mit)(?!\p{L})/iu,
  // A "Sie" inside a sentence is a form of address.
  pronoun:
    /(?<!\p{L})(?:er|sie|ihn|ihm|ihnen|dessen|deren|dort|davon|damit|dazu|darüber|dafür|dagegen|daran|darauf|darin|daraus)(?!\p{L})/u,
  pronounAtStart: /^(?:er|sie|ihn|ihm)(?!\p{L})/iu,
  possessive: /(?<!\p{L})(?:sein|seine[mnrs]?|ihre[mnrs]?)\s+\p{L}/u,
  demonstrative: /(?<!\p{L})(?:diese[mnrs]?|jene[mnrs]?|solche[mnrs]?)\s+\p{L}/iu,
  functionWords: (
    "wer wem wen wessen was wann wo wohin woher warum weshalb wieso wozu wie wieviel wieviele viel viele welche welcher welches welchen welchem seit bis von wegen " +
    "genau denn nun noch mal eigentlich ist sind war waren wird wurde hat hatte kann können soll das der die den dem ein eine es so lange oft weit hoch groß alt teuer nicht"
  ).split(" "),
  months: /^(?:jan|feb|mär|maer|mar|apr|mai|jun|jul|aug|sep|okt|nov|dez)(?:\p{L}{0,7}\.?)$/iu,
};
