import * as z from "zod";
import { isPublicationDate } from "../metadata/publication-date.ts";
import type { Source } from "../metadata/sources-file.ts";
import { nameOfServers } from "./places.ts";

/** At the end of the name of a file that says of a server's own document what `sources.json` says of the host's. */
export const entryEnding = ".entry.json";

/** The id of a server, a role or a channel. */
export const discordId = /^\d{15,21}$/;
const ids = z.array(z.string().regex(discordId)).readonly();
/** A keyed hash: who it is can be told by nobody who has the file alone. */
const person = z.string().min(1);

/** One message of a conversation that was made a document. */
const messageSchema = z.strictObject({
  author: person,
  /** As the author was called. */
  name: z.string(),
  at: z.iso.datetime(),
  text: z.string(),
  /** Present where the other messages answer this one. */
  asks: z.literal(true).exactOptional(),
});

export const entrySchema = z.strictObject({
  key: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  /** The document's own file, beside this one. */
  file: z.string().regex(/^[a-z0-9-]+\.[a-z0-9]+$/),
  /** What the file was called, or the conversation. */
  name: z.string(),
  title: z.string().min(1).exactOptional(),
  url: z.url({ protocol: /^https?$/ }).exactOptional(),
  published: z.string().refine(isPublicationDate).exactOptional(),
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .exactOptional(),
  /** Ids of the roles that may see it, and of the channels in which it is seen; absent: all of the server. */
  roles: ids.exactOptional(),
  channels: ids.exactOptional(),
  bytes: z.int().min(0),
  sha256: z.string(),
  added: z.strictObject({
    at: z.iso.datetime(),
    /** Absent: nobody knows any more. */
    by: person.exactOptional(),
    /** The message that it came from. */
    from: z.url().exactOptional(),
  }),
  /** Present where the document was made of messages; the file is written from them. */
  messages: z.array(messageSchema).readonly().exactOptional(),
});

/** What is known of a server's own document. */
export type ServerEntry = z.infer<typeof entrySchema>;
export type ConversationMessage = z.infer<typeof messageSchema>;

/** An entry as one of `sources.json`, for its server alone. */
export function sourceOf(
  guild: string,
  { key, file, title, url, published, language, roles, channels, messages }: ServerEntry,
): Source {
  return {
    file: nameOfServers(guild, file),
    key,
    guilds: [guild],
    ofServer: true,
    ...(title === undefined ? {} : { title }),
    ...(url === undefined ? {} : { url }),
    ...(published === undefined ? {} : { published }),
    ...(language === undefined ? {} : { language }),
    ...(roles === undefined ? {} : { roles: [...roles] }),
    ...(channels === undefined ? {} : { channels: [...channels] }),
    // Nothing that somebody has written into a conversation is the frame of a page.
    ...(messages === undefined ? {} : { boilerplate: false }),
  };
}
