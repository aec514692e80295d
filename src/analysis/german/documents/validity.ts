import type { ValidityRules } from "../../rules/document-rules.ts";

const nouns =
  "\\p{L}*(?:ordnung|satzung|richtlinien?|gesetz(?:buch)?|vereinbarung|regelung|regeln?|statuten?|bestimmung(?:en)?|bedingungen|vorschrift(?:en)?|erlass|vertrag|tarif|policy|policies|guidelines?|agreement)";
const name =
  '(?:(?:bisherige|alte|vorherige|frühere)[nrs]?\\s+)?((?:\\p{Lu}|["„“])(?:[^.;\\n]|(?<=\\d)\\.|\\.(?=\\d)){2,140}?)';
/** The point behind a day ends no sentence. */
const sentenceEnd = "(?=;|$|(?<!(?<!\\p{N})\\p{N}{1,2})\\.)";
const outOfForce = "(?:außer Kraft|aufgehoben|(?:ihre|seine) (?:Gültigkeit|Wirkung))";
const ends = "(?:tritt|treten|wird|werden|verliert|verlieren)";
const verb = /(?<!\p{L})(?:tritt|treten|verlier\p{L}*|wird|werden)(?!\p{L})/iu;

const onDay =
  /(?<!\p{L})(?:am|zum|ab|ab dem|seit|seit dem|mit Wirkung (?:vom|zum|ab)|rückwirkend (?:zum|ab)|mit dem)\s*$/iu;
const fromDay =
  /(?:Inkrafttreten (?:dieser|der vorliegenden) \p{L}+ (?:am|zum)|(?<!\p{L})(?:gilt|gelten|gültig)(?: (?:seit|ab)(?: dem)?))\s*$/iu;
const untilDay =
  /(?<!\p{L})(?:gilt|gelten|gültig|befristet|in Kraft)(?:[^.;]|(?<=\d)\.){0,40}\sbis(?: zum| einschließlich)?\s*$/iu;
const endOfDay = /(?:mit Ablauf des|zum Ende des|bis zum)\s*$/iu;

function upTo(text: string, words: string): string {
  return text.slice(0, Math.max(0, text.indexOf(words)));
}

const ended =
  "(?:aufgehoben|außer Kraft|weggefallen|entfallen|nicht mehr (?:gültig|in Kraft)|ungültig|ersetzt durch|abgelöst durch)(?!\\p{L})";
/** Without a subject the words are a note only where no sentence follows: "Aufgehoben wurde …" reports something. */
const alone = "(?<=durch)|(?=\\s*(?:$|[.,;:)\\]*_!–—-]|seit |zum |am |ab |durch |mit Wirkung |getreten ))";
const opening = "^[\\s*_>(\\[]*(?:(?:Hinweis|Achtung|Wichtig|Anmerkung)\\s*[:–—-]\\s*)?[*_\\s]*";
const note = (subjects: string): RegExp =>
  new RegExp(
    `${opening}(?:(?:Diese[rs]?|Die vorliegende|Das vorliegende)\\s+(?:${subjects})\\s+(?:ist|sind|wurden?|gilt|gelten|hat|haben|trat|traten)\\s+(?:[^.;]|(?<=\\d)\\.){0,60}?${ended}|${ended}(?:${alone}))`,
    "iu",
  );

export const germanValidity: ValidityRules = {
  ruleNoun: new RegExp(`(?<!\\p{L})${nouns}(?!\\p{L})`, "iu"),
  self: new RegExp(
    `(?<!\\p{L})(?:diese[rs]?|die vorliegende|das vorliegende)\\s+(${nouns}|Fassung|version)(?!\\p{L})`,
    "iu",
  ),
  hint: /Kraft|g[iü]lt|ersetzt|löst/iu,
  isStart: (before, after) =>
    fromDay.test(before) ||
    (onDay.test(before) &&
      /^(?:[^.;]|(?<=\d)\.){0,60}?(?<!\p{L})in Kraft(?!\p{L})/u.test(after) &&
      !verb.test(upTo(after, "in Kraft"))),
  endOn: (before, after) => {
    if (untilDay.test(before)) return "last";
    const between = upTo(after, "außer Kraft");
    const isOut =
      /^(?:[^.;]|(?<=\d)\.){0,40}?außer Kraft(?!\p{L})/u.test(after) &&
      !/in Kraft|(?:die|der|das) \p{Lu}/u.test(between);
    if (!isOut || verb.test(between)) return undefined;
    return endOfDay.test(before) ? "last" : onDay.test(before) ? "from" : undefined;
  },
  replaces: [
    `(?<!\\p{L})${ends}\\s+(?:\\p{L}+\\s+)?(?:die|der|das)\\s+${name}\\s+${outOfForce}`,
    `(?<!\\p{L})(?:Die|Der|Das|die|der|das)\\s+${name}\\s+${ends}\\s+(?:[^.;]{0,40}\\s)?${outOfForce}`,
    `(?<!\\p{L})(?:[Dd]iese[rs]?\\s+\\p{Lu}\\p{L}+|Sie|und)\\s+(?:ersetzt|ersetzen|löst|lösen)\\s+(?:die|den|das)\\s+${name}(?:\\s+ab)?${sentenceEnd}`,
  ].map((pattern) => new RegExp(pattern, "gu")),
  part: /(?:§+|Abs\.|Absatz|Satz|Nr\.|Nummer|Art\.|Artikel)\s*\p{N}+\p{L}?\s*$/iu,
  sectionRepealed: note("Vorschrift|Paragra(?:ph|f)|Abschnitt|Regelung|Artikel|Bestimmung|Absatz"),
  documentRepealed: note(`Fassung|Version|Ausgabe|Dokument|Seite|Text|${nouns}`),
  headingRepealed: new RegExp(
    `[([]\\s*(?:ist |wurde )?${ended}[^()[\\]]*[)\\]]\\s*$|^(?:§+|Art(?:ikel|\\.)?)\\s*\\d+\\p{L}?\\s*[:.–—-]?\\s*${ended}`,
    "iu",
  ),
  since: /(?<!\p{L})(?:seit(?: dem)?|zum|am|ab(?: dem)?|mit Wirkung (?:vom|zum))\s+/giu,
  replacedBy:
    /(?<!\p{L})(?:(?:ersetzt|abgelöst) durch|(?:siehe|jetzt|nunmehr)(?= §))\s+(?:(?:die|den|das|der)\s+)?([^;)\]\n]{2,120})/iu,
  repealedStatus: /^(?:aufgehoben|außer kraft|abgelaufen|ersetzt)$/iu,
  beforeNameDay: "vom|von|in der Fassung|zuletzt geändert am",
};
