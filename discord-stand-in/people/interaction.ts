import type { Choice, ModalBody } from "../bodies.ts";
import { callbackTypes } from "../flags.ts";
import type { JsonObject } from "../json.ts";
import type { Timer } from "../state/clock.ts";
import type { Channel, Command, Message, User } from "../state/state.ts";
import type { Hub } from "./hub.ts";

/** A form that the bot has opened for a person. */
export interface Modal extends ModalBody {
  readonly interactionId: string;
  /** The message whose component opened it, if one did. */
  readonly source: Message | undefined;
  readonly channel: Channel;
}

/** What the person sees in the end. */
export type Shown =
  | { readonly kind: "message"; readonly message: Message }
  | { readonly kind: "update"; readonly message: Message }
  | { readonly kind: "modal"; readonly modal: Modal }
  | { readonly kind: "choices"; readonly choices: readonly Choice[] }
  | { readonly kind: "deleted" }
  | { readonly kind: "no-response" };

export type InteractionState = "open" | "thinking" | "updating" | "answered" | "failed";

interface Start {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly user: User;
  readonly channel: Channel;
  readonly source: Message | undefined;
  readonly command: Command | undefined;
  readonly createdAt: number;
  readonly payload: JsonObject;
}

/** One thing that a person did and that the bot has to answer. */
export class Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly user: User;
  readonly channel: Channel;
  /** The message whose component was used. */
  readonly source: Message | undefined;
  readonly command: Command | undefined;
  readonly createdAt: number;
  /** What the gateway sent. */
  readonly payload: JsonObject;
  state: InteractionState = "open";
  /** The type of the first response, when there is one. */
  firstResponse: number | undefined;
  /** What `@original` names. */
  original: Message | undefined;
  readonly followups: Message[] = [];
  /** Resolves with the type of the first response, or with "no-response". */
  readonly acknowledged: Promise<number | "no-response">;
  /** Resolves with what the person sees: after a deferral, with what it became. */
  readonly response: Promise<Shown>;
  /** Milliseconds between the interaction and its first response. */
  acknowledgedAfterMs: number | undefined;
  shown: Shown | undefined;
  deadline: Timer | undefined;
  readonly #hub: Hub;
  #acknowledge: (how: number | "no-response") => void = () => undefined;
  #show: (shown: Shown) => void = () => undefined;

  constructor(hub: Hub, start: Start) {
    this.#hub = hub;
    this.id = start.id;
    this.token = start.token;
    this.type = start.type;
    this.user = start.user;
    this.channel = start.channel;
    this.source = start.source;
    this.command = start.command;
    this.createdAt = start.createdAt;
    this.payload = start.payload;
    this.acknowledged = new Promise((resolve) => {
      this.#acknowledge = resolve;
    });
    this.response = new Promise((resolve) => {
      this.#show = resolve;
    });
  }

  acknowledge(type: number, now: number): void {
    this.deadline?.cancel();
    this.firstResponse = type;
    this.acknowledgedAfterMs = now - this.createdAt;
    this.state =
      type === callbackTypes.deferredMessage
        ? "thinking"
        : type === callbackTypes.deferredUpdate
          ? "updating"
          : "answered";
    this.#acknowledge(type);
  }

  show(shown: Shown): void {
    if (this.state === "failed") return;
    this.state = "answered";
    this.shown = shown;
    this.#show(shown);
  }

  fail(): void {
    if (this.state === "answered" || this.state === "failed") return;
    this.state = "failed";
    this.shown = { kind: "no-response" };
    this.#acknowledge("no-response");
    this.#show(this.shown);
  }

  /** The message that answers, new or updated; throws an Error when something else happened or nothing in time. */
  async message(): Promise<Message> {
    const shown = await this.#awaitShown();
    if (shown.kind === "message" || shown.kind === "update") return shown.message;
    throw new Error(`Expected a message, but the person saw: ${shown.kind}`);
  }

  /** The form that answers; throws an Error when something else happened or nothing in time. */
  async modal(): Promise<Modal> {
    const shown = await this.#awaitShown();
    if (shown.kind === "modal") return shown.modal;
    throw new Error(`Expected a modal, but the person saw: ${shown.kind}`);
  }

  /** The suggestions of an autocomplete; throws an Error when something else happened or nothing in time. */
  async choices(): Promise<readonly Choice[]> {
    const shown = await this.#awaitShown();
    if (shown.kind === "choices") return shown.choices;
    throw new Error(`Expected choices, but the person saw: ${shown.kind}`);
  }

  #awaitShown(): Promise<Shown> {
    return this.#hub.within(this.response, `the answer to interaction ${this.id}`);
  }
}
