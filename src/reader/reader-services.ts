import type { Fundstelle } from "../answering/service.ts";
import type { Settings } from "../config/settings.ts";

/** What the reader is given to work with. */
export interface ReaderServices {
  readonly fundstelle: Fundstelle;
  /** The bytes of a document's file. @throws AppError `document-changed`, `file-unreadable` */
  readFile(file: string): Promise<Uint8Array>;
  readonly settings: ReaderAppSettings;
  /** The secret for signed links. */
  readonly key: string;
  /** Has a page wait for its turn, fairly between those who ask. @throws AppError `busy` */
  inTurn(person: string, page: () => Promise<void>): Promise<void>;
  /** Told of what should not have happened. */
  onFailure(error: unknown): void;
}

export type ReaderAppSettings = Settings["reader"] & Pick<Settings, "locale" | "defaultLocale">;
