import type { Fundstelle } from "../answering/service.ts";
import type { Settings } from "../config/settings.ts";
import type { Insights } from "../insights/insights.ts";

/** What the reader is given to work with. */
export interface ReaderServices {
  readonly fundstelle: Fundstelle;
  /** The bytes of a document's file. @throws AppError `document-changed`, `file-unreadable` */
  readFile(file: string): Promise<Uint8Array>;
  /** What was asked in a server; absent where nothing is stored. */
  readonly insights?: (scope: { readonly guild: string; readonly days: number }) => Promise<Insights>;
  readonly settings: ReaderAppSettings;
  /** The secret for signed links. */
  readonly key: string;
  /** Runs a page when its turn comes, fairly among visitors. @throws AppError `busy` */
  inTurn(person: string, page: () => Promise<void>): Promise<void>;
  /** Called with unexpected errors. */
  onFailure(error: unknown): void;
}

export type ReaderAppSettings = Settings["reader"] & Pick<Settings, "locale" | "defaultLocale">;
