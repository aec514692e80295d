import type { TextRange } from "../../documents/document.ts";
import type { CitedPassage } from "../answer.ts";
import type { Fundstelle, LookedUp, SourceSummary } from "../service.ts";

/** Builds the reader's addresses for links that are posted in a server. */
export interface ReaderLinks {
  /**
   * Opens a document at a passage.
   * @param guild the server in which it is handed out; absent: a direct message
   * @returns undefined where the address would be longer than a button's may be
   */
  passage(target: LinkTarget, guild: string | undefined): string | undefined;
  /** Opens a document at its beginning. @returns undefined as for a passage */
  document(documentKey: string, guild: string | undefined): string | undefined;
}

/** A passage that is to be opened. */
export interface LinkTarget {
  readonly passage: CitedPassage["passage"];
  readonly fingerprint: string;
  /** The sentence to mark, in the document's canonical text. */
  readonly sentence?: TextRange;
}

/** Wraps a collection so that documents and passages come with their addresses in the reader. */
export function withReaderLinks(fundstelle: Fundstelle, links: ReaderLinks): Fundstelle {
  return {
    ...fundstelle,
    async ask(question, options) {
      const answer = await fundstelle.ask(question, options);
      const guild = options?.filter?.audience?.guild;
      return { ...answer, passages: answer.passages.map((cited) => ({ ...cited, ...linkOf(links, cited, guild) })) };
    },
    async lookUp(reference, options): Promise<LookedUp> {
      const found = await fundstelle.lookUp(reference, options);
      return { ...found, ...linkOf(links, found, options?.filter?.audience?.guild) };
    },
    sources(filter) {
      const guild = filter?.audience?.guild;
      return fundstelle.sources(filter).map((source) => ({ ...source, ...documentLinkOf(links, source, guild) }));
    },
    async read(key, options) {
      const page = await fundstelle.read(key, options);
      return { ...page, ...documentLinkOf(links, page, options?.filter?.audience?.guild) };
    },
  };
}

/** Whether only some people of a server may see it: a link says of which server they are, and no more. */
function isForSomeThere({ roles, channels }: SourceSummary["metadata"]): boolean {
  return roles !== undefined || channels !== undefined;
}

function linkOf(
  links: ReaderLinks,
  {
    metadata,
    passage,
    fingerprint,
    highlight,
  }: Pick<CitedPassage, "metadata" | "passage" | "fingerprint"> & Partial<CitedPassage>,
  guild: string | undefined,
): { readerLink?: string } {
  if (isForSomeThere(metadata)) return {};
  const sentence = highlight === undefined ? {} : { sentence: highlight };
  const readerLink = links.passage({ passage, fingerprint, ...sentence }, guild);
  return readerLink === undefined ? {} : { readerLink };
}

function documentLinkOf(
  links: ReaderLinks,
  { metadata }: Pick<SourceSummary, "metadata">,
  guild: string | undefined,
): { readerLink?: string } {
  if (isForSomeThere(metadata)) return {};
  const readerLink = links.document(metadata.key, guild);
  return readerLink === undefined ? {} : { readerLink };
}
