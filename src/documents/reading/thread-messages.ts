import type { LanguageCode, Paragraph, Passage, SourceDocument } from "../document.ts";
import type { Source } from "../metadata/sources-file.ts";

/** A document that a thread is to read: from the folder, or out of bytes that are here already. */
export interface ReadingRequest {
  readonly folder?: string;
  readonly bytes?: Uint8Array;
  /** Path below the documents' folder, with forward slashes. */
  readonly file: string;
  /** Its path below the folder, where that is another one. */
  readonly below?: string;
  readonly key: string;
  readonly source: Source | undefined;
  /** Whether text is recognised in pictures; absent: it is not. */
  readonly recognise?: boolean;
  /** The title that its page has in common with others. */
  readonly sharedTitle?: string | undefined;
}

/** What the main thread says. */
export type Order =
  | { readonly kind: "read"; readonly request: ReadingRequest }
  /** The language of the text that the thread asked about. */
  | { readonly kind: "language"; readonly language: LanguageCode }
  /** A piece was taken; the next may come. */
  | { readonly kind: "taken" };

/** All of a document but what is as long as its text. */
export type DocumentFacts = Omit<SourceDocument, "canonicalText" | "paragraphs">;

export interface RefusedDocument {
  readonly code: "file-unreadable" | "folder-missing" | "not-text" | "document-unparsable";
  readonly message: string;
  readonly remedy: string;
}

/** What follows of a document's text, paragraphs and passages. */
export interface DocumentPiece {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly passages: readonly Passage[];
}

/** What a thread says: a document in pieces, none of which takes the main thread more than some milliseconds. */
export type Reply =
  /** Its libraries are loaded; the time limit starts now. */
  | { readonly kind: "reading" }
  | { readonly kind: "which-language"; readonly text: string }
  | { readonly kind: "piece"; readonly piece: DocumentPiece }
  /** With the last piece: a small document comes in one message, for each costs a thread its sleep. */
  | { readonly kind: "read"; readonly facts: DocumentFacts; readonly piece: DocumentPiece }
  | { readonly kind: "refused"; readonly error: RefusedDocument };

const orders: ReadonlySet<unknown> = new Set<Order["kind"]>(["read", "language", "taken"]);
const replies: ReadonlySet<unknown> = new Set<Reply["kind"]>(["reading", "which-language", "piece", "read", "refused"]);

// Both ends are this program: what it says needs to be told apart from the errors of a library, not doubted.
export function isOrder(message: unknown): message is Order {
  return typeof message === "object" && message !== null && "kind" in message && orders.has(message.kind);
}

export function isReply(message: unknown): message is Reply {
  return typeof message === "object" && message !== null && "kind" in message && replies.has(message.kind);
}
