import { languages } from "../../../analysis/languages.ts";
import type { Lexicon } from "../../../analysis/lexicon/lexicon.ts";
import type { AnalyzedToken } from "../../../analysis/tokens/token.ts";
import type { LanguageCode } from "../../../documents/document.ts";
import { type Comparison, salience } from "../comparing/comparison.ts";
import { differByPrefix } from "../comparing/negative-prefixes.ts";
import type { SeenToken, SentenceView } from "../comparing/passage-view.ts";
import type { EvidenceKind } from "./evidence-kind.ts";
import { isDenied } from "./negation.ts";

/** A word that is met better than this is not replaced by its opposite. */
const met = 0.7;
/** What before and after, with and without weigh beside the weightiest word. */
const functionWordSalience = 0.3;
/** Of several translations those count whose opposites are the word's too. */
const leastTranslation = 0.9;

interface Clash {
  readonly weight: number;
  readonly asked: string;
  readonly stated: string;
}

type Excluding = (lexicon: Lexicon, code: LanguageCode, stem: string) => readonly string[];

const opposites: Excluding = (lexicon, code, stem) => lexicon.opposites(code, stem);
const sisters: Excluding = (lexicon, code, stem) => lexicon.sisters(code, stem);

/** The best sentence says the contrary of a word of the question, by the lists or by un-, in-, dis-. */
export const opposite = clashKind("opposite", "opposite", ({ best }) => [best], opposites);
/** Some sentence of the passage does, and none has the word itself. */
export const oppositeInPassage = clashKind(
  "oppositeInPassage",
  "opposite",
  ({ passage }) => passage.sentences,
  opposites,
);
/** The best sentence has another thing of the same kind: another language, another organ. */
export const sister = clashKind("sister", "sister", ({ best }) => [best], sisters);

function clashKind<Name extends string>(
  name: Name,
  what: "opposite" | "sister",
  where: (comparison: Comparison) => readonly SentenceView[],
  excluding: Excluding,
): EvidenceKind<Name> {
  return {
    name,
    speaks: "against",
    // In another sentence of the passage the contrary may be said of something else.
    isMismatch: name !== "oppositeInPassage",
    value: (comparison) => clash(comparison, where(comparison), excluding)?.weight ?? 0,
    finding: (comparison) => {
      const found = clash(comparison, where(comparison), excluding);
      return found === undefined ? undefined : { what, words: [found.asked, found.stated] };
    },
  };
}

const noStems: ReadonlySet<string> = new Set();

function clash(comparison: Comparison, sentences: readonly SentenceView[], excluding: Excluding): Clash | undefined {
  const { question, passage } = comparison;
  let found: Clash | undefined;
  if (excluding === opposites) found = sentences.length === 1 ? prefixClash(comparison) : undefined;
  const own = question.language === passage.language ? new Set(question.tokens.map(({ stem }) => stem)) : noStems;
  for (const { token: asked, text, stems, weight } of wordsLeft(comparison, sentences, excluding === opposites)) {
    if (weight <= (found?.weight ?? 0)) continue;
    const excluded = new Set(stems.flatMap((stem) => excluding(comparison.lexicon, comparison.passage.language, stem)));
    if (excluded.size === 0) continue;
    for (const { tokens } of sentences) {
      const at = tokens.findIndex(
        (token, index) =>
          excluded.has(token.stem) &&
          token.likeness < met &&
          // What the question says as well is nothing in a word's place.
          !own.has(token.stem) &&
          (excluding === sisters ||
            (isBesideMet(tokens, index) &&
              isDenied(tokens, index, passage.language) ===
                isDenied(question.tokens, question.tokens.indexOf(asked), question.language))),
      );
      const stated = tokens[at];
      if (stated !== undefined) found = { weight, asked: text, stated: stated.text };
    }
  }
  return found;
}

/** What stands in a word's place stands beside words that the question has as well. */
const beside = 3;

function isBesideMet(tokens: readonly SeenToken[], at: number): boolean {
  return tokens.slice(Math.max(0, at - beside), at + beside + 1).some(({ likeness }) => likeness >= met);
}

interface Left {
  readonly token: AnalyzedToken;
  readonly text: string;
  /** In the passage's language. */
  readonly stems: readonly string[];
  readonly weight: number;
}

const tellingFunctionWords: ReadonlySet<string> = new Set(
  languages.flatMap(({ directions }) => directions?.tellingWords ?? []),
);

/** Words of the question that the sentences do not have, as stems of their language. */
function wordsLeft(
  { question, passage }: Comparison,
  sentences: readonly SentenceView[],
  withFunctionWords: boolean,
): Left[] {
  const code = passage.language;
  const stems = new Set(sentences.flatMap(({ tokens }) => tokens.map(({ stem }) => stem)));
  const left: Left[] = [];
  question.words.forEach(({ concept, token, tokens, number, kind }, word) => {
    if ((number !== undefined && number.kind !== "ordinal") || kind === "name") return;
    const weight = salience(question, word);
    const isMet = sentences.some(({ met: has }) => (has[word] ?? 0) >= met);
    if (concept.language === code) {
      if (isMet && tokens.length < 2) return;
      for (const token of tokens) {
        const { stem, text, isStopWord } = token;
        if (!isStopWord && !stems.has(stem)) left.push({ token, text, stems: [stem], weight });
      }
      return;
    }
    if (isMet) return;
    const translations = concept.alternatives.flatMap(({ term, weight: strength, kind: how }) =>
      how === "translation" && strength >= leastTranslation ? [term.replace(/^en:/, "")] : [],
    );
    left.push({ token, text: concept.text, stems: translations, weight });
  });
  if (!withFunctionWords || question.language !== code) return left;
  for (const token of question.tokens) {
    const { folded, stem, text } = token;
    if (!tellingFunctionWords.has(folded) || stems.has(stem)) continue;
    left.push({ token, text, stems: [stem], weight: functionWordSalience });
  }
  return left;
}

/** The best sentence has the word with or without un-, in-, dis-: unlikely for likely. */
function prefixClash({ question, best, passage }: Comparison): Clash | undefined {
  if (question.language !== passage.language) return undefined;
  let found: Clash | undefined;
  question.words.forEach(({ token, concept, number }, word) => {
    if (number !== undefined || (best.met[word] ?? 0) >= met) return;
    const isAskedDenied = isDenied(question.tokens, question.tokens.indexOf(token), question.language);
    const stated = best.tokens.find(
      (other, at) =>
        differByPrefix(token.stem, other.stem, passage.language) &&
        isDenied(best.tokens, at, passage.language) === isAskedDenied,
    );
    const weight = salience(question, word);
    if (stated !== undefined && weight > (found?.weight ?? 0)) {
      found = { weight, asked: concept.text, stated: stated.text };
    }
  });
  return found;
}
