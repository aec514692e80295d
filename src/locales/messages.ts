import type { AbstentionReason, Answer, CitedPassage } from "../answering/answer.ts";
import type { Finding } from "../answering/judging/evidence/evidence-kind.ts";
import type { SourceSummary } from "../answering/service.ts";
import type { PageUnit } from "../answering/shown/page-unit.ts";
import type { Locale } from "./locale.ts";
import type { CitingMessages } from "./messages/citing-messages.ts";
import type { DiscordMessages } from "./messages/discord-messages.ts";
import type { FetchMessages } from "./messages/fetch-messages.ts";
import type { InsightsMessages } from "./messages/insights-messages.ts";
import type { ReaderMessages } from "./messages/reader-messages.ts";

/** Words of an answer, on every platform. */
export interface AnswerMessages {
  /** Label of an answer that may be wrong. */
  readonly uncertain: string;
  /** What speaks against it: findings in words. */
  readonly doubts: (findings: readonly string[]) => string;
  readonly finding: (finding: Finding) => string;
  /** The first line of an abstention. */
  readonly abstained: string;
  readonly reasons: Record<AbstentionReason, string>;
  readonly lookedFor: string;
  readonly found: string;
  readonly notFound: string;
  /** For words that stand in the collection, but not in the best passage. */
  readonly elsewhere: string;
  readonly takenFor: (word: string, correctedTo: string) => string;
  readonly closest: string;
  readonly answeringSentence: string;
  readonly paragraph: (place: Pick<CitedPassage["passage"], "paragraph" | "lastParagraph" | "part">) => string;
  readonly page: (page: number, unit: PageUnit, lastPage?: number) => string;
  /** That the words were recognised in a picture. */
  readonly recognised: string;
  /** One line that says that a document is not in force, since or until when, and what replaced it. */
  readonly standing: (standing: NonNullable<CitedPassage["standing"]>) => string;
  readonly editionsLeftOut: (passages: number) => string;
  readonly caption: string;
  readonly table: string;
  readonly code: string;
  readonly undated: string;
  /** What the host's model thinks of the first passage. */
  readonly modelVerdict: Readonly<Record<NonNullable<Answer["modelVerdict"]>, string>>;
  readonly alsoIn: (citations: readonly string[]) => string;
  readonly similarIn: (citations: readonly string[]) => string;
  readonly saysDifferentThings: string;
  readonly undatedLeftOut: (documents: number) => string;
  readonly published: (published: NonNullable<CitedPassage["metadata"]["published"]>) => string;
}

/** Words for how judged questions were answered. Numbers are questions. */
export interface EvaluationMessages {
  readonly answerable: (count: number) => string;
  readonly first: (count: number) => string;
  readonly amongThree: (count: number) => string;
  readonly amongTen: (count: number) => string;
  readonly sure: (count: number, right: number) => string;
  readonly leftUnanswered: (count: number) => string;
  readonly unanswerable: (count: number) => string;
  readonly toldSo: (count: number) => string;
  readonly wronglySure: (count: number) => string;
  readonly toLookAt: string;
  readonly missed: (question: string, place: number | undefined, first: string | undefined) => string;
  readonly answeredAnyway: (question: string, first: string | undefined) => string;
}

/** Words of the terminal alone. */
export interface TerminalMessages {
  readonly evaluation: EvaluationMessages;
  /** What stands around a passage and is searched with it. */
  readonly fields: Readonly<Record<"title" | "heading" | "outerHeading" | "leadIn" | "tableHead" | "question", string>>;
  /** What the program is, in a line. */
  readonly introduction: string;
  readonly documentsIn: (folder: string) => string;
  readonly sampleInstead: (folder: string) => string;
  readonly readAll: (folder: string, documents: number, megabytes: number) => string;
  readonly tryQuestion: (question: string) => string;
  readonly runsLocally: string;
  readonly welcome: (documents: number, passages: number) => string;
  readonly prompt: string;
  readonly chatHelp: readonly string[];
  readonly unknownChatCommand: (command: string) => string;
  readonly showWhat: string;
  readonly noSuchNumber: (number: number) => string;
  readonly goodbye: string;
  /** Of a backup of the store: rows and the file. */
  readonly textDamaged: (file: string, isRepaired: boolean) => string;
  /** Of an index in a cluster: what is not as it was written. */
  readonly indexDamaged: (damage: { kind: "document"; file: string; missing: number } | { kind: "counts" }) => string;
  readonly indexRepaired: (isRepaired: boolean) => string;
  readonly checked: (counts: { documents: number; passages: number; texts: number }) => string;
  /** @param was the restricted document that it is, by its name or by its content */
  readonly keptRestricted: (file: string, was: string) => string;
  readonly nothingRestricted: string;
  /** @param isStated whether sources.json says so, else it once did */
  readonly restrictedDocument: (file: string, guilds: string, isStated: boolean) => string;
  readonly restrictionLifted: (file: string) => string;
  readonly backedUp: (rows: number, file: string) => string;
  readonly restored: (rows: number, file: string) => string;
  readonly importedLexicon: (english: number, german: number, file: string) => string;
  readonly moved: string;
  readonly range: (start: number, end: number) => string;
  readonly lines: (first: number, last: number) => string;
  readonly bytes: (start: number, end: number) => string;
  readonly hits: (total: number, shown: number) => string;
  readonly noHits: string;
  readonly didYouMean: (words: readonly string[]) => string;
  readonly score: string;
  /** Labels of the parts of a confidence. */
  readonly confidence: string;
  readonly isAbout: string;
  readonly saysIt: string;
  readonly usually: string;
  readonly nothingJudged: string;
  readonly sourceCounts: (passages: number, paragraphs: number, hidden: number) => string;
  readonly sourceTotals: (documents: number, passages: number) => string;
  /** Above the files that were not read. */
  readonly notRead: (files: number) => string;
  /** Why a file is no document. */
  readonly leftOut: { readonly hidden: string; readonly format: string };
  readonly andMore: (files: number) => string;
  readonly nothingSkipped: string;
  readonly skippedParagraphs: (count: number) => string;
  readonly unreadableDocument: (file: string) => string;
  /** Parts of a file that could not be read or had to be guessed. */
  readonly readingGap: (gap: NonNullable<SourceSummary["gaps"]>[number]) => string;
  readonly building: (documents: number) => string;
  readonly progress: (done: number, of: number, perSecond: number, secondsLeft: number | undefined) => string;
  readonly finishing: string;
  readonly makingVectors: string;
  readonly modelFailing: string;
  readonly modelWorking: string;
  readonly changedDocuments: string;
  readonly notUpdated: string;
  readonly rebuilding: string;
  /** @param leftOut so many documents have changed since the index that answers */
  readonly answersMeanwhile: (leftOut: number) => string;
  readonly newIndexAnswers: string;
  readonly indexedAs: (passages: number, documents: number, folder: string) => string;
  readonly upToDate: (passages: number, documents: number, folder: string) => string;
}

/** What `doctor` says. */
export interface DoctorMessages {
  readonly node: (version: string) => string;
  readonly nodeNeeded: (version: string) => string;
  readonly settings: (file: string | undefined) => string;
  readonly wrongSettings: (count: number) => string;
  readonly documents: (count: number, isMore: boolean, folder: string) => string;
  readonly noDocuments: (extensions: string) => string;
  readonly sampleShown: string;
  readonly index: (folder: string, state: "ready" | "outdated" | "damaged" | "none") => string;
  readonly indexReadOnly: string;
  readonly cluster: (found: {
    readonly addresses: string;
    readonly version: string;
    readonly nodes: number;
    readonly health: "green" | "yellow" | "red" | undefined;
  }) => string;
  readonly clusterRed: string;
  readonly clusterUntried: string;
  /** @param passages undefined where it is not known */
  readonly clusterIndex: (state: "ready" | "damaged" | "away" | "none", passages: number | undefined) => string;
  readonly clusterDamaged: string;
  readonly clusterOthers: (names: string) => string;
  readonly texts: (folder: string) => string;
  readonly textsReadOnly: string;
  readonly port: (setting: string, port: number) => string;
  readonly portTaken: (setting: string, port: number) => string;
  readonly portRemedy: string;
  readonly noToken: string;
  readonly bot: (name: string) => string;
  readonly intentRemedy: string;
  readonly summary: (bad: number) => string;
}

/**
 * What the errors are called; a remedy only where it names nothing that only the error itself knows, but for what it
 * lists, which comes joined with commas and an "or".
 */
export type ErrorMessages = Readonly<
  Record<string, { readonly what: string; readonly remedy?: string | ((listed: string) => string) }>
>;

/** Every text that people read, in one language; a text that is missing in one does not compile. */
export interface Messages {
  readonly locale: Locale;
  readonly answer: AnswerMessages;
  readonly citing: CitingMessages;
  readonly terminal: TerminalMessages;
  readonly doctor: DoctorMessages;
  readonly discord: DiscordMessages;
  readonly reader: ReaderMessages;
  readonly insights: InsightsMessages;
  readonly fetch: FetchMessages;
  /** By the code of the error; an empty list leaves errors in their own words, which are English. */
  readonly errors: ErrorMessages;
}
