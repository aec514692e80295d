import type { ValidityRules } from "../../rules/document-rules.ts";

const nouns =
  "\\p{L}*(?:policy|policies|rules?|regulations?|bylaws|statutes?|guidelines?|terms|agreement|act|ordinance)";
const name = '((?:\\p{Lu}|["„“])(?:[^.;\\n]|(?<=\\d)\\.|\\.(?=\\d)){2,140}?)';
const replacedName = "(?:the\\s+|our\\s+)?(?:former |previous |old )?((?:[^.;\\n]|(?<=\\d)\\.|\\.(?=\\d)){3,140}?)";
/** The point behind a day ends no sentence. */
const sentenceEnd = "(?=;|$|(?<!(?<!\\p{N})\\p{N}{1,2})\\.)";

const fromDay =
  /(?:into force|takes? effect|in force|effective|valid|applies|apply)\s+(?:on|from|as of|as from|since)\s*$/iu;
const untilDay =
  /(?:(?:valid|in force|applies|apply|effective)(?:[^.;]|(?<=\d)\.){0,40}\suntil|expires?\s+(?:on|at the end of))\s*$/iu;

const ended = "(?:repealed|revoked|rescinded|superseded|no longer (?:in force|valid|applicable)|replaced by)(?!\\p{L})";
/** Without a subject the words are a note only where no sentence follows. */
const alone = "(?<=by)|(?=\\s*(?:$|[.,;:)\\]*_!–—-]|by |since |as of |on |with effect ))";
const opening = "^[\\s*_>(\\[]*(?:(?:Note|Notice|Warning|Important)\\s*[:–—-]\\s*)?[*_\\s]*";
const note = (subjects: string): RegExp =>
  new RegExp(
    `${opening}(?:(?:This|These|The present)\\s+(?:${subjects})\\s+(?:is|are|was|were|has been|have been)\\s+(?:[^.;]|(?<=\\d)\\.){0,60}?${ended}|${ended}(?:${alone}))`,
    "iu",
  );

export const englishValidity: ValidityRules = {
  ruleNoun: new RegExp(`(?<!\\p{L})${nouns}(?!\\p{L})`, "iu"),
  self: new RegExp(`(?<!\\p{L})(?:this|these)\\s+(${nouns}|version)(?!\\p{L})`, "iu"),
  hint: /force|effect|repla|supersede|valid|expire|repeal|revoke/iu,
  isStart: (before) => fromDay.test(before),
  endOn: (before) => (untilDay.test(before) ? "last" : undefined),
  replaces: [
    `(?<!\\p{L})(?:[Tt]h(?:is|ese)\\s+[\\p{L} ]{3,40}|It|They|and)\\s+(?:replaces?|supersedes?)\\s+${replacedName}${sentenceEnd}`,
    `(?<!\\p{L})[Tt]he\\s+${name}\\s+(?:is|are)\\s+(?:hereby\\s+)?(?:repealed|revoked|superseded|replaced)(?!\\s+by)`,
  ].map((pattern) => new RegExp(pattern, "gu")),
  part: /(?:§+|section|paragraph)\s*\p{N}+\p{L}?\s*$/iu,
  sectionRepealed: note("section|provision|article|rule|chapter"),
  documentRepealed: note(`document|page|version|edition|${nouns}`),
  headingRepealed: new RegExp(
    `[([]\\s*(?:is |was )?${ended}[^()[\\]]*[)\\]]\\s*$|^(?:§+|Art(?:icle|\\.)?|Section)\\s*\\d+\\p{L}?\\s*[:.–—-]?\\s*${ended}`,
    "iu",
  ),
  since: /(?<!\p{L})(?:since|as of|with effect from|on|from)\s+/giu,
  replacedBy: /(?<!\p{L})(?:(?:replaced|superseded) by|(?:now|see)(?= §))\s+(?:the\s+)?([^;)\]\n]{2,120})/iu,
  repealedStatus: /^(?:repealed|superseded|withdrawn|expired)$/iu,
  beforeNameDay: "of|dated|from",
};
