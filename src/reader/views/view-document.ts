import { parseCitation } from "../../answering/citing/citation.ts";
import type { LookedUp } from "../../answering/service.ts";
import { renderReference, styleNames } from "../../answering/styles/render-reference.ts";
import { defined } from "../../defined.ts";
import type { TextRange } from "../../documents/document.ts";
import { AppError } from "../../errors.ts";
import type { Locale } from "../../locales/locale.ts";
import type { Visitor } from "../access/visitor.ts";
import type { CitationOutcome, CitedView, DocumentView } from "../pages/document-page.ts";
import type { ReaderServices } from "../reader-services.ts";

/** The approximate length of a page, on which most documents fit. */
const charsPerPage = 20_000;
const maxHits = 100;

/** What an address asks to see. */
export interface WantedDocument {
  readonly key: string;
  /** A passage's citation, with its fingerprint where the link has it. */
  readonly citation: string | undefined;
  /** Where the sentence that answers stands in the passage: `12-80`. */
  readonly sentence: string | undefined;
  /** What was asked or looked for. */
  readonly words: string | undefined;
  /** From 1; the passage's own where absent. */
  readonly page: number | undefined;
  readonly showsHidden: boolean;
  readonly locale: Locale;
}

/** @throws AppError `citation-unknown` where there is no such document for the visitor */
export async function viewDocument(
  wanted: WantedDocument,
  visitor: Visitor,
  { fundstelle }: Pick<ReaderServices, "fundstelle">,
): Promise<DocumentView> {
  const { filter } = visitor;
  const reference = wanted.citation === undefined ? undefined : parseCitation(wanted.citation);
  const looked = reference === undefined ? undefined : await lookUp(reference, visitor, fundstelle);
  const found = looked?.found;
  const key = found?.metadata.key ?? wanted.key;
  const around = found?.passage ?? reference;
  const page = await fundstelle.read(key, {
    charsPerPage,
    filter,
    showsHidden: wanted.showsHidden,
    ...defined({ page: wanted.page }),
    ...(wanted.page !== undefined || around === undefined ? {} : { around }),
  });
  const cited = found === undefined ? undefined : await citedView(found, wanted, visitor, fundstelle);
  const hits = wanted.words === undefined ? undefined : await hitsIn(key, wanted.words, visitor, fundstelle);
  return {
    page,
    showsHidden: wanted.showsHidden,
    isPdf: /\.pdf$/iu.test(page.file),
    ...defined({ cited }),
    ...(looked === undefined ? {} : { state: looked.state }),
    ...defined({ hits }),
  };
}

type Looked = { readonly state: CitationOutcome; readonly found?: LookedUp };

async function lookUp(
  reference: NonNullable<ReturnType<typeof parseCitation>>,
  { filter }: Visitor,
  fundstelle: ReaderServices["fundstelle"],
): Promise<Looked> {
  try {
    const found = await fundstelle.lookUp(reference, { neighbours: 0, filter });
    return { state: found.state === "moved" ? "moved" : "unchanged", found };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "document-changed") return { state: "changed" };
    if (error.code === "citation-unknown") return { state: "gone" };
    throw error;
  }
}

async function citedView(
  found: LookedUp,
  { sentence, locale }: WantedDocument,
  { filter }: Visitor,
  fundstelle: ReaderServices["fundstelle"],
): Promise<CitedView> {
  const reference = { ...found.passage, fingerprint: found.fingerprint };
  const data = await fundstelle.reference(reference, { filter });
  const references: { style: string; text: string }[] = [];
  for (const style of styleNames) references.push({ style, text: await renderReference(style, data, locale) });
  const marked = sentenceIn(found.passage.range, sentence);
  return { found, references, ...defined({ sentence: marked }) };
}

/** @returns undefined where the address names none, or none that lies in the passage */
function sentenceIn({ start, end }: TextRange, sentence: string | undefined): TextRange | undefined {
  const [, from, to] = /^(\d{1,7})-(\d{1,7})$/.exec(sentence ?? "") ?? [];
  if (from === undefined || to === undefined) return undefined;
  const range = { start: start + Number(from), end: start + Number(to) };
  return range.start < range.end && range.end <= end ? range : undefined;
}

/** Words for which nothing can be looked for, such as a question of stop words, have no hits. */
async function hitsIn(
  key: string,
  words: string,
  { filter }: Visitor,
  fundstelle: ReaderServices["fundstelle"],
): Promise<DocumentView["hits"]> {
  if (words.trim() === "") return undefined;
  const page = await fundstelle.search(words, { limit: maxHits, filter: { ...filter, keys: [key] } });
  const found = [...page.hits].sort((a, b) => a.passage.range.start - b.passage.range.start);
  return { words, found };
}
