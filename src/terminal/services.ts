import type { Fundstelle } from "../answering/service.ts";
import type { Settings } from "../config/settings.ts";
import type { HiddenParagraph, LanguageCode } from "../documents/document.ts";
import type { AppError } from "../errors.ts";
import type { FetchOptions } from "../fetching/fetch-documents.ts";
import type { FetchEvent } from "../fetching/fetch-event.ts";
import type { Insights } from "../insights/insights.ts";
import type { Messages } from "../locales/messages.ts";
import type { ChosenDocuments } from "./choose-documents.ts";
import type { DoctorFinding } from "./doctor-findings.ts";
import type { Style } from "./text/style.ts";

/** A collection that is ready to be asked. */
export interface Services {
  readonly documents: ChosenDocuments;
  readonly fundstelle: Fundstelle;
  /**
   * `loaded` from the folder; `updated`: loaded and changed; `outdated`: loaded, and a new one is being built; `built` and
   * written there; `in-memory`: built or changed, and the folder could not be written.
   */
  readonly index: "loaded" | "updated" | "outdated" | "built" | "in-memory";
  /** What of the folder was not read, and why: documents that cannot be read, and what is no document. */
  unreadFiles(): {
    readonly refused: readonly { readonly file: string; readonly error: AppError }[];
    readonly leftOut: readonly { readonly file: string; readonly reason: "hidden" | "format" }[];
  };
  /** Paragraphs that rules hide, document by document. */
  hiddenParagraphs(): AsyncIterable<HiddenParagraph>;
  /** Compares what was extracted of documents with its fingerprints, and extracts again what differs. */
  checkTexts(): AsyncIterable<{ readonly file: string; readonly state: "whole" | "repaired" | "damaged" }>;
  /** Compares the index with what was written where it is kept elsewhere, and builds it anew where that differs. */
  checkIndex(): AsyncIterable<
    | {
        readonly kind: "damaged";
        /** Rows of a document, of which so many passages are missing, or what tells how often words stand. */
        readonly damage:
          | { readonly kind: "document"; readonly file: string; readonly missing: number }
          | { readonly kind: "counts" };
      }
    | { readonly kind: "repaired"; readonly isRepaired: boolean }
  >;
  close(): Promise<void>;
}

/** A judged question, and what came out. */
export interface EvaluatedQuestion {
  readonly question: string;
  readonly isAnswerable: boolean;
  /** Place of the first right passage, from 1; undefined where none is among the first ten. */
  readonly place: number | undefined;
  readonly certainty: "sure" | "uncertain" | "none";
  /** Citation of the first passage. */
  readonly first: string | undefined;
}

/** Where a command reads and writes. */
export interface Console {
  readonly input: NodeJS.ReadStream;
  /** Writes a text and a line break. */
  print(text: string): void;
  /** Writes a line to where errors go. */
  warn(line: string): void;
  /** Has whatever else is written stand above a prompt; `redraw` writes the prompt again. Undefined: there is none. */
  keepPrompt(redraw: (() => void) | undefined): void;
  /** As it is now: somebody may make a terminal's window narrower. */
  readonly style: Style;
  /** Whether somebody sits at both ends. */
  readonly isInteractive: boolean;
}

export interface ServiceOptions {
  readonly rebuild?: boolean;
  readonly compact?: boolean;
  readonly watch?: boolean;
  /** Whether an index that does not fit answers until a new one is built. */
  readonly answersMeanwhile?: boolean;
  /** Whether to go on only when the model that is set knows every passage, if it can be reached. */
  readonly waitForVectors?: boolean;
}

export interface StartOptions extends Pick<ServiceOptions, "watch"> {
  /** In how many processes the bot runs; absent: in this one. */
  readonly processes?: number;
  /** Over how many connections the servers are spread, or which of how many this process has; absent: as set. */
  readonly shards?: "auto" | number | { readonly ids: readonly number[]; readonly count: number };
}

/** What is to be fetched, and where it goes. */
export type FetchRequest = Pick<
  FetchOptions,
  "origin" | "into" | "limits" | "removesGone" | "privateHosts" | "isDryRun"
>;

/** What a command gets to work with. */
export interface TerminalContext {
  readonly settings: Settings;
  readonly console: Console;
  /** The words to speak, by the language of a question where there is one. */
  messages(questionLanguage?: LanguageCode): Messages;
  /**
   * Opens the index, building it where that is needed; what happens meanwhile is reported to the console.
   * @param options `rebuild`: build it anew in any case; `compact`: leave it on disk as if it had just been built;
   *   `watch`: notice changes of the documents from then on
   */
  open(options?: ServiceOptions): Promise<Services>;
  /**
   * Asks a file's judged questions. @returns the questions, and all figures, for programs
   * @throws AppError `judgments-invalid`, `file-unreadable`
   */
  evaluate(
    services: Services,
    file: string,
  ): Promise<{ readonly questions: readonly EvaluatedQuestion[]; readonly report: unknown }>;
  /** Makes translations out of Ding's word list. @returns how many words of each language they translate */
  importLexicon(from: string, to: string): Promise<{ readonly english: number; readonly german: number }>;
  /**
   * Writes everything of the store into a new file. @returns how many entries there are
   * @throws AppError `usage`, `store-unavailable`
   */
  backUpStore(file: string): Promise<number>;
  /**
   * Puts what a backup holds in the place of everything in the store. @returns how many entries there are
   * @throws AppError `backup-invalid`, `store-unavailable`
   */
  restoreStore(file: string): Promise<number>;
  /**
   * Fetches documents into a folder, and says of each what came of it.
   * @throws AppError `usage`, `file-unreadable`, `sources-invalid`, `fetch-failed`, `fetch-refused`, `disk-failed`
   */
  fetchDocuments(request: FetchRequest): AsyncIterable<FetchEvent>;
  /** Documents that not everybody may see; `isStated`: `sources.json` says so, else it once did. */
  restrictedDocuments(): Promise<
    readonly { readonly file: string; readonly guilds: readonly string[]; readonly isStated: boolean }[]
  >;
  /** Opens a document to everybody that `sources.json` does not restrict any more. @throws AppError `usage` */
  liftRestriction(file: string): Promise<void>;
  /** What can be learned of people's questions. @throws AppError `store-unavailable` */
  readInsights(
    services: Services,
    scope: { readonly guild: string | undefined; readonly days: number },
  ): Promise<{
    readonly insights: Insights;
    /** For a spreadsheet. */
    csv(): string;
    /** Judged questions, a line each. */
    judgments(): Promise<readonly string[]>;
  }>;
  /** Runs until it is stopped. */
  startDiscord(options: StartOptions): Promise<void>;
  /** Serves the pages in the browser until it is stopped. @param options as for `open` */
  serveReader(options: Pick<ServiceOptions, "watch">): Promise<void>;
  /** Offers the documents by the Model Context Protocol until standard input ends. */
  serveMcp(): Promise<void>;
  /** Looks at what the program needs to run, one thing after the other. */
  examine(): AsyncIterable<DoctorFinding>;
  /** Makes the bot's commands known to Discord, or takes them away: everywhere, or in one server. */
  registerDiscord(options: { readonly guild: string | undefined; readonly isRemoval: boolean }): Promise<void>;
}

/** 0: done; 1: failed; 2: used or set up wrongly; 3: to be started again. */
export type ExitCode = 0 | 1 | 2 | 3;
