import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "dotenv";
import envPaths from "env-paths";
import * as z from "zod";
import { type DiscordSettings, shardsOf } from "./config/discord-settings.ts";
import { chooseFolders, type Folders, type Places } from "./config/folders.ts";
import { AppError } from "./errors.ts";
import type { Locale } from "./locales/locale.ts";

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

type Environment = Readonly<Record<string, string | undefined>>;

/** Remedies by variable, for the line that names the variable. */
const remedies: Record<string, string> = {
  LOCALE: "Use de or en.",
  DEFAULT_LOCALE: "Use de or en.",
  DISCORD_APPLICATION_ID: "Copy the number from the Discord developer portal, General Information, Application ID.",
  READER_URL: "Use an address such as https://read.example.org, or leave it out.",
  READER_KEY: "Use at least 32 characters that nobody can guess, or leave it out.",
  DISCORD_API_URL: "Use an address such as http://127.0.0.1:8080/api, or leave it out.",
  ASK_CHANNELS: "Use ids of channels with commas between them.",
  FORUM_CHANNELS: "Use ids of forums with commas between them.",
  THREADS: "Use never or always.",
  SHARDS: "Use auto, or numbers from 0 to SHARD_COUNT - 1 with commas between them.",
  LOG_LEVEL: "Use one of fatal, error, warn, info, debug, trace, silent.",
};

const mostOfAnything = 1_000_000;

/** One of a few words, in capitals or not. */
const wordOf = <const Words extends readonly string[]>(words: Words) => z.string().toLowerCase().pipe(z.enum(words));
const flag = wordOf(["true", "false", "1", "0", "yes", "no"])
  .default("false")
  .transform((value) => value === "true" || value === "1" || value === "yes");
const snowflake = z.string().regex(/^\d{15,21}$/);
const snowflakes = z
  .string()
  .default("")
  .transform((list) => list.split(/[\s,]+/).filter((id) => id !== ""))
  .pipe(z.array(snowflake));
const amount = (fallback: number) => z.coerce.number().int().min(1).max(mostOfAnything).default(fallback);
/** `de`, and `de_DE.UTF-8` or `de-AT` as systems write it. */
const locale = z
  .string()
  .transform((text) => text.toLowerCase().split(/[-_.]/)[0])
  .pipe(z.enum(["de", "en"]));

const schema = z.object({
  SEEDS_DIR: z.string().optional(),
  INDEX_DIR: z.string().optional(),
  LEXICON_FILE: z.string().optional(),
  LOCALE: locale.optional(),
  DEFAULT_LOCALE: locale.optional(),
  WATCH: flag,
  OCR: flag,
  LOG_LEVEL: wordOf(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  LOG_QUESTIONS: flag,
  DISCORD_TOKEN: z.string().regex(/^\S+$/).optional(),
  DISCORD_APPLICATION_ID: snowflake.optional(),
  DISCORD_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  MESSAGE_CONTENT_INTENT: flag,
  ASK_CHANNELS: snowflakes,
  FORUM_CHANNELS: snowflakes,
  WEBHOOK_PROXIES: flag,
  THREADS: wordOf(["never", "always"]).default("never"),
  SHARDS: z.union([z.literal("auto"), z.string().regex(/^\d{1,6}(?:[\s,]+\d{1,6})*$/)]).default("auto"),
  SHARD_COUNT: z.coerce.number().int().min(1).max(mostOfAnything).optional(),
  COOLDOWN_PERSON_QUESTIONS: amount(10),
  COOLDOWN_PERSON_SECONDS: amount(60),
  COOLDOWN_CHANNEL_QUESTIONS: amount(60),
  COOLDOWN_CHANNEL_SECONDS: amount(60),
  ANSWERS_AT_WORK: amount(8),
  ANSWERS_WAITING: amount(200),
  GATEWAY_SILENCE_SECONDS: amount(300),
  HANG_SECONDS: amount(60),
  HEALTH_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  HEALTH_HOST: z.string().default("127.0.0.1"),
  DATA_DIR: z.string().optional(),
  EMBEDDINGS_URL: z.url({ protocol: /^https?$/ }).optional(),
  EMBEDDINGS_MODEL: z.string().optional(),
  EMBEDDINGS_KEY: z.string().optional(),
  EMBEDDINGS_QUESTION_PREFIX: z.string().optional(),
  EMBEDDINGS_PASSAGE_PREFIX: z.string().optional(),
  EMBEDDINGS_INPUT_TYPE: flag,
  EMBEDDINGS_WAIT_MS: amount(300),
  READER_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  READER_HOST: z.string().default("127.0.0.1"),
  READER_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  READER_PUBLIC: flag,
  READER_KEY: z.string().min(32).optional(),
  READER_LINK_DAYS: amount(30),
  READER_TRUSTED_PROXY: z
    .string()
    .default("")
    .transform((list) => list.split(/[\s,]+/).filter((address) => address !== "")),
  READER_REQUESTS_PER_MINUTE: amount(120),
});

/** The names of all variables that are read, for `.env.example`. */
export const settingNames: readonly string[] = [...Object.keys(schema.shape), "NO_COLOR"];

/**
 * The settings of this process: the command line above the environment above `.env` in the working folder.
 * @throws AppError `settings-invalid`, which names the variable and never its value
 */
export function readSettings(overrides: SettingOverrides = {}): Settings {
  return parseSettings({ ...readDotenv(".env"), ...process.env }, overrides);
}

/** Settings of a set-up that may be wrong, and what is wrong with it. */
export interface ReadSettings {
  /** Those that are wrong have their defaults. */
  readonly settings: Settings;
  readonly problems: readonly AppError[];
  /** The file that was read beside the environment. */
  readonly file: string | undefined;
}

/** Like `readSettings`, for whoever wants to know all that is wrong. @throws AppError `usage` */
export function readWrongSettings(overrides: SettingOverrides = {}): ReadSettings {
  const problems: AppError[] = [];
  let environment: Record<string, string | undefined> = { ...process.env };
  const file = existsSync(".env") ? resolve(".env") : undefined;
  try {
    environment = { ...readDotenv(".env"), ...environment };
  } catch (error) {
    problems.push(settingsProblem(error));
  }
  for (;;) {
    try {
      return { settings: parseSettings(environment, overrides), problems, file };
    } catch (error) {
      const problem = settingsProblem(error);
      problems.push(problem);
      const wrong = settingNames.find((name) => environment[name] !== undefined && problem.message.includes(name));
      if (wrong === undefined) return { settings: parseSettings({}, overrides), problems, file };
      delete environment[wrong];
    }
  }
}

function settingsProblem(error: unknown): AppError {
  if (error instanceof AppError && error.code !== "usage") return error;
  throw error;
}

/**
 * Settings from an environment's variables; empty ones count as absent.
 * @param places where relative paths and defaults lead
 * @throws AppError `settings-invalid`
 */
export function parseSettings(
  environment: Environment,
  overrides: SettingOverrides = {},
  places: Places = placesOfThisProgram(),
): Settings {
  const present = Object.fromEntries(
    settingNames.flatMap((name) => {
      const value = environment[name]?.trim();
      return value === undefined || value === "" ? [] : [[name, value]];
    }),
  );
  const parsed = schema.safeParse(present);
  if (!parsed.success) throw invalid(String(parsed.error.issues[0]?.path[0] ?? "A setting"));
  const values = parsed.data;
  const settings: Settings = {
    ...chooseFolders(
      {
        seedsVariable: values.SEEDS_DIR,
        indexVariable: values.INDEX_DIR,
        seedsOption: overrides.seeds,
        indexOption: overrides.index,
      },
      places,
    ),
    lexiconFile: resolve(values.LEXICON_FILE ?? join(values.DATA_DIR ?? places.data, "lexicon", "ding.txt")),
    locale: parseLocale(overrides.locale) ?? values.LOCALE,
    defaultLocale: values.DEFAULT_LOCALE ?? localeOfSystem(environment) ?? "en",
    watch: values.WATCH,
    recognise: values.OCR,
    logLevel: values.LOG_LEVEL,
    logQuestions: values.LOG_QUESTIONS,
    noColor: "NO_COLOR" in present,
    discord: {
      token: values.DISCORD_TOKEN,
      applicationId: values.DISCORD_APPLICATION_ID,
      apiUrl: values.DISCORD_API_URL,
      messageContentIntent: values.MESSAGE_CONTENT_INTENT,
      askChannels: values.ASK_CHANNELS,
      forumChannels: values.FORUM_CHANNELS,
      webhookProxies: values.WEBHOOK_PROXIES,
      threads: values.THREADS,
      shards: shardsOf(values.SHARDS, values.SHARD_COUNT),
    },
    cooldown: {
      person: { questions: values.COOLDOWN_PERSON_QUESTIONS, seconds: values.COOLDOWN_PERSON_SECONDS },
      channel: { questions: values.COOLDOWN_CHANNEL_QUESTIONS, seconds: values.COOLDOWN_CHANNEL_SECONDS },
    },
    queue: { atWork: values.ANSWERS_AT_WORK, waiting: values.ANSWERS_WAITING },
    gatewaySilenceSeconds: values.GATEWAY_SILENCE_SECONDS,
    hangSeconds: values.HANG_SECONDS,
    health: { port: values.HEALTH_PORT, host: values.HEALTH_HOST },
    dataFolder: resolve(values.DATA_DIR ?? places.data),
    embeddings: embeddingsOf(values),
    reader: {
      port: values.READER_PORT,
      host: values.READER_HOST,
      url: values.READER_URL,
      isPublic: values.READER_PUBLIC,
      key: values.READER_KEY,
      linkDays: values.READER_LINK_DAYS,
      trustedProxies: values.READER_TRUSTED_PROXY,
      requestsPerMinute: values.READER_REQUESTS_PER_MINUTE,
    },
  };
  if (settings.discord.askChannels.length > 0 && !settings.discord.messageContentIntent) {
    throw new AppError(
      "settings-invalid",
      "ASK_CHANNELS is set, but MESSAGE_CONTENT_INTENT is not: Discord would withhold the questions.",
      "Set MESSAGE_CONTENT_INTENT=true, and allow the intent in the Discord developer portal under Bot.",
    );
  }
  return settings;
}

function placesOfThisProgram(): Places {
  const program = fileURLToPath(new URL("..", import.meta.url));
  const isClone = existsSync(join(program, "seeds"));
  const { cache, data } = envPaths("fundstelle", { suffix: "" });
  return { program, isClone, working: process.cwd(), cache, data: isClone ? resolve("data") : data };
}

/** The language that a person's system speaks, where the program speaks it too. */
function localeOfSystem({ LC_ALL, LC_MESSAGES, LANG }: Environment): Locale | undefined {
  return locale.safeParse(LC_ALL || LC_MESSAGES || LANG).data;
}

function embeddingsOf(values: z.infer<typeof schema>): EmbeddingsSettings | undefined {
  if (values.EMBEDDINGS_URL === undefined) return undefined;
  if (values.EMBEDDINGS_MODEL === undefined) {
    throw new AppError(
      "settings-invalid",
      "EMBEDDINGS_URL is set, but EMBEDDINGS_MODEL is not.",
      "Set EMBEDDINGS_MODEL to the model's name as its server knows it. docs/MODELS.md names some.",
    );
  }
  const question = values.EMBEDDINGS_QUESTION_PREFIX;
  const passage = values.EMBEDDINGS_PASSAGE_PREFIX;
  return {
    url: values.EMBEDDINGS_URL,
    model: values.EMBEDDINGS_MODEL,
    key: values.EMBEDDINGS_KEY,
    prefixes:
      question === undefined && passage === undefined
        ? undefined
        : { question: spaced(question), passage: spaced(passage) },
    sendsInputType: values.EMBEDDINGS_INPUT_TYPE,
    waitMs: values.EMBEDDINGS_WAIT_MS,
  };
}

/** White space at the end of a setting is not kept: a prefix gets the blank back that stands between it and the text. */
function spaced(prefix: string | undefined): string {
  return prefix === undefined ? "" : `${prefix} `;
}

function parseLocale(text: string | undefined): Locale | undefined {
  if (text === undefined) return undefined;
  const parsed = locale.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new AppError(
    "usage",
    `--locale ${JSON.stringify(text.slice(0, 20))} is not a language of the program.`,
    "Use de or en.",
  );
}

function invalid(name: string): AppError {
  const remedy = remedies[name] ?? remedyByShape(name);
  return new AppError("settings-invalid", `The setting ${name} is not valid.`, `${remedy} .env.example explains it.`);
}

function remedyByShape(name: string): string {
  if (name === "DISCORD_TOKEN") return "Copy the token again from the Discord developer portal, Bot, Reset Token.";
  if (name === "HEALTH_PORT" || name === "READER_PORT") return "Use a number from 0 to 65535, or leave it out.";
  if (/^(?:COOLDOWN|ANSWERS|GATEWAY|HANG|SHARD)_/.test(name) || /^READER_(?:LINK_DAYS|REQUESTS_)/.test(name)) {
    return `Use a whole number from 1 to ${mostOfAnything}.`;
  }
  return "Use true or false.";
}

function readDotenv(path: string): Record<string, string> {
  if (!existsSync(path)) return {};
  try {
    return parse(readFileSync(path));
  } catch (cause) {
    throw new AppError("settings-invalid", "The file .env cannot be read.", "Check its permissions, or remove it.", {
      cause,
    });
  }
}
