/** How somebody asked the bot for something. */
export type Trigger = "command" | "mention" | "direct message" | "click" | "completion";

/** One thing that happened. Everything that is checked is told by these. */
export type Event =
  /** Somebody wants an answer. `id` is that of the interaction or of the message. */
  | {
      readonly kind: "asked";
      readonly id: string;
      readonly trigger: Trigger;
      readonly person: string;
      /** The server where it was asked; undefined: in a direct message. */
      readonly server: string | undefined;
      readonly what: string;
      /** Whether Discord was well then, and had been for long enough. */
      readonly isCalm: boolean;
    }
  /** They do not want it any more, or something else. */
  | { readonly kind: "withdrawn"; readonly id: string }
  /** Discord has sent it to the bot; `lateMs` undefined: to nobody. */
  | { readonly kind: "delivered"; readonly id: string; readonly lateMs: number | undefined }
  | { readonly kind: "acknowledged"; readonly id: string; readonly afterMs: number }
  /** The three seconds were over. */
  | { readonly kind: "unacknowledged"; readonly id: string }
  /** The bot shows something, as a person reads it. `to`: what it answers, where it answers anything. */
  | {
      readonly kind: "shown";
      readonly message: string;
      readonly to: string | undefined;
      readonly server: string | undefined;
      readonly text: string;
      /** Whether it stood there before with another text. */
      readonly isEdit: boolean;
    }
  | { readonly kind: "removed"; readonly message: string }
  /** At the end it is still "thinking". */
  | { readonly kind: "left thinking"; readonly id: string }
  | { readonly kind: "request"; readonly line: string; readonly status: number }
  /** A fault of Discord's begins; what it does to a single request is told by `met`. */
  | { readonly kind: "fault"; readonly name: string; readonly lastsMs: number }
  | { readonly kind: "met"; readonly fault: string; readonly line: string }
  /** What stands in a file from now on; undefined: it is not there. */
  | {
      readonly kind: "document";
      readonly file: string;
      readonly text: string | undefined;
      /** The only server that may see it; undefined: everybody may. */
      readonly server: string | undefined;
    }
  | { readonly kind: "gateway"; readonly what: string }
  /** It is ended, runs, or could not be started. */
  | { readonly kind: "program"; readonly what: string }
  /** `trace`: where an error comes from, which is no part of the line. */
  | { readonly kind: "log"; readonly level: string; readonly what: string; readonly trace?: string }
  /** What would have ended the process, or what the stand-in does not let through. */
  | { readonly kind: "broken"; readonly what: string };

/** An event with its time in milliseconds since the beginning. */
export type Happened = Event & { readonly at: number };

/** A line of the history: the same seed gives the same lines. */
export function describe(event: Happened): string {
  return `${(event.at / 1000).toFixed(3).padStart(9)} s  ${event.kind.padEnd(12)} ${detailsOf(event)}`;
}

function detailsOf(event: Event): string {
  switch (event.kind) {
    case "asked":
      return `${event.id} ${event.trigger} of ${event.person} in ${event.server ?? "a direct message"}: ${event.what}`;
    case "delivered":
      return `${event.id} ${event.lateMs === undefined ? "to nobody" : `after ${event.lateMs} ms`}`;
    case "acknowledged":
      return `${event.id} after ${event.afterMs} ms`;
    case "withdrawn":
    case "unacknowledged":
    case "left thinking":
      return event.id;
    case "shown":
      return `${event.message} ${event.isEdit ? "now" : "new"}, to ${event.to ?? "nobody"} in ${event.server ?? "a direct message"}: ${JSON.stringify(event.text)}`;
    case "removed":
      return event.message;
    case "request":
      return `${event.status} ${event.line}`;
    case "fault":
      return `${event.name}${event.lastsMs === 0 ? "" : ` for ${event.lastsMs} ms`}`;
    case "met":
      return `${event.fault}: ${event.line}`;
    case "document":
      return `${event.file} ${event.text === undefined ? "gone" : JSON.stringify(event.text)}`;
    case "gateway":
    case "program":
    case "broken":
      return event.what;
    case "log":
      return `${event.level} ${event.what}`;
  }
}
