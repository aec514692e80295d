import PostalMime from "postal-mime";
import { decodeText } from "../../decode.ts";
import type { ReadingGap } from "../../document.ts";
import { unparsable, wordsOnOneLine } from "../extracted-document.ts";

/** A message of the Internet, taken apart. */
export interface Message {
  /** The value of the first header of a name in lower case, on one line, as it stands. */
  readonly header: (name: string) => string | undefined;
  readonly subject: string | undefined;
  /** Whether it states who sent it, or to whom. */
  readonly hasPeople: boolean;
  /** The sender's name; an address is none. */
  readonly sender: string | undefined;
  /** Its text as HTML, and without any formatting; each undefined where it has none. */
  readonly html: string | undefined;
  readonly text: string | undefined;
  /** What it brings beside its text, but for what its text shows and for signatures. */
  readonly attachments: readonly Attachment[];
  readonly gaps: readonly ReadingGap[];
}

export interface Attachment {
  /** Its file's name, else its type. */
  readonly name: string;
  /** The bytes of a message that is attached as a whole. */
  readonly message: Uint8Array | undefined;
}

/** Any of them is in a message, and in hardly anything else. */
const usual = ["from", "to", "subject", "date", "message-id", "mime-version", "content-type", "received"];
/** Fewer headers of these are no message. */
const leastUsual = 2;
const signatures = /^application\/(?:x-)?(?:pgp-signature|pkcs7-signature)$/;

/**
 * Takes a message apart: its headers, its parts in whatever encoding, its attachments.
 * @param file path below the documents' folder, for errors.
 * @throws AppError `document-unparsable` for what is no message.
 */
export async function openMessage(bytes: Uint8Array, file: string): Promise<Message> {
  const { bytes: whole, gaps } = withoutEnvelope(bytes, file);
  const mail = await PostalMime.parse(whole, { forceRfc822Attachments: true });
  const known = new Set(mail.headers.map(({ key }) => key));
  if (usual.filter((name) => known.has(name)).length < leastUsual) throw unparsable(file, "it is no e-mail message");
  const header = (name: string) => wordsOnOneLine(mail.headers.find(({ key }) => key === name)?.value);
  return {
    header,
    subject: wordsOnOneLine(mail.subject),
    hasPeople: ["from", "to", "sender"].some((name) => known.has(name)),
    sender: wordsOnOneLine(mail.from?.name),
    html: filled(mail.html),
    text: filled(mail.text),
    attachments: mail.attachments
      .filter(
        ({ related, disposition, mimeType }) =>
          !signatures.test(mimeType) && !(related === true && disposition !== "attachment"),
      )
      .map(({ filename, mimeType, content }) => ({
        name: wordsOnOneLine(filename) ?? mimeType,
        message: mimeType === "message/rfc822" && typeof content !== "string" ? new Uint8Array(content) : undefined,
      })),
    gaps,
  };
}

/**
 * Without the line that mailboxes put before a message, and as UTF-8 where nothing in it states another encoding and its
 * bytes are none.
 */
function withoutEnvelope(bytes: Uint8Array, file: string): Pick<Message, "gaps"> & { readonly bytes: Uint8Array } {
  const start = Buffer.from(bytes.subarray(0, 1_000)).toString("latin1");
  const envelope = /^\s*(?:>?From [^\n]*\n)?/.exec(start)?.[0].length ?? 0;
  const message = bytes.subarray(envelope);
  if (/charset\s*=/i.test(Buffer.from(message).toString("latin1"))) return { bytes: message, gaps: [] };
  const { text, gaps } = decodeText(message, file);
  return { bytes: new TextEncoder().encode(text), gaps };
}

function filled(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === "" ? undefined : text;
}
