import { existsSync } from "node:fs";
import { resolve } from "node:path";
import process from "node:process";
import { Client, type ClientOptions, Events, GatewayIntentBits, Partials } from "discord.js";
import type { StandInOptions } from "./options.ts";
import type { Person } from "./people/people.ts";
import { type StandIn, startStandIn } from "./stand-in.ts";
import type { Channel, Guild } from "./state/state.ts";

/** Where Discord's OpenAPI description lies: what DISCORD_OPENAPI names, else `../shared`; undefined when neither is there. */
export function openApiFile(): string | undefined {
  const { DISCORD_OPENAPI: named } = process.env;
  const file = named ?? resolve("..", "shared", "discord-openapi.json");
  return existsSync(file) ? file : undefined;
}

/** A stand-in with one guild, one channel and one person in it. */
export interface Scene {
  readonly standIn: StandIn;
  readonly guild: Guild;
  readonly channel: Channel;
  readonly anna: Person;
}

export async function openScene(options: StandInOptions = {}): Promise<Scene> {
  const standIn = await startStandIn({ openApiFile: openApiFile(), ...options });
  const guild = standIn.addGuild("Lesesaal", { locale: "de" });
  const channel = standIn.addChannel(guild, "allgemein");
  const anna = standIn.addUser("anna", { locale: "de" });
  standIn.join(guild, anna);
  return { standIn, guild, channel, anna };
}

/** The real client, pointed at a stand-in, not yet logged in. It identifies again without the library's wait of 5 s. */
export function createClient(standIn: StandIn, options: Partial<ClientOptions> = {}): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: true },
    rest: { api: standIn.url },
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => undefined }) },
    ...options,
  });
}

/** Logs in and waits until the client is ready. */
export async function logIn(client: Client, standIn: StandIn): Promise<void> {
  const ready = new Promise<void>((resolveReady) => client.once(Events.ClientReady, () => resolveReady()));
  await client.login(standIn.token);
  await ready;
}
