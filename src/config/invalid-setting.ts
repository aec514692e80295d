import { AppError } from "../errors.ts";
import {
  latestVerdictMs,
  longestJudgeWaitMs,
  longestRetentionDays,
  mostOfAnything,
  mostPassagesAtFirst,
} from "./variables.ts";

/** Remedies by variable, for the line that names the variable. */
const remedies: Record<string, string> = {
  LOCALE: "Use de or en.",
  DEFAULT_LOCALE: "Use de or en.",
  DISCORD_APPLICATION_ID: "Copy the number from the Discord developer portal, General Information, Application ID.",
  INDEX_URL: "Use addresses such as https://search.example.org:9200, with commas between them, or leave it out.",
  INDEX_SHARDS: "Use a whole number from 1 to 1024.",
  READER_URL: "Use an address such as https://read.example.org, or leave it out.",
  READER_KEY: "Use at least 32 characters that nobody can guess, or leave it out.",
  DISCORD_API_URL: "Use an address such as http://127.0.0.1:8080/api, or leave it out.",
  ASK_CHANNELS: "Use ids of channels with commas between them.",
  FORUM_CHANNELS: "Use ids of forums with commas between them.",
  THREADS: "Use never or always.",
  SHARDS: "Use auto, or numbers from 0 to SHARD_COUNT - 1 with commas between them.",
  DATABASE_URL:
    "Use an address such as postgres://user:password@host/database, with %40, %2F and %3A in a password for @, / and :, or leave it out.",
  EMBEDDINGS_URL: "Use an address such as http://127.0.0.1:8000/v1, with its key in EMBEDDINGS_KEY, or leave it out.",
  JUDGE_URL: "Use an address such as http://127.0.0.1:8000/v1, with its key in JUDGE_KEY, or leave it out.",
  PERSON_KEY: "Use at least 32 characters that nobody can guess, or leave it out.",
  PASSAGES: `Use a whole number from 1 to ${mostPassagesAtFirst}.`,
  COLLECTIONS: "Use shared, own or both.",
  RETENTION_DAYS: `Use a whole number from 1 to ${longestRetentionDays}.`,
  SERVER_DOCUMENTS: `Use a whole number from 0 to ${mostOfAnything}.`,
  JUDGE_WAIT_MS: `Use a whole number from 1 to ${longestJudgeWaitMs}.`,
  JUDGE_LATE_MS: `Use a whole number from 0 to ${latestVerdictMs}.`,
  JUDGE_WEIGHT: "Use a number from 0 to 1.",
  LOG_LEVEL: "Use one of fatal, error, warn, info, debug, trace, silent.",
};

/** The error for a variable that says nothing that can be used: it names the variable and never its value. */
export function invalidSetting(name: string): AppError {
  const remedy = remedies[name] ?? remedyByShape(name);
  return new AppError("settings-invalid", `The setting ${name} is not valid.`, `${remedy} .env.example explains it.`);
}

function remedyByShape(name: string): string {
  if (name === "DISCORD_TOKEN") return "Copy the token again from the Discord developer portal, Bot, Reset Token.";
  if (name === "HEALTH_PORT" || name === "READER_PORT") return "Use a number from 0 to 65535, or leave it out.";
  if (/^(?:COOLDOWN|ANSWERS|GATEWAY|HANG|SHARD)_|^READER_(?:LINK_DAYS|REQUESTS_)|_MEGABYTES$|_WAIT_MS$/.test(name)) {
    return `Use a whole number from 1 to ${mostOfAnything}.`;
  }
  return "Use true or false.";
}
