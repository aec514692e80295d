import type { Gateway } from "./gateway/gateway.ts";
import type { JsonObject } from "./json.ts";
import type { RestFault, RestFaultHandle, RestFaults } from "./rest/rest-faults.ts";

/** What can go wrong with Discord, on demand. */
export class Faults {
  readonly #gateway: Gateway;
  readonly #rest: RestFaults;

  constructor(gateway: Gateway, rest: RestFaults) {
    this.#gateway = gateway;
    this.#rest = rest;
  }

  /** Closes all gateway connections, or that of one shard, with this code; without one, cuts them without a word. */
  dropConnections(code?: number, shard?: number): void {
    this.#gateway.drop(code, shard);
  }

  /** On the connections that stand now, no heartbeat is acknowledged; if `silent`, nothing at all is sent (half-open). */
  stopHeartbeatAcks(options: { silent?: boolean } = {}): void {
    this.#gateway.stopAcknowledging(options.silent ?? false);
  }

  invalidateSession(resumable: boolean): void {
    this.#gateway.invalidate(resumable);
  }

  orderReconnect(): void {
    this.#gateway.orderReconnect();
  }

  /** Answers the next `times` resumes with an invalid session. */
  refuseResume(times = 1): void {
    this.#gateway.refuseResumes = times;
  }

  /** Closes the next connection with this code when it identifies. */
  refuseIdentify(code: number): void {
    this.#gateway.refusesIdentifyWith = code;
  }

  /** Leaves the next `times` resumes without an answer; heartbeats are acknowledged as ever. */
  ignoreResume(times = 1): void {
    this.#gateway.ignoreResumes = times;
  }

  /**
   * What becomes of new gateway connections while REST works: refused with an HTTP status, left hanging in the handshake,
   * or opened without a greeting. Those that stand are left alone.
   */
  setGatewayDoor(door: "open" | "hanging" | "unfriendly" | number): void {
    this.#gateway.door = door;
  }

  /** While on, every new connection, HTTP or gateway, is cut at once; standing HTTP connections are cut, gateway ones stay. */
  refuseConnections(on: boolean): void {
    this.#rest.refuseConnections(on);
  }

  failRest(fault: RestFault): RestFaultHandle {
    return this.#rest.add(fault);
  }

  /** Sends every event `times` times more, until set to 0. */
  duplicateEvents(times = 1): void {
    this.#gateway.duplicates = times;
  }

  /** Keeps events back until `releaseEvents`. */
  holdEvents(): void {
    this.#gateway.hold();
  }

  releaseEvents(order: "as-held" | "reversed" = "as-held"): void {
    this.#gateway.release(order);
  }

  /** Sends an event as it is to every session, whatever its intents: unknown types, missing fields. */
  sendRaw(event: { t: string; d: JsonObject }): void {
    this.#gateway.sendEvent(event.t, event.d);
  }

  /** Sends text as it is over every connection, broken JSON too. */
  sendRawText(text: string): void {
    this.#gateway.sendText(text);
  }

  /** Ends all faults that go on. */
  clear(): void {
    this.#rest.clear();
    this.#gateway.duplicates = 0;
    this.#gateway.refuseResumes = 0;
    this.#gateway.ignoreResumes = 0;
    this.#gateway.refusesIdentifyWith = undefined;
    this.#gateway.door = "open";
    this.#gateway.release("as-held");
  }
}
