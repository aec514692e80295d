import type { Context, Hono } from "hono";
import type { Messages } from "../../locales/messages.ts";

/** What is known of a request before it is answered. */
export interface ReaderEnvironment {
  Variables: {
    /** The words for whoever asks. */
    m: Messages;
    /** The address that the request is counted for. */
    address: string;
    isApi: boolean;
  };
}

export type ReaderContext = Context<ReaderEnvironment>;
export type ReaderApp = Hono<ReaderEnvironment>;
