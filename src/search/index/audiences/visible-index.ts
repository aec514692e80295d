import { languageByCode } from "../../../analysis/languages.ts";
import type { Viewers } from "../../../documents/audience.ts";
import type { LanguageCode } from "../../../documents/document.ts";
import type { DocumentFilter } from "../../passage-index.ts";
import type { ReadWords } from "../../ranking/evidence/evidence.ts";
import { type ContextField, kindOfLine } from "../context/context-index.ts";
import type { FlexSearchPostings, PostingList } from "../flexsearch-postings.ts";
import type { IndexData } from "../index-data.ts";
import { plainTerm, termFor } from "./audience-terms.ts";
import type { PassageSums, RestrictedFigures } from "./restricted-figures.ts";

/**
 * What of an index may tell who asks something: the terms and figures of the documents that they may see. Everything
 * that a question learns of the collection as a whole comes from here, so that documents of others change nothing.
 */
export class VisibleIndex {
  /** Totals over the visible passages. */
  readonly sums: Readonly<PassageSums>;
  /** Names of the audiences that whoever asks belongs to; the first is "", everybody. */
  readonly audiences: readonly string[];
  readonly #data: IndexData;
  readonly #hidden: readonly RestrictedFigures[];

  /** @param audience absent: the host, who sees everything */
  constructor(data: IndexData, audience: DocumentFilter["audience"]) {
    this.#data = data;
    const hidden: RestrictedFigures[] = [];
    const seen = [""];
    for (const [name, figures] of data.restricted) {
      if (mayKnow(audience, figures.viewers)) seen.push(name);
      else hidden.push(figures);
    }
    this.#hidden = hidden;
    this.audiences = seen.sort();
    this.sums = hidden.length === 0 ? data.sums : withoutHidden(data.sums, hidden);
  }

  /** The lists of a term: one for each audience that has any. */
  lists(postings: FlexSearchPostings, term: string): PostingList[] {
    if (this.audiences.length === 1) return [postings.list(term)];
    return this.audiences.map((audience) => postings.list(termFor(term, audience)));
  }

  /** Whether a term stands in any passage or around it, as a word or as a part of one. */
  isIndexed(term: string): boolean {
    const { stems, parts, contextIndex } = this.#data;
    return this.audiences.some((audience) => {
      const name = termFor(term, audience);
      return [stems, parts, contextIndex.stems, contextIndex.parts].some((postings) => postings.has(name));
    });
  }

  /** Whether a word of the vocabulary, by its number, stands in a document that is visible, or stood there. */
  hasWord(word: number): boolean {
    return this.#hidden.length === 0 || this.audiences.includes(this.#data.vocabulary.audience(word));
  }

  /** The words of passages as questions have them, and in how many passages each of their 4-grams stands. */
  words(): ReadWords {
    const { vocabulary, contexts, gramCounts, restricted } = this.#data;
    if (restricted.size === 0) return { vocabulary, contexts, gramCounts };
    return {
      vocabulary: {
        size: vocabulary.size,
        word: (id) => vocabulary.word(id),
        term: (id) => vocabulary.plainTerm(id),
        termAt: (number) => plainTerm(vocabulary.termAt(number)),
        partsRevision: vocabulary.partsRevision,
        partNumbers: (id) => vocabulary.partNumbers(id),
      },
      contexts,
      gramCounts: {
        of: (gram) => this.#hidden.reduce((left, figures) => left - figures.gramCount(gram), gramCounts.of(gram)),
      },
    };
  }

  /** Words of a line of the field, on the average. */
  averageLineLength(field: ContextField): number {
    const kind = kindOfLine(field);
    let { lines, words } = this.#data.contextIndex.sumsOf(kind);
    for (const figures of this.#hidden) {
      const hidden = figures.lineSums(kind);
      lines -= hidden.lines;
      words -= hidden.words;
    }
    return lines === 0 ? 0 : words / lines;
  }

  /** Languages in which the documents were analysed, the one of most documents first. */
  languages(): LanguageCode[] {
    // Of as many documents by their codes, so that it does not matter which came first.
    const byCount = [...this.#documentsByLanguage()].sort(([a, of], [b, other]) => other - of || (a < b ? -1 : 1));
    return byCount.map(([code]) => code);
  }

  /** The language that most of the documents were analysed in; undefined where there are no documents. */
  mainLanguage(): LanguageCode | undefined {
    return this.languages()[0];
  }

  #documentsByLanguage(): Map<LanguageCode, number> {
    const documents = new Map<LanguageCode, number>();
    for (const [stated, all] of this.#data.languageCounts) {
      const count = this.#hidden.reduce((left, { languages }) => left - (languages.get(stated) ?? 0), all);
      const { code } = languageByCode(stated);
      if (count > 0) documents.set(code, (documents.get(code) ?? 0) + count);
    }
    return documents;
  }
}

/** Whether whoever asks is one of the viewers. @param audience absent: the host @param viewers absent: everybody */
export function mayKnow(audience: DocumentFilter["audience"], viewers: Viewers | undefined): boolean {
  if (audience === undefined || viewers === undefined) return true;
  const { guild, roles = [], channels = [], hidesOwn = false } = audience;
  if (guild === undefined || !viewers.guilds.includes(guild)) return false;
  if (viewers.ofServer === true && hidesOwn) return false;
  return isOneOf(roles, viewers.roles) && isOneOf(channels, viewers.channels);
}

/** @param wanted absent: any */
function isOneOf(has: readonly string[], wanted: readonly string[] | undefined): boolean {
  return wanted === undefined || wanted.some((id) => has.includes(id));
}

function withoutHidden(all: Readonly<PassageSums>, hidden: readonly RestrictedFigures[]): PassageSums {
  const left = { ...all };
  for (const { sums } of hidden) {
    left.passages -= sums.passages;
    left.words -= sums.words;
    left.sentences -= sums.sentences;
    left.grams -= sums.grams;
  }
  return left;
}
