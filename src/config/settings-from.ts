import { join, resolve } from "node:path";
import { AppError } from "../errors.ts";
import type { Locale } from "../locales/locale.ts";
import { shardsOf } from "./discord-settings.ts";
import { chooseFolders, type Places } from "./folders.ts";
import { invalidSetting } from "./invalid-setting.ts";
import { serverSettingsOf } from "./server-settings.ts";
import type { EmbeddingsSettings, Environment, JudgeSettings, SettingOverrides, Settings } from "./settings.ts";
import { localeVariable, settingNames, type VariableValues, variables } from "./variables.ts";

/**
 * Settings from an environment's variables; empty ones count as absent.
 * @param places where relative paths and defaults lead
 * @throws AppError `settings-invalid`
 */
export function settingsFrom(environment: Environment, overrides: SettingOverrides, places: Places): Settings {
  const present = Object.fromEntries(
    settingNames.flatMap((name) => {
      const value = environment[name]?.trim();
      return value === undefined || value === "" ? [] : [[name, value]];
    }),
  );
  const parsed = variables.safeParse(present);
  if (!parsed.success) throw invalidSetting(String(parsed.error.issues[0]?.path[0] ?? "A setting"));
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
    cluster: values.INDEX_URL === undefined ? undefined : { url: values.INDEX_URL, shards: values.INDEX_SHARDS },
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
      webhookProxies: values.WEBHOOK_PROXIES,
      shards: shardsOf(values.SHARDS, values.SHARD_COUNT),
    },
    servers: serverSettingsOf({ ...values, LOCALE: parseLocale(overrides.locale) ?? values.LOCALE }),
    cooldown: {
      person: { questions: values.COOLDOWN_PERSON_QUESTIONS, seconds: values.COOLDOWN_PERSON_SECONDS },
      channel: { questions: values.COOLDOWN_CHANNEL_QUESTIONS, seconds: values.COOLDOWN_CHANNEL_SECONDS },
    },
    queue: { atWork: values.ANSWERS_AT_WORK, waiting: values.ANSWERS_WAITING },
    gatewaySilenceSeconds: values.GATEWAY_SILENCE_SECONDS,
    hangSeconds: values.HANG_SECONDS,
    health: { port: values.HEALTH_PORT, host: values.HEALTH_HOST },
    dataFolder: resolve(values.DATA_DIR ?? places.data),
    databaseUrl: values.DATABASE_URL,
    personKey: values.PERSON_KEY,
    serverQuota: { documents: values.SERVER_DOCUMENTS, bytes: values.SERVER_MEGABYTES * bytesPerMegabyte },
    programEnvironment: programEnvironmentOf(environment),
    embeddings: embeddingsOf(values),
    judge: judgeOf(values),
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
  if (settings.servers.askChannels.length > 0 && !settings.discord.messageContentIntent) {
    throw new AppError(
      "settings-invalid",
      "ASK_CHANNELS is set, but MESSAGE_CONTENT_INTENT is not: Discord would withhold the questions.",
      "Set MESSAGE_CONTENT_INTENT=true, and allow the intent in the Discord developer portal under Bot.",
    );
  }
  return settings;
}

const bytesPerMegabyte = 1024 * 1024;

/** Windows writes these names as it likes. */
const programVariables = new Set(["path", "systemroot", "temp", "tmp"]);

function programEnvironmentOf(environment: Environment): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value !== undefined && programVariables.has(name.toLowerCase()) ? [[name, value]] : [],
    ),
  );
}

/** The language that a person's system speaks, where the program speaks it too. */
function localeOfSystem({ LC_ALL, LC_MESSAGES, LANG }: Environment): Locale | undefined {
  return localeVariable.safeParse(LC_ALL || LC_MESSAGES || LANG).data;
}

/**
 * The server of a model.
 * @returns undefined where none is set
 * @throws AppError `settings-invalid` where its model has no name
 */
function serverOf(
  name: "EMBEDDINGS" | "JUDGE",
  url: string | undefined,
  model: string | undefined,
  key: string | undefined,
): Pick<EmbeddingsSettings & JudgeSettings, "url" | "model" | "key"> | undefined {
  if (url === undefined) return undefined;
  if (model !== undefined) return { url, model, key };
  throw new AppError(
    "settings-invalid",
    `${name}_URL is set, but ${name}_MODEL is not.`,
    `Set ${name}_MODEL to the model's name as its server knows it. docs/MODELS.md names some.`,
  );
}

function embeddingsOf(values: VariableValues): EmbeddingsSettings | undefined {
  const server = serverOf("EMBEDDINGS", values.EMBEDDINGS_URL, values.EMBEDDINGS_MODEL, values.EMBEDDINGS_KEY);
  if (server === undefined) return undefined;
  const question = values.EMBEDDINGS_QUESTION_PREFIX;
  const passage = values.EMBEDDINGS_PASSAGE_PREFIX;
  return {
    ...server,
    prefixes:
      question === undefined && passage === undefined
        ? undefined
        : { question: spaced(question), passage: spaced(passage) },
    sendsInputType: values.EMBEDDINGS_INPUT_TYPE,
    waitMs: values.EMBEDDINGS_WAIT_MS,
  };
}

function judgeOf(values: VariableValues): JudgeSettings | undefined {
  const server = serverOf("JUDGE", values.JUDGE_URL, values.JUDGE_MODEL, values.JUDGE_KEY);
  if (server === undefined) return undefined;
  return {
    ...server,
    waitMs: values.JUDGE_WAIT_MS,
    lateMs: values.JUDGE_LATE_MS,
    weight: values.JUDGE_WEIGHT,
  };
}

/** A setting loses the white space at its end, so a prefix gets back the blank that separates it from the text. */
function spaced(prefix: string | undefined): string {
  return prefix === undefined ? "" : `${prefix} `;
}

function parseLocale(text: string | undefined): Locale | undefined {
  if (text === undefined) return undefined;
  const parsed = localeVariable.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new AppError(
    "usage",
    `--locale ${JSON.stringify(text.slice(0, 20))} is not a language of the program.`,
    "Use de or en.",
  );
}
