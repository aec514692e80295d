import { languages } from "../../../analysis/languages.ts";
import type { Constraint, ConstraintMatch } from "../constraint.ts";
import type { ReadText, ReadWord } from "../read-text.ts";

const rules = languages.flatMap(({ speech }) => speech ?? []);
/** Of verbs that say that somebody speaks, thinks or writes, by the code of their language. */
const verbStems = new Map(
  languages.map(({ code, speech, fold, stem }) => [code, new Set(speech?.verbs.map((verb) => stem(fold(verb))))]),
);
const leads = new Set(rules.flatMap((rule) => rule.leads));
const between = new Set(rules.flatMap(({ beforeNames }) => beforeNames));
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
  if (!rules.some(({ asks }) => asks.test(text))) return [];
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
