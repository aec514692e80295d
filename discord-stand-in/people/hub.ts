import type { RecordedRequest } from "../rest/request.ts";
import type { Violation } from "../rules/rule.ts";
import type { Channel, Message } from "../state/state.ts";
import type { Interaction } from "./interaction.ts";

/** What can be waited for, and what comes with it. */
export interface Happenings {
  /** Somebody knocks at the gateway, let in or not. */
  handshake: { door: string };
  /** What the bot shows beside its name. */
  presence: { text: string };
  identify: { sessionId: string; intents: number };
  resume: { sessionId: string; replayed: number };
  "resume-unanswered": { sessionId: string };
  disconnect: { code: number };
  heartbeat: { sessionId: string };
  request: RecordedRequest;
  violation: Violation;
  message: Message;
  "message-edited": Message;
  "message-deleted": Message;
  thread: Channel;
  typing: Channel;
  interaction: Interaction;
}

export type Happening = keyof Happenings;

type Listener<K extends Happening> = (what: Happenings[K]) => void;

/** Tells whoever waits what has happened. */
export class Hub {
  readonly #listeners: { [K in Happening]: Set<Listener<K>> } = {
    handshake: new Set(),
    presence: new Set(),
    identify: new Set(),
    resume: new Set(),
    "resume-unanswered": new Set(),
    disconnect: new Set(),
    heartbeat: new Set(),
    request: new Set(),
    violation: new Set(),
    message: new Set(),
    "message-edited": new Set(),
    "message-deleted": new Set(),
    thread: new Set(),
    typing: new Set(),
    interaction: new Set(),
  };
  readonly #waitMs: number;

  constructor(waitMs: number) {
    this.#waitMs = waitMs;
  }

  tell<K extends Happening>(kind: K, what: Happenings[K]): void {
    for (const listener of [...this.#listeners[kind]]) listener(what);
  }

  /** Calls `listener` on every such happening until the returned function is called. */
  on<K extends Happening>(kind: K, listener: (what: Happenings[K]) => void): () => void {
    this.#listeners[kind].add(listener);
    return () => this.#listeners[kind].delete(listener);
  }

  /** The next such happening that `accept` lets pass; throws an Error after `waitMs`. */
  next<K extends Happening>(
    kind: K,
    accept: (what: Happenings[K]) => boolean = () => true,
    waitMs: number = this.#waitMs,
  ): Promise<Happenings[K]> {
    return new Promise((resolve, reject) => {
      const timeout = setTimeout(() => {
        off();
        reject(new Error(`Waited ${waitMs} ms in vain for: ${kind}`));
      }, waitMs);
      const off = this.on(kind, (what) => {
        if (!accept(what)) return;
        clearTimeout(timeout);
        off();
        resolve(what);
      });
    });
  }

  /** `promise`, or an Error that names `what` after `waitMs`. */
  within<T>(promise: Promise<T>, what: string, waitMs: number = this.#waitMs): Promise<T> {
    return new Promise((resolve, reject) => {
      const timeout = setTimeout(() => reject(new Error(`Waited ${waitMs} ms in vain for: ${what}`)), waitMs);
      promise.then(resolve, reject).finally(() => clearTimeout(timeout));
    });
  }
}
