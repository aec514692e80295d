import type { Locale } from "../locales/locale.ts";
import type { DiscordSettings } from "./discord-settings.ts";
import type { Folders } from "./folders.ts";
import type { ServerSettings } from "./server-settings.ts";

/** Everything that can be set, read once at the start. Every setting is explained in `.env.example`. */
export interface Settings extends Folders {
  /** The cluster that keeps the index; undefined: it is kept in memory and in its folder. */
  readonly cluster: ClusterSettings | undefined;
  /** Absolute path of imported translations; the file need not exist. */
  readonly lexiconFile: string;
  /** Language of the interface, where it is set. */
  readonly locale: Locale | undefined;
  /** Language of the interface if nothing else decides it. */
  readonly defaultLocale: Locale;
  /** Whether the documents' folder is watched for changes. */
  readonly watch: boolean;
  /** Whether text is recognised in the pictures of PDF files, where tesseract is installed. */
  readonly recognise: boolean;
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
  readonly logQuestions: boolean;
  /** Whether colours are refused. */
  readonly noColor: boolean;
  readonly discord: DiscordSettings;
  /** Of servers that have set nothing themselves. */
  readonly servers: ServerSettings;
  readonly cooldown: { readonly person: Cooldown; readonly channel: Cooldown };
  /** How many answers are worked on at a time, and how many may wait. */
  readonly queue: { readonly atWork: number; readonly waiting: number };
  /** The process exits after this long without a sign of life from Discord's gateway. */
  readonly gatewaySilenceSeconds: number;
  /** The process exits if its main thread is busy with one task for this long. */
  readonly hangSeconds: number;
  readonly health: { readonly port: number | undefined; readonly host: string };
  /** Absolute path of what must outlive the index. */
  readonly dataFolder: string;
  /** The PostgreSQL database of the store; undefined: a file in the data folder. */
  readonly databaseUrl: string | undefined;
  /** The secret by which persons stand in the store; undefined: one is made and kept. */
  readonly personKey: string | undefined;
  /** How much each server may add to its own collection. */
  readonly serverQuota: { readonly documents: number; readonly bytes: number };
  readonly reader: ReaderSettings;
  /** What programs that are started need of the environment: where others are. */
  readonly programEnvironment: Readonly<Record<string, string>>;
  /** A model for finding passages by what a question means; undefined: none. */
  readonly embeddings: EmbeddingsSettings | undefined;
  /** A model that says whether passages answer; undefined: none. */
  readonly judge: JudgeSettings | undefined;
}

/** A chat model's server that is asked for verdicts. */
export interface JudgeSettings {
  /** Without the end point: `http://127.0.0.1:11434/v1`. */
  readonly url: string;
  readonly model: string;
  readonly key: string | undefined;
  /** How long an answer waits for verdicts. */
  readonly waitMs: number;
  /** How long after the question late verdicts still edit an answer in Discord; 0: never. */
  readonly lateMs: number;
  /** The share of a verdict's odds that counts, from 0 to 1. */
  readonly weight: number;
}

/** A server that makes vectors of texts. */
export interface EmbeddingsSettings {
  /** Without the end point: `http://127.0.0.1:11434/v1`. */
  readonly url: string;
  readonly model: string;
  readonly key: string | undefined;
  /** Put before questions and passages; undefined: those that the model is known to need. */
  readonly prefixes: { readonly question: string; readonly passage: string } | undefined;
  /** Whether to tell the server if a text is a question or a passage. */
  readonly sendsInputType: boolean;
  /** How long a question waits for the model. */
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
  /** How long a signed link is valid. */
  readonly linkDays: number;
  /** Addresses of proxies whose word about others' addresses is taken. */
  readonly trustedProxies: readonly string[];
  readonly requestsPerMinute: number;
}

/** Where the index is kept that several processes share. */
export interface ClusterSettings {
  /** Addresses of its nodes, with commas between them; may hold a password. */
  readonly url: string;
  /** Over how many parts the passages of a new index are spread. */
  readonly shards: number;
}

/** At most `questions` in `seconds`. */
export interface Cooldown {
  readonly questions: number;
  readonly seconds: number;
}

/** What the command line sets, which overrides the environment. */
export interface SettingOverrides {
  readonly seeds?: string | undefined;
  readonly index?: string | undefined;
  readonly locale?: string | undefined;
}

/** Variables of an environment. */
export type Environment = Readonly<Record<string, string | undefined>>;
