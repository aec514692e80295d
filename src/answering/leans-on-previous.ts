const leaningStart =
  /^(?:und|oder|aber|auch|dann|sowie|and|or|but|also|then|what about|how about|was ist mit|wie ist es mit|wie sieht es mit)(?!\p{L})/iu;
/**
 * Words that refer to somebody or something mentioned before. A "Sie" inside a sentence is a form of address instead.
 */
const pronoun =
  /(?<!\p{L})(?:er|sie|ihn|ihm|ihnen|dessen|deren|dort|davon|damit|dazu|darüber|dafür|dagegen|daran|darauf|darin|daraus|he|him|she|they|them|theirs|hers)(?!\p{L})/u;
const pronounAtStart = /^(?:er|sie|ihn|ihm|he|she|they)(?!\p{L})/iu;
/** "It" and "there" refer to something only if they do not open a clause: "how much did it cost", "who lives there". */
const placed =
  /(?<!\p{L})(?:does|did|is|was|will|has|had|of|for|about|with|in|to)\s+it(?!\p{L})(?!\s+(?:true|possible|likely|that|take|mean)(?!\p{L}))|(?<!\p{L})there\s*\??$/iu;
const possessive = /(?<!\p{L})(?:sein|seine[mnrs]?|ihre[mnrs]?|his|her|its|their)\s+\p{L}/u;
const demonstrative = /(?<!\p{L})(?:diese[mnrs]?|jene[mnrs]?|solche[mnrs]?|these|those)\s+\p{L}/iu;

/** Question words and function words, which name nothing. */
const functionWords = new Set(
  (
    "wer wem wen wessen was wann wo wohin woher warum weshalb wieso wozu wie wieviel wieviele viel viele welche welcher welches welchen welchem seit bis von wegen " +
    "genau denn nun noch mal eigentlich ist sind war waren wird wurde hat hatte kann können soll das der die den dem ein eine es so lange oft weit hoch groß alt teuer " +
    "who whom whose what when where why how which since until many much long often far old is are was were did does do has had can should the a an it that this so exactly not nicht"
  ).split(" "),
);

/** Whether a question can only be understood from the one before: by "und", by a pronoun, or since it names nothing itself. */
export function leansOnPrevious(question: string): boolean {
  const text = question.trim();
  if (leaningStart.test(text) || pronounAtStart.test(text) || demonstrative.test(text)) return true;
  if (pronoun.test(text) || placed.test(text)) return true;
  const owned = possessive.exec(text);
  // In "Kim und seine Raketen" the pronoun refers to a name in the same question.
  if (owned !== null && !/\s\p{Lu}/u.test(text.slice(0, owned.index))) return true;
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.every((word) => functionWords.has(word));
}
