import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Faults } from "./faults.ts";
import { messageFlags } from "./flags.ts";
import type { Delivery } from "./gateway/deliveries.ts";
import { Gateway } from "./gateway/gateway.ts";
import { type StandInOptions, withDefaults } from "./options.ts";
import type { Happening, Happenings } from "./people/hub.ts";
import type { InteractionOptions } from "./people/interact.ts";
import type { Interaction, Shown } from "./people/interaction.ts";
import { Person } from "./people/people.ts";
import type { RecordedRequest } from "./rest/request.ts";
import { RestFaults } from "./rest/rest-faults.ts";
import { createRestServer } from "./rest/server.ts";
import type { Violation } from "./rules/rule.ts";
import { createSchemaCheck, type SchemaCheck } from "./schema-check.ts";
import { archiveThread, deleteMessages } from "./state/messages.ts";
import type { Permission } from "./state/permissions.ts";
import * as setup from "./state/setup.ts";
import type { Channel, Command, Guild, Message, Role, User } from "./state/state.ts";
import { World } from "./state/world.ts";

export type { InteractionOptions };

/** Whom a permission is given to or taken from. */
export type Target = Person | Role | "everyone" | "bot";

/** A Discord of one's own on loopback, for one bot. */
export class StandIn {
  /** For `rest.api` of discord.js and for `DISCORD_API_URL`: without version, without a slash at the end. */
  readonly url: string;
  readonly token: string;
  readonly faults: Faults;
  /** Every request that broke a rule. Empty at the end of a good test. */
  readonly violations: Violation[];
  /** The last requests, oldest first. */
  readonly requests: readonly RecordedRequest[];
  readonly #world: World;
  readonly #gateway: Gateway;
  readonly #schema: SchemaCheck;
  readonly #stop: () => Promise<void>;

  constructor(parts: {
    world: World;
    gateway: Gateway;
    schema: SchemaCheck;
    faults: Faults;
    violations: Violation[];
    requests: RecordedRequest[];
    stop: () => Promise<void>;
  }) {
    this.#world = parts.world;
    this.#gateway = parts.gateway;
    this.#schema = parts.schema;
    this.#stop = parts.stop;
    this.faults = parts.faults;
    this.violations = parts.violations;
    this.requests = parts.requests;
    this.url = `${parts.world.origin}/api`;
    this.token = parts.world.settings.token;
  }

  get bot(): User {
    return this.#world.bot;
  }

  get applicationId(): string {
    return this.#world.applicationId;
  }

  /** "on", or why the check against Discord's description is skipped. */
  get schemaCheck(): string {
    return this.#schema.skipped === undefined ? "on" : `skipped: ${this.#schema.skipped}`;
  }

  /** How many requests were answered with 401, 403 or 429: 10,000 in 10 minutes would ban the address. */
  get invalidRequests(): number {
    return this.requests.filter(({ status }) => status === 401 || status === 403 || status === 429).length;
  }

  /** The registered commands, global ones and those of guilds. */
  get commands(): readonly Command[] {
    return [...this.#world.commands.values()];
  }

  get channels(): readonly Channel[] {
    return [...this.#world.channels.values()];
  }

  get interactions(): readonly Interaction[] {
    return [...this.#world.interactions.values()];
  }

  /** How many bots (sessions) are connected. */
  get connections(): number {
    return this.#gateway.connected.length;
  }

  addUser(name: string, options: setup.UserOptions = {}): Person {
    return new Person(this.#world, setup.addUser(this.#world, name, options));
  }

  /** A guild with the bot in it. Its owner is somebody else who does nothing. */
  addGuild(name: string, options: setup.GuildOptions = {}): Guild {
    return setup.addGuild(this.#world, name, options);
  }

  addChannel(guild: Guild, name: string, options: setup.ChannelOptions = {}): Channel {
    return setup.addChannel(this.#world, guild, name, options);
  }

  deleteChannel(channel: Channel): void {
    setup.deleteChannel(this.#world, channel);
  }

  addRole(guild: Guild, name: string, permissions: readonly Permission[] = []): Role {
    return setup.addRole(this.#world, guild, name, permissions);
  }

  /** The role that Discord makes for the bot where it is invited with permissions; it bears the bot's name. */
  addBotRole(guild: Guild): Role {
    return setup.addRole(this.#world, guild, this.bot.username, [], this.bot.id);
  }

  /** What a role may; of everyone's role when "everyone" is named. */
  setPermissions(guild: Guild, role: Role | "everyone", permissions: readonly Permission[]): void {
    const target = role === "everyone" ? guild.roles.get(guild.id) : role;
    if (target) setup.setRolePermissions(this.#world, target, permissions);
  }

  join(guild: Guild, who: Person | "bot", roles: readonly Role[] = []): void {
    setup.join(this.#world, guild, who === "bot" ? this.#world.bot : who.user, roles);
  }

  timeOut(guild: Guild, who: Person | "bot", ms: number): void {
    setup.timeOut(this.#world, guild, who === "bot" ? this.#world.bot : who.user, ms);
  }

  leave(guild: Guild, who: Person | "bot"): void {
    setup.leave(this.#world, guild, who === "bot" ? this.#world.bot : who.user);
  }

  allow(channel: Channel, target: Target, permissions: readonly Permission[]): void {
    setup.overwrite(this.#world, channel, this.#overwriteOf(channel, target), { allow: permissions });
  }

  deny(channel: Channel, target: Target, permissions: readonly Permission[]): void {
    setup.overwrite(this.#world, channel, this.#overwriteOf(channel, target), { deny: permissions });
  }

  archive(thread: Channel, to: { archived?: boolean; locked?: boolean } = { archived: true }): void {
    archiveThread(this.#world, thread, to);
  }

  /** Deletes messages of a channel, 100 at once, as a moderator's purge does. */
  purge(channel: Channel, messages: readonly Message[]): void {
    for (let start = 0; start < messages.length; start += 100)
      deleteMessages(this.#world, channel, messages.slice(start, start + 100));
  }

  /** The thread that was opened from a message, if one was. */
  threadOf(message: Message): Channel | undefined {
    return message.threadId === undefined ? undefined : this.#world.channels.get(message.threadId);
  }

  /** All messages of a channel, oldest first, ephemeral ones included. */
  messages(channel: Channel): Message[] {
    return [...channel.messages.values()];
  }

  /** Lets time pass at once, for the 3 seconds, the 15 minutes, rate limits and heartbeats. The bot's own clock stays. */
  advance(ms: number): void {
    this.#world.clock.advance(ms);
  }

  /**
   * The next message of the bot in a channel that `accept` lets pass, once it has its text: "thinking" is waited out.
   * With `includeExisting`, one that is there already counts. Throws an Error after `waitMs`.
   */
  async nextMessage(
    channel: Channel,
    accept: (message: Message) => boolean = () => true,
    options: { includeExisting?: boolean; waitMs?: number } = {},
  ): Promise<Message> {
    const { hub, bot } = this.#world;
    const fits = (message: Message) =>
      message.channelId === channel.id &&
      message.author === bot &&
      !(message.flags & messageFlags.loading) &&
      accept(message);
    const existing = options.includeExisting ? this.messages(channel).find(fits) : undefined;
    if (existing) return existing;
    const old = new Set(this.messages(channel).filter(fits));
    return new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timeout);
        offCreated();
        offEdited();
      };
      const look = (message: Message) => {
        if (!fits(message) || old.has(message)) return;
        stop();
        resolve(message);
      };
      const waitMs = options.waitMs ?? this.#world.settings.waitMs;
      const timeout = setTimeout(() => {
        stop();
        reject(new Error(`Waited ${waitMs} ms in vain for a message of the bot in ${channel.name}`));
      }, waitMs);
      const offCreated = hub.on("message", look);
      const offEdited = hub.on("message-edited", look);
    });
  }

  /** The next happening of a kind; throws an Error when none comes in time. */
  next<K extends Happening>(
    kind: K,
    accept?: (what: Happenings[K]) => boolean,
    waitMs?: number,
  ): Promise<Happenings[K]> {
    return this.#world.hub.next(kind, accept, waitMs);
  }

  /** Calls `listener` on every happening of a kind; the returned function ends that. */
  on<K extends Happening>(kind: K, listener: (what: Happenings[K]) => void): () => void {
    return this.#world.hub.on(kind, listener);
  }

  /** What the person sees in the end; throws an Error when nothing has come of it in time. */
  settled(interaction: Interaction, waitMs?: number): Promise<Shown> {
    return this.#world.hub.within(interaction.response, `the answer to interaction ${interaction.id}`, waitMs);
  }

  /** How the event of a message or an interaction has fared; undefined where it is too long ago. */
  deliveryOf({ id }: { readonly id: string }): Delivery | undefined {
    return this.#gateway.deliveries.of(id);
  }

  /** Resolves when every event so far has arrived at the bot: then what it does not answer, it has seen. */
  delivered(): Promise<void> {
    return this.#gateway.delivered();
  }

  /** Cuts all connections and frees the port. */
  close(): Promise<void> {
    return this.#stop();
  }

  #overwriteOf(channel: Channel, target: Target): { id: string; kind: "role" | "member" } {
    if (target === "everyone") return { id: channel.guildId ?? "", kind: "role" };
    if (target === "bot") return { id: this.#world.bot.id, kind: "member" };
    return { id: target.id, kind: target instanceof Person ? "member" : "role" };
  }
}

/** Where a stand-in is reached. */
export interface Opened {
  /** As `http://127.0.0.1:8080`, without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Starts a stand-in. @param open lets connections in: on a port of 127.0.0.1 where nothing else is given */
export async function startStandIn(
  options: StandInOptions = {},
  open: (server: Server, port: number) => Promise<Opened> = listen,
): Promise<StandIn> {
  const world = new World(withDefaults(options));
  const schema = createSchemaCheck(world.settings.openApiFile);
  const restFaults = new RestFaults();
  const violations: Violation[] = [];
  const requests: RecordedRequest[] = [];
  const server = createRestServer({
    world,
    schema,
    faults: restFaults,
    recordRequest(request) {
      requests.push(request);
      if (requests.length > world.settings.keep) requests.shift();
      world.hub.tell("request", request);
    },
    recordViolation(violation) {
      violations.push(violation);
      world.hub.tell("violation", violation);
    },
  });
  const gateway = new Gateway(world, server);
  const opened = await open(server, world.settings.port);
  world.origin = opened.origin;
  const stop = async () => {
    world.clock.stop();
    gateway.close();
    await opened.close();
  };
  return new StandIn({ world, gateway, schema, faults: new Faults(gateway, restFaults), violations, requests, stop });
}

async function listen(server: Server, port: number): Promise<Opened> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    origin: `http://127.0.0.1:${portOf(server.address())}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  return address.port;
}
