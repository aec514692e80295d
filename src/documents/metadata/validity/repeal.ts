import { dateAtStart } from "../read-date.ts";

/** What a note says of the end of something's force. */
export interface Repeal {
  /** The first day on which it is no longer in force, in the form of `sources.json`. */
  readonly since?: string;
  /** What takes its place, as the note names it: `§ 7`, `Hausordnung 2024`. */
  readonly replacedBy?: string;
}

/** Wordings that say that something is no longer in force. */
const ended =
  "(?:aufgehoben|außer Kraft|weggefallen|entfallen|nicht mehr (?:gültig|in Kraft)|ungültig|ersetzt durch|abgelöst durch|" +
  "repealed|revoked|rescinded|superseded|no longer (?:in force|valid|applicable)|replaced by)(?!\\p{L})";
/** Without a subject the words are a note only where no sentence follows: "Aufgehoben wurde …" reports something. */
const alone =
  "(?<=durch|by)|(?=\\s*(?:$|[.,;:)\\]*_!–—-]|seit |zum |am |ab |durch |mit Wirkung |getreten |by |since |as of |on |with effect ))";
const opening =
  "^[\\s*_>(\\[]*(?:(?:Hinweis|Achtung|Wichtig|Anmerkung|Note|Notice|Warning|Important)\\s*[:–—-]\\s*)?[*_\\s]*";

/** The kinds of texts that are in force or are not. */
export const ruleNoun =
  "\\p{L}*(?:ordnung|satzung|richtlinien?|gesetz(?:buch)?|vereinbarung|regelung|regeln?|statuten?|bestimmung(?:en)?|bedingungen|vorschrift(?:en)?|erlass|vertrag|tarif|" +
  "policy|policies|rules?|regulations?|bylaws|statutes?|guidelines?|terms|agreement|act|ordinance)";
const ownSubject = (nouns: string): string =>
  `(?:Diese[rs]?|Die vorliegende|Das vorliegende|This|These|The present)\\s+(?:${nouns})\\s+(?:ist|sind|wurden?|gilt|gelten|hat|haben|trat|traten|is|are|was|were|has been|have been)\\s+(?:[^.;]|(?<=\\d)\\.){0,60}?`;
const note = (nouns: string): RegExp =>
  new RegExp(`${opening}(?:${ownSubject(nouns)}${ended}|${ended}(?:${alone}))`, "iu");

const ofSection = note(
  "Vorschrift|Paragra(?:ph|f)|Abschnitt|Regelung|Artikel|Bestimmung|Absatz|section|provision|article|rule|chapter",
);
const ofDocument = note(`Fassung|Version|Ausgabe|Dokument|Seite|Text|document|page|version|edition|${ruleNoun}`);
/** In brackets at the end of a heading, or behind the number of a section. */
const atHeading = new RegExp(
  `[([]\\s*(?:ist |wurde |is |was )?${ended}[^()[\\]]*[)\\]]\\s*$|^(?:§+|Art(?:ikel|icle|\\.)?|Section)\\s*\\d+\\p{L}?\\s*[:.–—-]?\\s*${ended}`,
  "iu",
);
const since =
  /(?<!\p{L})(?:seit(?: dem)?|zum|am|ab(?: dem)?|mit Wirkung (?:vom|zum)|since|as of|with effect from|on|from)\s+/giu;
const replaced =
  /(?<!\p{L})(?:(?:ersetzt|abgelöst) durch|(?:siehe|jetzt|nunmehr|now|see)(?= §)|(?:replaced|superseded) by)\s+(?:(?:die|den|das|der|the)\s+)?([^;)\]\n]{2,120})/iu;
const maxNoteChars = 300;

/** Reads a heading that says of its section, or a title of its document, that it is no longer in force. */
export function repealInHeading(heading: string): Repeal | undefined {
  const found = atHeading.exec(heading);
  return found === null ? undefined : repealIn(heading.slice(found.index));
}

/** Reads a paragraph that says of the section that it opens that it is no longer in force, and says nothing else. */
export function repealOfSection(paragraph: string): Repeal | undefined {
  return paragraph.length <= maxNoteChars && ofSection.test(paragraph) ? repealIn(paragraph) : undefined;
}

/** The same of a whole document. */
export function repealOfDocument(paragraph: string): Repeal | undefined {
  return paragraph.length <= maxNoteChars && ofDocument.test(paragraph) ? repealIn(paragraph) : undefined;
}

function repealIn(note: string): Repeal {
  const days = [...note.matchAll(since)].flatMap(
    (match) => dateAtStart(note.slice(match.index + match[0].length))?.date ?? [],
  );
  const by = replaced
    .exec(note)?.[1]
    ?.replace(/[.*_\s]+$/u, "")
    .trim();
  return {
    ...(days[0] === undefined ? {} : { since: days[0].slice(0, 10) }),
    ...(by === undefined || by === "" ? {} : { replacedBy: by }),
  };
}
