import * as z from "zod";
import type { Locale } from "../locales/locale.ts";
import { type ServerVariable, serverVariables, type VariableValues } from "./variables.ts";

/** What holds in one Discord server. */
export interface ServerSettings {
  /** Language of the interface for everybody there; undefined: that of each person. */
  readonly locale: Locale | undefined;
  /** Ids of channels in which every question is answered. */
  readonly askChannels: readonly string[];
  /** Ids of forums in which every new post is answered. */
  readonly forumChannels: readonly string[];
  /** Ids of forums whose solved posts become documents of the server, once those who wrote them have agreed. */
  readonly solvedForums: readonly string[];
  readonly threads: "never" | "always";
  /** Whether answers to commands are for whoever asked alone, unless they say otherwise. */
  readonly privateAnswers: boolean;
  /** How many passages an answer shows at first, at most. */
  readonly passages: number;
  /** Which documents answers come from: those that all servers share, the server's own, or both. */
  readonly collections: "shared" | "own" | "both";
  /** After so many days votes, questions and the list of what managers did are forgotten. */
  readonly retentionDays: number;
  /** Whether the words of questions are stored. */
  readonly keepsQuestions: boolean;
  /** Whether whoever asked may say which passage answers the question. */
  readonly askersPoint: boolean;
  /** Who manages the bot, beside those who manage the server. */
  readonly managerRole: string | undefined;
  /** Where a summary of the week is posted. */
  readonly digestChannel: string | undefined;
}

/** What a server has set, as texts like those of an environment. */
export type StoredServerSettings = Readonly<Partial<Record<ServerVariable, string>>>;

/** What holds where a server has set nothing. */
export function serverSettingsOf(values: Pick<VariableValues, ServerVariable & keyof VariableValues>): ServerSettings {
  return {
    locale: values.LOCALE,
    askChannels: values.ASK_CHANNELS,
    forumChannels: values.FORUM_CHANNELS,
    solvedForums: [],
    threads: values.THREADS,
    privateAnswers: values.PRIVATE_ANSWERS,
    passages: values.PASSAGES,
    collections: values.COLLECTIONS,
    retentionDays: values.RETENTION_DAYS,
    keepsQuestions: false,
    askersPoint: false,
    managerRole: undefined,
    digestChannel: undefined,
  };
}

/** What was stored for a server, without anything that cannot be set or is not valid (any more). */
export function parseStoredSettings(stored: unknown): StoredServerSettings {
  const texts = z.record(z.string(), z.string()).safeParse(stored);
  const { shape } = serverVariables;
  return z.partialRecord(serverVariables.keyof(), z.string()).parse(
    Object.fromEntries(
      serverVariables.keyof().options.flatMap((name) => {
        const text = texts.success ? texts.data[name] : undefined;
        return text !== undefined && shape[name].safeParse(text).success ? [[name, text]] : [];
      }),
    ),
  );
}

/** @param defaults for what the server has not set */
export function mergeServerSettings(stored: StoredServerSettings, defaults: ServerSettings): ServerSettings {
  const values = serverVariables.parse(stored);
  const own = <T>(name: ServerVariable, value: T, fallback: T): T => (stored[name] === undefined ? fallback : value);
  return {
    locale: own("LOCALE", values.LOCALE, defaults.locale),
    askChannels: own("ASK_CHANNELS", values.ASK_CHANNELS, defaults.askChannels),
    forumChannels: own("FORUM_CHANNELS", values.FORUM_CHANNELS, defaults.forumChannels),
    solvedForums: own("SOLVED_FORUMS", values.SOLVED_FORUMS, defaults.solvedForums),
    threads: own("THREADS", values.THREADS, defaults.threads),
    privateAnswers: own("PRIVATE_ANSWERS", values.PRIVATE_ANSWERS, defaults.privateAnswers),
    passages: own("PASSAGES", values.PASSAGES, defaults.passages),
    collections: own("COLLECTIONS", values.COLLECTIONS, defaults.collections),
    retentionDays: own("RETENTION_DAYS", values.RETENTION_DAYS, defaults.retentionDays),
    keepsQuestions: own("KEEP_QUESTIONS", values.KEEP_QUESTIONS, defaults.keepsQuestions),
    askersPoint: own("ASKERS_POINT", values.ASKERS_POINT, defaults.askersPoint),
    managerRole: own("MANAGER_ROLE", values.MANAGER_ROLE, defaults.managerRole),
    digestChannel: own("DIGEST_CHANNEL", values.DIGEST_CHANNEL, defaults.digestChannel),
  };
}
