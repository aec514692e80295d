/** How an event has fared on its way to the bot. Times are milliseconds since the epoch. */
export interface Delivery {
  readonly publishedAt: number;
  /** How many sessions it was meant for. Where there was none, Discord sends it to nobody, now or later. */
  readonly sessions: number;
  /** When it was sent so that it could arrive; undefined: it never was, or it was lost with a session. */
  readonly sentAt: number | undefined;
}

/** A delivery that goes on. */
export interface OpenDelivery extends Delivery {
  sessions: number;
  sentAt: number | undefined;
}

/** What has become of the last events, by the id of their interaction or message. */
export class Deliveries {
  readonly #byId = new Map<string, OpenDelivery>();
  readonly #keep: number;

  constructor(keep: number) {
    this.#keep = keep;
  }

  open(id: string, publishedAt: number): OpenDelivery {
    const delivery: OpenDelivery = { publishedAt, sessions: 0, sentAt: undefined };
    this.#byId.set(id, delivery);
    if (this.#byId.size > this.#keep) {
      const [oldest] = this.#byId.keys();
      if (oldest !== undefined) this.#byId.delete(oldest);
    }
    return delivery;
  }

  of(id: string): Delivery | undefined {
    return this.#byId.get(id);
  }
}
