import { mergeServerSettings, parseStoredSettings, type ServerSettings } from "../../config/server-settings.ts";
import { type ServerVariable, serverVariables } from "../../config/variables.ts";
import { describeError } from "../../errors.ts";
import type { Log } from "../../observability/log.ts";
import type { AskedQuestion } from "../../store/records/questions.ts";
import type { Store } from "../../store/store.ts";
import type { PointerRow } from "../../store/tables.ts";

const refreshMs = 60_000;
const writeMs = 1000;
const forgetMs = 6 * 3600_000;
const dayMs = 86_400_000;
/** While the store cannot be reached, so many questions wait to be counted. */
const mostWaiting = 1000;

/** What servers have set, whom they have blocked, and what is stored about questions. */
export interface Community {
  /** Undefined: nothing is stored, and servers cannot set anything. */
  readonly store: Store | undefined;
  /** @param guildId null outside of all servers */
  settingsOf(guildId: string | null): ServerSettings;
  /** Sets something for a server, or leaves it to the host again where it is undefined. */
  set(guildId: string, changes: Readonly<Partial<Record<ServerVariable, string | undefined>>>): Promise<void>;
  isBlocked(guildId: string | null, person: string, channels: readonly (string | null)[]): boolean;
  /** Blocks or no longer blocks. @returns whether that changed anything */
  block(guildId: string, kind: "person" | "channel", subject: string, isBlocked: boolean): Promise<boolean>;
  /** Passages that the server's people have pointed to, newest first. */
  pointersOf(guildId: string | null): readonly PointerRow[];
  /** Has a passage stand first for a question and its paraphrases. @returns the pointer's id */
  point(pointer: Pick<PointerRow, "guild" | "question" | "citation">): Promise<string>;
  /** @returns whether there was one */
  unpoint(guildId: string, id: string): Promise<boolean>;
  /** Counts a question, a little later. */
  count(question: AskedQuestion): void;
  /** Counts at once what is still waiting. */
  flush(): Promise<void>;
  /** Writes what has not been written yet. */
  close(): Promise<void>;
}

/** What is known of the servers, so that nobody waits for the store. */
interface Known {
  readonly settings: ReadonlyMap<string, ServerSettings>;
  /** As `guild kind subject`. */
  readonly blocks: ReadonlySet<string>;
  /** By server, newest first. */
  readonly pointers: ReadonlyMap<string, readonly PointerRow[]>;
}

const keyOf = (guild: string, kind: string, subject: string): string => `${guild} ${kind} ${subject}`;

/**
 * Reads what servers have set, and goes on to do so, since other processes may change it.
 * @param defaults for servers that have set nothing
 * @throws whatever the store throws
 */
export async function openCommunity(store: Store | undefined, defaults: ServerSettings, log: Log): Promise<Community> {
  if (store === undefined) return withoutStore(defaults);
  let known = await read(store, defaults);
  const waiting: AskedQuestion[] = [];
  let writing: Promise<void> = Promise.resolve();

  const write = async (): Promise<void> => {
    const questions = waiting.splice(0);
    try {
      await store.questions.add(questions);
    } catch (error) {
      log.warn({ reason: describeError(error), questions: questions.length }, "questions could not be counted");
      waiting.unshift(...questions.slice(-mostWaiting));
    }
  };
  const writeInTurn = (): Promise<void> => {
    writing = writing.then(() => (waiting.length === 0 ? undefined : write()));
    return writing;
  };
  const inBackground = (work: () => Promise<void>, what: string) => (): void => {
    work().catch((error: unknown) => log.warn({ reason: describeError(error) }, what));
  };
  const refresh = async (): Promise<void> => {
    known = await read(store, defaults);
  };
  const forget = async (): Promise<void> => {
    for (const guild of await store.personalData.servers()) {
      const { retentionDays } = known.settings.get(guild) ?? defaults;
      await store.personalData.forgetBefore(guild, Date.now() - retentionDays * dayMs);
    }
  };
  const forgetNow = inBackground(forget, "what is old could not be forgotten");
  forgetNow();
  const timers = [
    setInterval(() => void writeInTurn(), writeMs),
    setInterval(inBackground(refresh, "settings of servers could not be read"), refreshMs),
    setInterval(forgetNow, forgetMs),
  ];
  for (const timer of timers) timer.unref();

  return {
    store,
    settingsOf: (guildId) => known.settings.get(guildId ?? "") ?? defaults,
    async set(guildId, changes) {
      await store.settings.change(guildId, (stored) => {
        const next = { ...parseStoredSettings(stored), ...changes };
        return Object.fromEntries(Object.entries(next).filter(([, text]) => text !== undefined));
      });
      await refresh();
    },
    isBlocked(guildId, person, channels) {
      if (guildId === null) return false;
      if (known.blocks.has(keyOf(guildId, "person", person))) return true;
      return channels.some((channel) => channel !== null && known.blocks.has(keyOf(guildId, "channel", channel)));
    },
    async block(guild, kind, subject, isBlocked) {
      const block = { guild, kind, subject };
      const hasChanged = isBlocked ? await store.blocks.add(block) : await store.blocks.remove(block);
      await refresh();
      return hasChanged;
    },
    pointersOf: (guildId) => known.pointers.get(guildId ?? "") ?? [],
    async point(pointer) {
      const id = await store.pointers.add(pointer);
      await refresh();
      return id;
    },
    async unpoint(guildId, id) {
      const hasChanged = await store.pointers.remove(guildId, id);
      await refresh();
      return hasChanged;
    },
    count(question) {
      if (waiting.length < mostWaiting) waiting.push(question);
    },
    flush: writeInTurn,
    async close() {
      for (const timer of timers) clearInterval(timer);
      await writeInTurn();
    },
  };
}

function withoutStore(defaults: ServerSettings): Community {
  const refuse = () => Promise.reject(new Error("There is no store"));
  return {
    store: undefined,
    settingsOf: () => defaults,
    set: refuse,
    isBlocked: () => false,
    block: refuse,
    pointersOf: () => [],
    point: refuse,
    unpoint: refuse,
    count: () => undefined,
    flush: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

async function read(store: Store, defaults: ServerSettings): Promise<Known> {
  const [settings, blocks, pointers] = await Promise.all([
    store.settings.all(),
    store.blocks.all(),
    store.pointers.all(),
  ]);
  return {
    settings: new Map(
      settings.map(({ guild, settings: stored }) => [
        guild,
        mergeServerSettings(parseStoredSettings(stored), defaults),
      ]),
    ),
    blocks: new Set(blocks.map(({ guild, kind, subject }) => keyOf(guild, kind, subject))),
    pointers: byServer(pointers),
  };
}

function byServer(pointers: readonly PointerRow[]): Map<string, PointerRow[]> {
  const servers = new Map<string, PointerRow[]>();
  for (const pointer of pointers) {
    const others = servers.get(pointer.guild);
    if (others === undefined) servers.set(pointer.guild, [pointer]);
    else others.push(pointer);
  }
  return servers;
}

/** Whether a text is what a server may set, as the environment's schema says. */
export function isValidSetting(name: ServerVariable, text: string): boolean {
  return serverVariables.shape[name].safeParse(text).success;
}
