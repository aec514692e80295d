import type { Lexicon, Relation } from "../../analysis/lexicon/lexicon.ts";
import type { WordForm } from "../../analysis/lexicon/senses.ts";
import { stemTerm } from "../../analysis/term.ts";
import type { LanguageCode } from "../../documents/document.ts";
import type { RankingSettings } from "../settings/weights.ts";
import type { Alternative, AlternativeKind } from "./concept.ts";

/** How many related nouns are compared by 4-grams, which finds them inside any compound. */
const mostNouns = 8;
const leastNounWeight = 0.4;
const shortestNoun = 5;
const nounKinds: ReadonlySet<AlternativeKind> = new Set(["synonym", "role", "narrower", "broader"]);

/** Collects alternatives. Of two with the same term, the one with the larger weight is kept. */
export class AlternativeSet {
  readonly settings: RankingSettings;
  readonly #byTerm = new Map<string, Alternative & { readonly word: WordForm | undefined }>();

  constructor(settings: RankingSettings) {
    this.settings = settings;
  }

  /** @param word whose stem the term is; its irregular forms are looked up under it */
  add(term: string, weight: number, kind: AlternativeKind, word?: WordForm): void {
    if (term === "" || weight < this.settings.leastAlternative) return;
    const known = this.#byTerm.get(term);
    if (known === undefined || known.weight < weight) this.#byTerm.set(term, { term, weight, kind, word });
  }

  /** An expression of several words counts in full where all of them are met. */
  addExpression({ stems, kind, word }: Relation, language: LanguageCode, weight: number): void {
    for (const stem of stems) this.add(stemTerm(stem, language), weight / stems.length, kind, word);
  }

  some(test: (term: string) => boolean): boolean {
    for (const term of this.#byTerm.keys()) if (test(term)) return true;
    return false;
  }

  /** Adds the irregular forms of every single word in the set (eintreffen → eingetroffen). */
  addForms(language: LanguageCode, lexicon: Lexicon): void {
    for (const { term, weight, word } of [...this.#byTerm.values()]) {
      for (const relation of lexicon.relations(language, term, word)) {
        if (relation.kind !== "form") continue;
        this.addExpression(relation, language, weight * this.settings.alternatives.form * relation.strength);
      }
    }
  }

  /** Folded nouns that are related closely, weightiest first: their spellings, with their weights. */
  relatedNouns(): { text: string; weight: number }[] {
    return [...this.#byTerm.values()]
      .flatMap(({ weight, word, kind }) =>
        word?.isNoun === true && nounKinds.has(kind) && weight >= leastNounWeight && word.folded.length >= shortestNoun
          ? [{ text: word.folded, weight }]
          : [],
      )
      .sort((a, b) => b.weight - a.weight)
      .slice(0, mostNouns);
  }

  /** Weightiest first, equal ones by term. */
  sorted(): Alternative[] {
    return [...this.#byTerm.values()]
      .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
      .slice(0, this.settings.mostAlternatives)
      .map(({ term, weight, kind }) => ({ term, weight, kind }));
  }
}

/**
 * Adds what the lexicon relates to a word of the language: its relations, and theirs once more, damped. The second step
 * crosses from one kind to another only: synonyms of synonyms drift away from the meaning.
 */
export function addRelations(
  set: AlternativeSet,
  key: string,
  word: WordForm | undefined,
  language: LanguageCode,
  lexicon: Lexicon,
  factor: number,
): void {
  const { alternatives, secondStep, leastAlternative } = set.settings;
  // A relation never weighs more than what it starts from.
  if (factor < leastAlternative) return;
  for (const relation of lexicon.relations(language, key, word)) {
    const weight = factor * alternatives[relation.kind] * relation.strength;
    set.addExpression(relation, language, weight);
    if (weight < leastAlternative || !mayGoOn(relation)) continue;
    for (const next of lexicon.relations(language, relation.stems.join(" "), relation.word)) {
      if (!mayFollow(relation, next)) continue;
      // A form is the same word, so its relations count as direct ones.
      const damping = relation.kind === "form" ? 1 : secondStep;
      const nextWeight = weight * alternatives[next.kind] * next.strength * damping;
      set.addExpression(next, language, nextWeight);
    }
  }
}

function mayGoOn(relation: Relation): boolean {
  return (
    relation.kind === "form" || relation.kind === "family" || relation.kind === "synonym" || relation.kind === "role"
  );
}

function mayFollow(first: Relation, next: Relation): boolean {
  if (first.kind === "form") return true;
  if (first.kind === "family")
    return next.kind === "synonym" || next.kind === "role" || next.kind === "form" || next.kind === "narrower";
  return next.kind === "family" || next.kind === "form";
}
