import * as z from "zod";

export const mostOfAnything = 1_000_000;
/** Nobody should wait longer than this for an answer that is ready. */
export const longestJudgeWaitMs = 1000;
/** Discord's messages hold no more. */
export const mostPassagesAtFirst = 3;
export const longestRetentionDays = 3650;
/** By then the person has read the answer. */
export const latestVerdictMs = 5000;

/** One of a few words, in upper or lower case. */
const wordOf = <const Words extends readonly string[]>(words: Words) => z.string().toLowerCase().pipe(z.enum(words));
const flag = wordOf(["true", "false", "1", "0", "yes", "no"])
  .default("false")
  .transform((value) => value === "true" || value === "1" || value === "yes");
export const snowflake = z.string().regex(/^\d{15,21}$/);
const snowflakes = z
  .string()
  .default("")
  .transform((list) => list.split(/[\s,]+/).filter((id) => id !== ""))
  .pipe(z.array(snowflake));
const amount = (fallback: number) => z.coerce.number().int().min(1).max(mostOfAnything).default(fallback);
/** `de`, and `de_DE.UTF-8` or `de-AT` as systems write it. */
export const localeVariable = z
  .string()
  .transform((text) => text.toLowerCase().split(/[-_.]/)[0])
  .pipe(z.enum(["de", "en"]));

/** What a server may set for itself; the environment decides for all servers that have not. */
const settableByServers = {
  LOCALE: localeVariable.optional(),
  ASK_CHANNELS: snowflakes,
  FORUM_CHANNELS: snowflakes,
  THREADS: wordOf(["never", "always"]).default("never"),
  PRIVATE_ANSWERS: flag,
  PASSAGES: z.coerce.number().int().min(1).max(mostPassagesAtFirst).default(mostPassagesAtFirst),
  COLLECTIONS: wordOf(["shared", "own", "both"]).default("both"),
  RETENTION_DAYS: z.coerce.number().int().min(1).max(longestRetentionDays).default(90),
};

/** An address without a name and a password: requests are refused with them, and errors would tell them. */
const openAddress = z
  .url({ protocol: /^https?$/ })
  .refine((address) => URL.canParse(address) && new URL(address).username + new URL(address).password === "");

/** Everything that can be set for one server. */
export const serverVariables = z.object({
  ...settableByServers,
  SOLVED_FORUMS: snowflakes,
  KEEP_QUESTIONS: flag,
  ASKERS_POINT: flag,
  MANAGER_ROLE: snowflake.optional(),
  DIGEST_CHANNEL: snowflake.optional(),
});

/** Every variable that is read, and the values that it may have. */
export const variables = z.object({
  ...settableByServers,
  SEEDS_DIR: z.string().optional(),
  INDEX_DIR: z.string().optional(),
  INDEX_URL: z
    .string()
    .refine((list) => list.split(",").every((url) => z.url({ protocol: /^https?$/ }).safeParse(url.trim()).success))
    .optional(),
  INDEX_SHARDS: z.coerce.number().int().min(1).max(1024).default(1),
  LEXICON_FILE: z.string().optional(),
  DEFAULT_LOCALE: localeVariable.optional(),
  WATCH: flag,
  OCR: flag,
  LOG_LEVEL: wordOf(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  LOG_QUESTIONS: flag,
  DISCORD_TOKEN: z.string().regex(/^\S+$/).optional(),
  DISCORD_APPLICATION_ID: snowflake.optional(),
  DISCORD_API_URL: openAddress.optional(),
  MESSAGE_CONTENT_INTENT: flag,
  WEBHOOK_PROXIES: flag,
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
  DATABASE_URL: z.url({ protocol: /^postgres(?:ql)?$/ }).optional(),
  PERSON_KEY: z.string().min(32).optional(),
  SERVER_DOCUMENTS: z.coerce.number().int().min(0).max(mostOfAnything).default(100),
  SERVER_MEGABYTES: amount(100),
  EMBEDDINGS_URL: openAddress.optional(),
  EMBEDDINGS_MODEL: z.string().optional(),
  EMBEDDINGS_KEY: z.string().optional(),
  EMBEDDINGS_QUESTION_PREFIX: z.string().optional(),
  EMBEDDINGS_PASSAGE_PREFIX: z.string().optional(),
  EMBEDDINGS_INPUT_TYPE: flag,
  EMBEDDINGS_WAIT_MS: amount(300),
  JUDGE_URL: openAddress.optional(),
  JUDGE_MODEL: z.string().optional(),
  JUDGE_KEY: z.string().optional(),
  JUDGE_WAIT_MS: z.coerce.number().int().min(1).max(longestJudgeWaitMs).default(longestJudgeWaitMs),
  JUDGE_LATE_MS: z.coerce.number().int().min(0).max(latestVerdictMs).default(0),
  JUDGE_WEIGHT: z.coerce.number().min(0).max(1).default(0.5),
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
export const settingNames: readonly string[] = [...Object.keys(variables.shape), "NO_COLOR"];

export type VariableValues = z.infer<typeof variables>;
/** The name of something that a server can set. */
export type ServerVariable = keyof typeof serverVariables.shape;
