import type { WebSocket } from "ws";
import type { JsonObject } from "../json.ts";
import type { OpenDelivery } from "./deliveries.ts";

export const opcodes = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  resume: 6,
  reconnect: 7,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

export const closeCodes = {
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSequence: 4007,
  rateLimited: 4008,
  sessionTimedOut: 4009,
  invalidShard: 4010,
  invalidVersion: 4012,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const;

interface Sent {
  readonly t: string;
  readonly d: JsonObject;
  readonly s: number;
  readonly delivery: OpenDelivery | undefined;
}

/** What a bot has identified for. It outlives the connection, so that it can be resumed. */
export class Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [number, number];
  socket: WebSocket | undefined;
  sequence = 0;
  readonly #sent: Sent[] = [];
  readonly #keep: number;
  readonly #now: () => number;

  constructor(id: string, intents: number, shard: readonly [number, number], keep: number, now: () => number) {
    this.id = id;
    this.intents = intents;
    this.shard = shard;
    this.#keep = keep;
    this.#now = now;
  }

  /** Numbers an event, remembers it, and sends it when somebody listens. */
  dispatch(t: string, d: JsonObject, muted: boolean, delivery?: OpenDelivery): void {
    const sent = { t, d, s: ++this.sequence, delivery };
    if (delivery) delivery.sessions++;
    this.#sent.push(sent);
    if (this.#sent.length > this.#keep) this.#sent.shift();
    // What is sent over a connection that is about to close never arrives.
    const { socket } = this;
    if (!muted && socket !== undefined && socket.readyState === socket.OPEN) this.#send(socket, sent);
  }

  /** Sends again what came after `sequence`; how many events that were. */
  replay(sequence: number): number {
    const missed = this.#sent.filter((sent) => sent.s > sequence);
    const { socket } = this;
    if (socket) for (const sent of missed) this.#send(socket, sent);
    return missed.length;
  }

  /** Counts what came after `sequence`, the last that its bot has seen, as sent to nobody until it is sent again. */
  countAsUnseen(sequence: number): void {
    for (const { s, delivery } of this.#sent) if (delivery && s > sequence) delivery.sentAt = undefined;
  }

  #send(socket: WebSocket, { delivery, ...sent }: Sent): void {
    if (delivery) delivery.sentAt = this.#now();
    socket.send(JSON.stringify({ op: opcodes.dispatch, ...sent }));
  }
}
