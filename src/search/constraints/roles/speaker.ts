import { languageByCode } from "../../../analysis/languages.ts";
import type { Constraint, ConstraintMatch } from "../constraint.ts";
import type { ReadText, ReadWord } from "../read-text.ts";

/** Verbs that say that somebody speaks, thinks or writes, with their irregular forms. */
const verbs: Readonly<Record<string, string>> = {
  de: "sagen sagt sagte meinen meinte denken dachte glauben glaubt halten halt hielt finden fand aussern erklaren erklarte behaupten betonen betonte fordern forderte kritisieren warnen warnte schreiben schreibt schrieb berichten berichtete bezeichnen beurteilen urteilen bewerten einschatzen vermuten kommentieren zitieren zitiert sprechen spricht sprach versichern ankundigen kundigte mitteilen teilte hinweisen wies raumen raumte rechnen erwarten begrunden bedauern loben lobte verlangen vorwerfen wirft warf",
  en: "say says said think thinks thought believe claim state stress demand warn argue explain tell told comment write wrote written suggest call announce note add insist criticise criticize praise describe consider expect admit",
};
const verbStems = new Map(
  Object.entries(verbs).map(([code, list]) => {
    const { fold, stem } = languageByCode(code);
    return [code, new Set(list.split(" ").map((verb) => stem(fold(verb))))];
  }),
);

const asks = /^\W*(?:und |and )?(?:was|wie|what|how)(?!\p{L})/iu;
/** Stand beside somebody who is quoted. */
const leads: ReadonlySet<string> = new Set(["laut", "zufolge", "according"]);
const between: ReadonlySet<string> = new Set(["to", "herr", "frau", "mr", "mrs", "dr", "prof"]);
/** The most words between a name and its verb of saying. */
const reach = 3;

/** "Was sagt Seiler zu den Gesprächen?" is answered where Seiler speaks, and not where others speak of him. */
export function speakerConstraint(question: ReadText): Constraint | undefined {
  const speaker = speakerOf(question);
  const [first] = speaker;
  if (first === undefined) return undefined;
  const stems = new Set(speaker.flatMap(({ stem, folded }) => [stem, folded]));
  return {
    kind: "speaker",
    start: first.start,
    end: speaker.at(-1)?.end ?? first.end,
    weight: 0.3,
    passageWeight: 0.15,
    isHard: false,
    isNeutral: false,
    where: "passage",
    find: (text) => whereSpeaking(text, stems),
  };
}

/** The name whose opinion a question asks for. */
function speakerOf({ words, text, language }: ReadText): readonly ReadWord[] {
  if (!asks.test(text)) return [];
  const verb = words.findIndex(({ stem }, at) => at > 0 && verbStems.get(language.code)?.has(stem) === true);
  if (verb < 0) return [];
  // "What does Cha say of Terry", "Was hat Cha zu Terry gesagt": English and perfect tense have the name before the verb.
  const first = words.findIndex((word, at) => at > 0 && at < verb && isName(word));
  return first > 0 ? nameFrom(words, first).slice(0, verb - first) : nameFrom(words, verb + 1);
}

function nameFrom(words: readonly ReadWord[], from: number): ReadWord[] {
  const start = words.findIndex(({ folded }, at) => at >= from && !between.has(folded));
  const end = words.findIndex((word, at) => at >= start && !isName(word));
  return start < 0 ? [] : words.slice(start, end < 0 ? undefined : end);
}

function isName({ text, isStopWord }: ReadWord): boolean {
  return !isStopWord && /^\p{Lu}/u.test(text);
}

function whereSpeaking({ words, language }: ReadText, stems: ReadonlySet<string>): ConstraintMatch[] {
  const speaking = verbStems.get(language.code);
  return words.flatMap((word, at): ConstraintMatch[] => {
    if (!stems.has(word.stem) && !stems.has(word.folded)) return [];
    const near = words.slice(Math.max(0, at - reach), at + reach + 1);
    const isSpeaking = near.some(({ stem, folded }) => speaking?.has(stem) === true || leads.has(folded));
    return isSpeaking ? [{ start: word.start, end: word.end, share: 1 }] : [];
  });
}
