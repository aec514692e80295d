import { alternatives, languageByCode, languages } from "../../../analysis/languages.ts";
import type { LanguageCode } from "../../../documents/document.ts";
import type { Comparison } from "../comparing/comparison.ts";
import type { SeenToken } from "../comparing/passage-view.ts";
import type { EvidenceKind, FindingKind } from "./evidence-kind.ts";

/** What stands where the question asks for nothing of a form. */
const neutral = 0.5;
/** What the sentences beside the best one count. */
const besideShare = 0.7;
/** What only names the thing does not tell of it. */
const hardlyTold = 0.3;

interface Form {
  readonly finding: FindingKind;
  isAsked(comparison: Comparison): boolean;
  /** From 0 to 1, how much a sentence has the form of an answer. */
  told(tokens: readonly SeenToken[], comparison: Comparison): number;
}

const forms: readonly Form[] = [
  {
    finding: "no-definition",
    isAsked: ({ question }) =>
      question.asked.kind === "definition" && question.words.filter(({ weight }) => weight > 0.1).length <= 1,
    told: (tokens, comparison) => definedIn(tokens, comparison),
  },
  {
    finding: "no-list",
    isAsked: ({ question }) => asksInPlural(question.text, question.language),
    told: (tokens, { passage, best }) => {
      if (passage.isEnumeration) return 1;
      const marks = best.text.match(listMark)?.length ?? 0;
      return tokens.length === 0 ? 0 : marks > 1 ? 1 : marks === 1 ? 0.7 : 0;
    },
  },
  {
    finding: "no-manner",
    isAsked: ({ question }) => question.asked.kind === "manner",
    told: (tokens, { passage, best }) =>
      /`|\/|^\s*(?:\d+[.)]|[-*])\s/u.test(best.text) || tokens.some((token) => passage.kindsOf(token).has("manner"))
        ? 1
        : 0,
  },
  {
    finding: "no-permission",
    isAsked: ({ question: { asked, text } }) => asked.kind === "yes-no" && asks("asksForPermission", text),
    told: ofKind("permission"),
  },
  {
    finding: "no-duty",
    isAsked: ({ question: { asked, text } }) => asked.kind === "yes-no" && asks("asksForDuty", text),
    told: ofKind("duty"),
  },
];

const listMark = new RegExp(`[,;]|\\s(?:${alternatives(({ answers }) => answers?.conjunctions)})\\s`, "gu");

function asks(what: "asksForPermission" | "asksForDuty", text: string): boolean {
  return languages.some(({ questions }) => questions?.[what].test(text) === true);
}

function ofKind(kind: string): Form["told"] {
  return (tokens, { passage }) => (tokens.some((token) => passage.kindsOf(token).has(kind)) ? 1 : 0);
}

const defining: ReadonlySet<string> = new Set(languages.flatMap(({ answers }) => answers?.defining ?? []));
const definedReach = 8;

/** "X ist …", "X means …", or X is the heading above. */
function definedIn(tokens: readonly SeenToken[], { passage, question }: Comparison): number {
  const subject = question.words.reduce(
    (most, { weight }, word, words) => (weight > (words[most]?.weight ?? 0) ? word : most),
    0,
  );
  if ((passage.lineMet[subject] ?? 0) >= 0.8) return 1;
  const at = tokens.findIndex(({ likes }) => likes.some(({ word, value }) => word === subject && value >= 0.7));
  if (at < 0) return 0;
  const isDefined = tokens.slice(at, at + definedReach).some(({ folded }) => defining.has(folded));
  return isDefined ? 1 : 0.3;
}

/** "Which … are", "welche …n sind": several things are asked for. */
function asksInPlural(text: string, language: LanguageCode): boolean {
  return languageByCode(language).questions?.asksInPlural(text) ?? false;
}

/** Whether the best sentence or one beside it has the form of what is asked for: a definition, a list, a way to do it, a permission. */
export const formTold: EvidenceKind<"formTold"> = {
  name: "formTold",
  speaks: "for",
  isMismatch: false,
  value: (comparison) => formOf(comparison)?.told ?? neutral,
  finding: (comparison) => {
    const form = formOf(comparison);
    return form !== undefined && form.told <= hardlyTold ? { what: form.finding, words: [] } : undefined;
  },
};

function formOf(comparison: Comparison): { readonly finding: FindingKind; readonly told: number } | undefined {
  const form = forms.find(({ isAsked }) => isAsked(comparison));
  if (form === undefined) return undefined;
  const { best, at, passage } = comparison;
  const beside = [passage.sentences[at - 1], passage.sentences[at + 1]].flatMap((sentence) => sentence?.tokens ?? []);
  const told = Math.max(form.told(best.tokens, comparison), besideShare * form.told(beside, comparison));
  return { finding: form.finding, told };
}

const speaker = new RegExp(`(?<!\\p{L})(?:${alternatives(({ speech }) => speech?.besideSpeaker)})(?!\\p{L})`, "iu");

/** Who is asked about as the one who speaks is not named where the answer would stand. */
export const otherSpeaker: EvidenceKind<"otherSpeaker"> = {
  name: "otherSpeaker",
  speaks: "against",
  isMismatch: true,
  value: (comparison) => (speakerMissing(comparison) === undefined ? 0 : 1),
  finding: (comparison) => {
    const name = speakerMissing(comparison);
    return name === undefined ? undefined : { what: "other-speaker", words: [name] };
  },
};

/** Names stand beside the words of saying. */
const speakerReach = 3;

function speakerMissing({ question, anywhere }: Comparison): string | undefined {
  const said = speaker.exec(question.text);
  if (said === null) return undefined;
  const at = question.tokens.findIndex(({ start }) => start >= said.index);
  const beside = question.words
    .map((word, index) => ({ word, index, distance: Math.abs(question.tokens.indexOf(word.token) - at) }))
    .filter(({ word, distance }) => word.kind === "name" && distance <= speakerReach);
  return beside.length > 0 && beside.every(({ index }) => (anywhere[index] ?? 0) < 0.5)
    ? beside[0]?.word.concept.text
    : undefined;
}
