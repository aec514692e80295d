import type { AppError } from "../../errors.ts";
import type { LanguageCode, ReadingGap } from "../document.ts";
import type { ConversationMessage, ServerEntry } from "./entry.ts";

/** How much a server may add. */
export interface ServerQuota {
  readonly documents: number;
  readonly bytes: number;
}

/** What is to become a document of a server: a file, or messages that people have written. */
export interface NewDocument {
  /** What the file is called, or the conversation. */
  readonly name: string;
  readonly content: { readonly bytes: Uint8Array } | { readonly messages: readonly ConversationMessage[] };
  /** Absent: what the document says, or is called. */
  readonly title?: string | undefined;
  /** Where it is to be found on the web. */
  readonly url?: string | undefined;
  /** Who adds it, as a keyed hash. */
  readonly by: string;
  /** Address of the message that it comes from. */
  readonly from?: string | undefined;
  /** Ids of the channels in which alone it is seen; absent: everywhere in the server. */
  readonly channels?: readonly string[] | undefined;
}

/** What people should know of a document before they add it, or of one that is there. */
export type DocumentRemark =
  | { readonly kind: "gap"; readonly gap: ReadingGap }
  /** Nothing of it can be found. */
  | { readonly kind: "no-passages" }
  /** Another one of the server's has the same bytes. */
  | { readonly kind: "same"; readonly title: string };

/** A document that was read and waits until somebody says that it is to be added. */
export interface StagedDocument {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly name: string;
  readonly bytes: number;
  readonly passages: number;
  readonly language: LanguageCode;
  readonly channels?: readonly string[];
  readonly remarks: readonly DocumentRemark[];
}

export type Staging =
  | { readonly kind: "staged"; readonly document: StagedDocument }
  /** It cannot be read. */
  | { readonly kind: "unreadable"; readonly error: AppError }
  /** No format has such a name. */
  | { readonly kind: "unknown-format" }
  /** There is no room for it. */
  | { readonly kind: "full" };

/** A server's own document. */
export interface ServerDocument {
  readonly entry: ServerEntry;
  readonly title: string;
  /** Absent: it is not in the index. */
  readonly passages?: number;
  readonly remarks: readonly DocumentRemark[];
  /** Why it cannot be read. */
  readonly problem?: AppError;
}

export type Adding =
  | { readonly kind: "added"; readonly document: ServerDocument }
  /** Nothing is staged by that id (any more). */
  | { readonly kind: "gone" }
  | { readonly kind: "full" };

/** What servers' own documents say of a person. */
export interface AboutPersonInDocuments {
  /** How many the person has added. */
  readonly added: number;
  /** How many messages of theirs stand in documents. */
  readonly messages: number;
}

/**
 * The documents that servers add themselves: for each server a collection of its own beside the one that all share. What
 * was added is kept, also where the process ends at once.
 */
export interface ServerDocuments {
  readonly quota: ServerQuota;
  /** Of the formats that can be read. */
  readonly extensions: readonly string[];
  /** Reads what is to be a document and keeps it for an hour, without adding it. @throws AppError `disk-failed` */
  stage(guild: string, document: NewDocument): Promise<Staging>;
  /** Adds what was staged. @returns `gone` where nothing is staged by that id (any more) @throws AppError `disk-failed` */
  add(guild: string, id: string): Promise<Adding>;
  /** Forgets what was staged. */
  discard(guild: string, id: string): Promise<void>;
  /** In the order of their titles. */
  list(guild: string): Promise<readonly ServerDocument[]>;
  /** Removes a document, its file and all that was made of it. @returns it as it was; undefined where there is none */
  remove(guild: string, key: string): Promise<ServerDocument | undefined>;
  /**
   * Lets only some people of the server see a document.
   * @param to ids; both absent: everybody there
   * @returns undefined where there is no such document
   */
  restrict(
    guild: string,
    key: string,
    to: { readonly roles?: readonly string[]; readonly channels?: readonly string[] },
  ): Promise<ServerDocument | undefined>;
  /** Reads again what the folder of a server holds. */
  reload(guild: string): Promise<readonly ServerDocument[]>;
  /** @param person as a keyed hash */
  about(person: string): Promise<AboutPersonInDocuments>;
  /** Takes out who added what, and what the person wrote; a document that is empty then goes. */
  erase(person: string): Promise<void>;
}
