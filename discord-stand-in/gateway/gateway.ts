import type { Server } from "node:http";
import type { Socket } from "node:net";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import { intents as intentBits, knownIntents, privilegedIntents } from "../flags.ts";
import { type JsonObject, parseJson } from "../json.ts";
import { applicationFlags } from "../rest/routes-application.ts";
import type { Timer } from "../state/clock.ts";
import { guildJson, userJson } from "../state/serialize.ts";
import type { GatewayEvent, World } from "../state/world.ts";
import { Deliveries, type OpenDelivery } from "./deliveries.ts";
import { closeCodes, opcodes, Session } from "./gateway-session.ts";

const Frame = z.looseObject({ op: z.int(), d: z.unknown() });
const Identify = z.looseObject({
  token: z.string(),
  intents: z.int(),
  properties: z.looseObject({}),
  shard: z.tuple([z.int(), z.int()]).optional(),
});
const Presence = z.looseObject({
  activities: z.array(z.looseObject({ name: z.string(), state: z.string().nullish() })),
});
const Resume = z.looseObject({ token: z.string(), session_id: z.string(), seq: z.int() });

/** Why a connection is closed. */
interface Refusal {
  readonly code: number;
  readonly reason: string;
}

interface Connection {
  readonly socket: WebSocket;
  session: Session | undefined;
  /** Nothing is answered or sent any more, though the connection stands. */
  halfOpen: boolean;
  acknowledges: boolean;
  lastBeatAt: number;
  received: { count: number; since: number };
  watch: Timer | undefined;
}

/** The websocket side of Discord. */
export class Gateway {
  readonly #world: World;
  readonly #server: WebSocketServer;
  readonly #connections = new Set<Connection>();
  readonly #sessions = new Map<string, Session>();
  readonly deliveries: Deliveries;
  /** How many of the next resumes are refused. */
  refuseResumes = 0;
  /** How many of the next resumes get no answer at all, though the connection stands. */
  ignoreResumes = 0;
  /** A close code that the next IDENTIFY gets instead of a session. */
  refusesIdentifyWith: number | undefined;
  /** How often each event is sent once more. */
  duplicates = 0;
  /** What becomes of a new connection: refused with an HTTP status, left without an answer, or opened but not greeted. */
  door: "open" | "hanging" | "unfriendly" | number = "open";
  #held: GatewayEvent[] | undefined;
  readonly #hanging = new Set<Socket>();

  constructor(world: World, server: Server) {
    this.#world = world;
    this.deliveries = new Deliveries(world.settings.keep);
    this.#server = new WebSocketServer({
      server,
      path: "/gateway",
      verifyClient: ({ req }, answer) => {
        world.hub.tell("handshake", { door: String(this.door) });
        if (this.door === "hanging") {
          this.#hanging.add(req.socket);
          return;
        }
        if (typeof this.door === "number") answer(false, this.door, `made to fail with ${this.door}`);
        else answer(true);
      },
    });
    this.#server.on("connection", (socket, request) => {
      const query = new URL(request.url ?? "/", "ws://localhost").searchParams;
      this.#open(socket, query);
    });
    world.publish = (event) => this.publish(event);
  }

  /** The sessions that have a connection. */
  get connected(): Session[] {
    return [...this.#connections].flatMap((connection) => connection.session ?? []);
  }

  publish(event: GatewayEvent): void {
    if (this.#held) {
      this.#held.push(event);
      return;
    }
    const { brings } = event;
    const delivery = brings === undefined ? undefined : this.deliveries.open(brings, this.#world.clock.now());
    for (const session of this.#sessions.values()) {
      if (!this.#gets(session, event)) continue;
      const data = typeof event.d === "function" ? event.d(session.intents) : event.d;
      for (let times = 0; times <= this.duplicates; times++)
        this.#dispatch(session, event.t, data, times === 0 ? delivery : undefined);
    }
  }

  /** Keeps events back until `release`. */
  hold(): void {
    this.#held ??= [];
  }

  release(order: "as-held" | "reversed"): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const event of order === "reversed" ? held.reverse() : held) this.publish(event);
  }

  /** Sends an event as it is, to every session, whatever its intents. */
  sendEvent(t: string, d: JsonObject): void {
    for (const session of this.#sessions.values()) this.#dispatch(session, t, d);
  }

  /** Sends text as it is, over every connection. */
  sendText(text: string): void {
    for (const { socket } of this.#connections) socket.send(text);
  }

  /** Closes every connection with this code; without one, cuts it. */
  drop(code: number | undefined, shard: number | undefined): void {
    for (const { socket, session } of this.#connections) {
      if (shard !== undefined && session?.shard[0] !== shard) continue;
      if (code === undefined) socket.terminate();
      else socket.close(code);
    }
  }

  /** On the connections that stand now: no heartbeat is acknowledged, and if `silent` nothing is sent either. */
  stopAcknowledging(silent: boolean): void {
    for (const connection of this.#connections) {
      connection.acknowledges = false;
      connection.halfOpen = silent;
    }
  }

  invalidate(resumable: boolean): void {
    if (!resumable) this.#sessions.clear();
    for (const { socket } of this.#connections) send(socket, { op: opcodes.invalidSession, d: resumable });
  }

  orderReconnect(): void {
    for (const { socket } of this.#connections) send(socket, { op: opcodes.reconnect, d: null });
  }

  /** Resolves when every connected bot has received all that was sent so far: it is asked for a heartbeat. */
  async delivered(): Promise<void> {
    const beats = this.connected.map(({ id }) =>
      this.#world.hub.next("heartbeat", ({ sessionId }) => sessionId === id),
    );
    for (const { socket, session } of this.#connections) if (session) send(socket, { op: opcodes.heartbeat, d: null });
    await Promise.all(beats);
  }

  close(): void {
    for (const { socket } of this.#connections) socket.terminate();
    for (const socket of this.#hanging) socket.destroy();
    this.#server.close();
  }

  #open(socket: WebSocket, query: URLSearchParams): void {
    if (query.get("v") !== "10" || query.get("encoding") !== "json" || query.has("compress")) {
      socket.close(closeCodes.invalidVersion, "Only version 10, JSON and no compression are spoken here.");
      return;
    }
    const now = this.#world.clock.now();
    const connection: Connection = {
      socket,
      session: undefined,
      halfOpen: false,
      acknowledges: true,
      lastBeatAt: now,
      received: { count: 0, since: now },
      watch: undefined,
    };
    this.#connections.add(connection);
    socket.on("message", (data) => this.#receive(connection, data));
    socket.on("close", (code) => this.#closed(connection, code));
    if (this.door === "unfriendly") return;
    send(socket, {
      op: opcodes.hello,
      d: { heartbeat_interval: this.#world.settings.heartbeatIntervalMs, _trace: [] },
    });
    this.#watchHeartbeats(connection);
  }

  #watchHeartbeats(connection: Connection): void {
    const patience = this.#world.settings.heartbeatIntervalMs * 1.5;
    connection.watch = this.#world.clock.after(patience, () => {
      if (this.#world.clock.now() - connection.lastBeatAt >= patience) {
        connection.socket.close(closeCodes.sessionTimedOut, "Session timed out.");
      } else {
        this.#watchHeartbeats(connection);
      }
    });
  }

  #closed(connection: Connection, code: number): void {
    connection.watch?.cancel();
    this.#connections.delete(connection);
    const { session } = connection;
    if (session?.socket === connection.socket) session.socket = undefined;
    // A bot that says goodbye ends its session; everything else can be resumed.
    if (session && (code === 1000 || code === 1001)) this.#sessions.delete(session.id);
    this.#world.hub.tell("disconnect", { code });
  }

  #receive(connection: Connection, data: RawData): void {
    const refusal = connection.halfOpen ? undefined : this.#handle(connection, data);
    if (refusal) connection.socket.close(refusal.code, refusal.reason);
  }

  #handle(connection: Connection, data: RawData): Refusal | undefined {
    const text = Buffer.isBuffer(data) ? data.toString("utf8") : "";
    const frame = Frame.safeParse(parseJson(text));
    if (!frame.success || Buffer.byteLength(text) > 4096)
      return { code: closeCodes.decodeError, reason: "Error while decoding payload." };
    if (this.#isFlood(connection)) return { code: closeCodes.rateLimited, reason: "You are being rate limited." };
    const { op, d } = frame.data;
    if (op === opcodes.heartbeat) return this.#beat(connection);
    if (op === opcodes.identify) return this.#identify(connection, d);
    if (op === opcodes.resume) return this.#resume(connection, d);
    if (op === opcodes.presence && connection.session) {
      const presence = Presence.safeParse(d);
      if (!presence.success) return { code: closeCodes.decodeError, reason: "Error while decoding payload." };
      this.#world.hub.tell("presence", {
        text: presence.data.activities.map((each) => each.state ?? each.name).join(", "),
      });
      return undefined;
    }
    // Presence, voice state, members, soundboard: allowed, and of no consequence here.
    if (![3, 4, 8, 31].includes(op)) return { code: closeCodes.unknownOpcode, reason: "Unknown opcode." };
    return connection.session ? undefined : { code: closeCodes.notAuthenticated, reason: "Not authenticated." };
  }

  #isFlood(connection: Connection): boolean {
    const now = this.#world.clock.now();
    if (now - connection.received.since >= 60_000) connection.received = { count: 0, since: now };
    return ++connection.received.count > 120;
  }

  #beat(connection: Connection): undefined {
    connection.lastBeatAt = this.#world.clock.now();
    if (connection.acknowledges) send(connection.socket, { op: opcodes.heartbeatAck });
    if (connection.session) this.#world.hub.tell("heartbeat", { sessionId: connection.session.id });
  }

  #identify(connection: Connection, data: unknown): Refusal | undefined {
    const { socket } = connection;
    const world = this.#world;
    const parsed = Identify.safeParse(data);
    if (connection.session) return { code: closeCodes.alreadyAuthenticated, reason: "Already authenticated." };
    if (!parsed.success) return { code: closeCodes.decodeError, reason: "Error while decoding payload." };
    const { token, intents, shard = [0, 1] } = parsed.data;
    const ordered = this.refusesIdentifyWith;
    this.refusesIdentifyWith = undefined;
    if (ordered !== undefined) return { code: ordered, reason: "Refused." };
    if (token !== world.settings.token)
      return { code: closeCodes.authenticationFailed, reason: "Authentication failed." };
    if (shard[0] < 0 || shard[0] >= shard[1]) return { code: closeCodes.invalidShard, reason: "Invalid shard." };
    if (intents < 0 || intents & ~knownIntents)
      return { code: closeCodes.invalidIntents, reason: "Invalid intent(s)." };
    const refused = privilegedIntents.some(
      (name) => intents & intentBits[name] && !world.settings.allowedIntents.includes(name),
    );
    if (refused) return { code: closeCodes.disallowedIntents, reason: "Disallowed intent(s)." };

    const session = new Session(`session-${world.newId()}`, intents, shard, world.settings.keep, () =>
      world.clock.now(),
    );
    session.socket = socket;
    connection.session = session;
    this.#sessions.set(session.id, session);
    const guilds = [...world.guilds.values()].filter(
      (guild) => guild.members.has(world.bot.id) && isOnShard(session, guild.id),
    );
    this.#dispatch(session, "READY", {
      v: 10,
      user: userJson(world.bot),
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: session.id,
      session_type: "normal",
      resume_gateway_url: `${world.origin.replace("http", "ws")}/gateway`,
      shard,
      application: { id: world.applicationId, flags: applicationFlags(world) },
      private_channels: [],
      relationships: [],
      _trace: [],
    });
    world.hub.tell("identify", { sessionId: session.id, intents });
    if (intents & intentBits.guilds)
      for (const guild of guilds) this.#dispatch(session, "GUILD_CREATE", guildJson(world, guild));
    return undefined;
  }

  #resume(connection: Connection, data: unknown): Refusal | undefined {
    const { socket } = connection;
    const parsed = Resume.safeParse(data);
    if (!parsed.success) return { code: closeCodes.decodeError, reason: "Error while decoding payload." };
    const { token, session_id, seq } = parsed.data;
    if (token !== this.#world.settings.token)
      return { code: closeCodes.authenticationFailed, reason: "Authentication failed." };
    const session = this.#sessions.get(session_id);
    if (!session || this.refuseResumes > 0) {
      if (this.refuseResumes > 0) this.refuseResumes--;
      session?.countAsUnseen(seq);
      this.#sessions.delete(session_id);
      send(socket, { op: opcodes.invalidSession, d: false });
      return undefined;
    }
    if (this.ignoreResumes > 0) {
      this.ignoreResumes--;
      session.countAsUnseen(seq);
      this.#world.hub.tell("resume-unanswered", { sessionId: session.id });
      return undefined;
    }
    if (seq > session.sequence) return { code: closeCodes.invalidSequence, reason: "Invalid seq." };
    session.socket = socket;
    connection.session = session;
    const replayed = session.replay(seq);
    this.#dispatch(session, "RESUMED", { _trace: [] });
    this.#world.hub.tell("resume", { sessionId: session.id, replayed });
    return undefined;
  }

  #gets(session: Session, event: GatewayEvent): boolean {
    if (event.intents !== 0 && !(session.intents & event.intents)) return false;
    if (!isOnShard(session, event.guildId)) return false;
    if (event.channelId === undefined) return true;
    const channel = this.#world.channels.get(event.channelId);
    return channel === undefined || this.#world.may(channel, this.#world.bot.id, "ViewChannel");
  }

  #dispatch(session: Session, t: string, d: JsonObject, delivery?: OpenDelivery): void {
    const muted = [...this.#connections].some((each) => each.session === session && each.halfOpen);
    session.dispatch(t, d, muted, delivery);
  }
}

/** Direct messages come over the first shard. */
function isOnShard(session: Session, guildId: string | undefined): boolean {
  const [number, count] = session.shard;
  return guildId === undefined ? number === 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)) === number;
}

function send(socket: WebSocket, frame: JsonObject): void {
  socket.send(JSON.stringify(frame));
}
