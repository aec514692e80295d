import { renderForPerson } from "../../discord-stand-in/console/render.ts";
import { messageFlags } from "../../discord-stand-in/flags.ts";
import type { StandIn } from "../../discord-stand-in/stand-in.ts";
import type { Message } from "../../discord-stand-in/state/state.ts";
import { beginningMs } from "../time/virtual-time.ts";
import type { Event, Happened } from "./event.ts";

/** Everything that has happened, in its order. */
export class History {
  readonly events: Happened[] = [];
  readonly #now: () => number;

  /** @param now milliseconds since the beginning */
  constructor(now: () => number) {
    this.#now = now;
  }

  add(event: Event): void {
    this.events.push({ ...event, at: this.#now() });
  }
}

/** Notes what a Discord sees of its bot. */
export function observe(standIn: StandIn, history: History): void {
  const shown = new Map<string, string>();
  const show = (message: Message, isEdit: boolean): void => {
    if (message.author !== standIn.bot || (message.flags & messageFlags.loading) !== 0) return;
    const text = renderForPerson(message);
    if (shown.get(message.id) === text) return;
    shown.set(message.id, text);
    const to = message.interaction?.id ?? message.replyTo;
    history.add({ kind: "shown", message: message.id, to, server: message.guildId, text, isEdit });
  };
  standIn.on("message", (message) => show(message, false));
  standIn.on("message-edited", (message) => show(message, true));
  standIn.on("message-deleted", (message) => {
    if (message.author === standIn.bot) history.add({ kind: "removed", message: message.id });
  });
  standIn.on("request", ({ method, path, status }) => {
    history.add({ kind: "request", line: `${method} ${path}`, status });
  });
  standIn.on("violation", ({ rule, message }) => history.add({ kind: "broken", what: `${rule}: ${message}` }));
  standIn.on("interaction", (interaction) => {
    void interaction.response.then((what) => {
      const { id, channel } = interaction;
      if (what.kind !== "choices" && what.kind !== "modal") return;
      const text = JSON.stringify(what.kind === "choices" ? what.choices : what.modal.components);
      history.add({ kind: "shown", message: what.kind, to: id, server: channel.guildId, text, isEdit: false });
    });
    void interaction.acknowledged.then((how) => {
      const { id, acknowledgedAfterMs = 0 } = interaction;
      history.add(
        how === "no-response"
          ? { kind: "unacknowledged", id }
          : { kind: "acknowledged", id, afterMs: acknowledgedAfterMs },
      );
    });
  });
  standIn.on("handshake", ({ door }) => history.add({ kind: "gateway", what: `handshake at a door that is ${door}` }));
  standIn.on("identify", () => history.add({ kind: "gateway", what: "identified" }));
  standIn.on("resume", ({ replayed }) => history.add({ kind: "gateway", what: `resumed, ${replayed} events again` }));
  standIn.on("resume-unanswered", () => history.add({ kind: "gateway", what: "asked for a resume, and says nothing" }));
  standIn.on("disconnect", ({ code }) => history.add({ kind: "gateway", what: `closed with ${code}` }));
}

/** Notes how what was asked came to the bot, and what is still open. */
export function observeEnd(standIn: StandIn, history: History): void {
  for (const event of [...history.events]) {
    if (event.kind !== "asked") continue;
    const delivery = standIn.deliveryOf(event);
    // Not since it was published: events that are held back are published late.
    const lateMs = delivery?.sentAt === undefined ? undefined : delivery.sentAt - beginningMs - event.at;
    history.add({ kind: "delivered", id: event.id, lateMs });
  }
  for (const { id, state } of standIn.interactions)
    if (state === "thinking" || state === "updating") history.add({ kind: "left thinking", id });
  for (const channel of standIn.channels)
    for (const message of standIn.messages(channel))
      if ((message.flags & messageFlags.loading) !== 0 && !message.deleted)
        history.add({ kind: "left thinking", id: message.interaction?.id ?? message.id });
}
