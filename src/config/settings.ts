import type { Locale } from "../locales/locale.ts";
import type { DiscordSettings } from "./discord-settings.ts";
import type { Folders } from "./folders.ts";

/** Everything that can be set, read once at the start. Every setting is explained in `.env.example`. */
export interface Settings extends Folders {
  /** Absolute path of translations that were imported; nothing has to be there. */
  readonly lexiconFile: string;
  /** Language of the interface, where it is set. */
  readonly locale: Locale | undefined;
  /** Language of the interface where nothing else tells. */
  readonly defaultLocale: Locale;
  /** Whether changes in the documents' folder are noticed. */
  readonly watch: boolean;
  /** Whether text is recognised in the pictures of PDF files, where tesseract is installed. */
  readonly recognise: boolean;
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
  readonly logQuestions: boolean;
  /** Whether colours are refused. */
  readonly noColor: boolean;
  readonly discord: DiscordSettings;
  readonly cooldown: { readonly person: Cooldown; readonly channel: Cooldown };
  /** How many answers are worked on at a time, and how many may wait. */
  readonly queue: { readonly atWork: number; readonly waiting: number };
  /** After so long without a sign of life from Discord's gateway the process ends. */
  readonly gatewaySilenceSeconds: number;
  /** After so long at one thing, in which nobody is answered, the process ends. */
  readonly hangSeconds: number;
  readonly health: { readonly port: number | undefined; readonly host: string };
  /** Absolute path of what must outlive the index. */
  readonly dataFolder: string;
  readonly reader: ReaderSettings;
  /** A model for finding passages by what a question means; undefined: none. */
  readonly embeddings: EmbeddingsSettings | undefined;
  /** A model that says whether passages answer; undefined: none. */
  readonly judge: JudgeSettings | undefined;
}

/** A server that answers in chats, asked for verdicts. */
export interface JudgeSettings {
  /** Without the end point: `http://127.0.0.1:11434/v1`. */
  readonly url: string;
  readonly model: string;
  readonly key: string | undefined;
  /** An answer waits so long for verdicts. */
  readonly waitMs: number;
  /** So long after the question an answer in Discord is still edited when verdicts come; 0: it is not. */
  readonly lateMs: number;
  /** How much of a verdict's odds counts: from 0, none, to 1, all. */
  readonly weight: number;
}

/** A server that makes vectors of texts. */
export interface EmbeddingsSettings {
  /** Without the end point: `http://127.0.0.1:11434/v1`. */
  readonly url: string;
  readonly model: string;
  readonly key: string | undefined;
  /** What the model wants before questions and passages; undefined: what is known of it. */
  readonly prefixes: { readonly question: string; readonly passage: string } | undefined;
  /** Whether the server wants to be told what the texts are. */
  readonly sendsInputType: boolean;
  /** A question waits so long for the model. */
  readonly waitMs: number;
}

/** The pages in the browser. */
export interface ReaderSettings {
  /** Undefined: none beside the bot. */
  readonly port: number | undefined;
  readonly host: string;
  /** Where people reach it, without a slash at its end; undefined: on this computer alone. */
  readonly url: string | undefined;
  /** Whether documents that are open to everybody need no signed link. */
  readonly isPublic: boolean;
  /** The secret for signed links; undefined: one is made and kept. */
  readonly key: string | undefined;
  /** So long a signed link lasts. */
  readonly linkDays: number;
  /** Addresses of proxies whose word about others' addresses is taken. */
  readonly trustedProxies: readonly string[];
  readonly requestsPerMinute: number;
}

/** At most `questions` in `seconds`. */
export interface Cooldown {
  readonly questions: number;
  readonly seconds: number;
}

/** What the command line puts above the environment. */
export interface SettingOverrides {
  readonly seeds?: string | undefined;
  readonly index?: string | undefined;
  readonly locale?: string | undefined;
}

/** Variables of an environment. */
export type Environment = Readonly<Record<string, string | undefined>>;
