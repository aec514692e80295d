import { renderForPerson } from "../../discord-stand-in/console/render.ts";
import { openApiFile } from "../../discord-stand-in/harness.ts";
import type { StandInOptions } from "../../discord-stand-in/options.ts";
import type { Person } from "../../discord-stand-in/people/people.ts";
import { type StandIn, startStandIn } from "../../discord-stand-in/stand-in.ts";
import type { Channel, Guild } from "../../discord-stand-in/state/state.ts";
import type { App } from "../../src/app.ts";
import { parseSettings } from "../../src/config.ts";
import { defined } from "../../src/defined.ts";
import { type Bot, startBot, type Waiting } from "../../src/discord/bot.ts";
import { registerCommands } from "../../src/discord/registration/register.ts";
import { createLog } from "../../src/observability/log.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { temporaryFolder } from "../support/program.ts";

/** A Discord with one server, two people, and the real bot in it. */
export interface BotScene {
  readonly standIn: StandIn;
  readonly guild: Guild;
  readonly channel: Channel;
  /** Speaks German. */
  readonly anna: Person;
  /** Speaks English. */
  readonly ben: Person;
  /** Speaks German, and manages the server. */
  readonly mo: Person;
  /** What the bot keeps. */
  readonly store: Store;
  readonly fundstelle: App["fundstelle"];
  /** Has the bot post the summaries that are due at a time. */
  postDigests(now: Date): Promise<void>;
  /** What the bot has logged, a JSON line each. */
  readonly logged: string[];
  /** The bot's messages in a channel as people see them, once everything so far has arrived and was answered. */
  answersIn(channel: Channel): Promise<string[]>;
  /** Ends the bot's process, as far as Discord can tell, and starts another. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface BotSceneOptions {
  /** Variables as in `.env`. */
  readonly env?: Readonly<Record<string, string>>;
  readonly standIn?: StandInOptions;
  /** Other times than the usual ones, while Discord cannot be reached. */
  readonly waiting?: Partial<Waiting>;
  /** In the place of the collection's own. */
  readonly fundstelle?: App["fundstelle"];
  /** What the bot shares with other processes; absent: there are none. */
  readonly shared?: Store["shared"];
  /** Called before the bot starts, with what there is. */
  readonly prepare?: (
    scene: Pick<BotScene, "standIn" | "guild" | "channel">,
  ) => Readonly<Record<string, string>> | undefined;
}

/** What is asked, and the documents that servers add to it. */
type Asked = Pick<App, "fundstelle"> & Partial<Pick<App, "serverDocuments">>;

/** @param collection what is asked, or how to open it for the id of the server */
export async function openBotScene(
  collection: Asked | ((guildId: string) => Promise<Asked>),
  options: BotSceneOptions = {},
): Promise<BotScene> {
  const standIn = await startStandIn({ openApiFile: openApiFile(), ...options.standIn });
  const guild = standIn.addGuild("Lesesaal", { locale: "de" });
  const channel = standIn.addChannel(guild, "allgemein");
  const anna = standIn.addUser("anna", { locale: "de" });
  const ben = standIn.addUser("ben", { locale: "en-US" });
  standIn.join(guild, anna);
  standIn.join(guild, ben);
  const mo = standIn.addUser("mo", { locale: "de" });
  standIn.join(guild, mo, [standIn.addRole(guild, "leitung", ["ManageGuild"])]);
  const prepared = options.prepare?.({ standIn, guild, channel }) ?? {};
  const settings = parseSettings({
    DISCORD_TOKEN: standIn.token,
    DISCORD_API_URL: standIn.url,
    COOLDOWN_PERSON_QUESTIONS: "1000",
    COOLDOWN_CHANNEL_QUESTIONS: "1000",
    ...options.env,
    ...prepared,
  });
  const logged: string[] = [];
  const log = createLog({
    level: "debug",
    secrets: [standIn.token],
    isPretty: false,
    write: (line) => logged.push(line),
  });
  await registerCommands(settings.discord, { print: () => undefined });
  const app = typeof collection === "function" ? await collection(guild.id) : collection;
  const fundstelle = options.fundstelle ?? app.fundstelle;
  const folder = temporaryFolder();
  const own = await openStore({ ...settings, dataFolder: folder.path });
  const store = { ...own, ...defined({ shared: options.shared }) };
  const start = async (): Promise<Bot> => {
    const parts = { fundstelle, settings, log, store, ...defined({ serverDocuments: app.serverDocuments }) };
    const bot = await startBot(parts, standIn.token, {
      pause: async () => false,
      ...options.waiting,
    });
    if (bot === undefined) throw new Error("The bot did not start");
    return bot;
  };
  let bot = await start();
  return {
    standIn,
    guild,
    channel,
    anna,
    ben,
    mo,
    store,
    fundstelle,
    postDigests: (now) => bot.postDigests(now),
    logged,
    async answersIn(where) {
      // A last question is answered after the events before it.
      const marker = `Wer züchtet Kamele auf Platz ${Math.random()}?`;
      const last = standIn.nextMessage(anna.dm, (message) => renderForPerson(message).includes("Kamele"));
      await standIn.delivered();
      anna.say(anna.dm, marker);
      await last;
      return standIn
        .messages(where)
        .filter((message) => message.author === standIn.bot)
        .map(renderForPerson);
    },
    async restart() {
      await bot.close();
      bot = await start();
    },
    async close() {
      await bot.close();
      await standIn.close();
      await store.close();
      folder.remove();
    },
  };
}
