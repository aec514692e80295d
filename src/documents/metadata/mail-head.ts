import { defined } from "../../defined.ts";
import type { TextRange } from "../document.ts";
import { alternatives, type DocumentRules } from "../language-rules.ts";
import { parseAuthors } from "./authors.ts";
import { dateAtStart } from "./read-date.ts";

/** What the head of a message says that was pasted as text. */
export interface MailHead {
  readonly title?: string;
  /** Never empty. */
  readonly authors?: readonly string[];
  /** In the form of `sources.json`. */
  readonly published?: string;
}

/** No head is longer. */
const maxHeadChars = 5_000;
const maxSubjectChars = 300;

const labels = (field: keyof NonNullable<DocumentRules["mail"]>): string => alternatives(({ mail }) => mail?.[field]);
const fieldForm = (names: string): RegExp =>
  new RegExp(`^[>*_ ]{0,4}(?:${names})[*_]{0,2}\\s*:[*_]{0,2}(?:\\s+(.*))?$`, "iu");
const subject = fieldForm(`subject|${labels("subject")}`);
const from = fieldForm(`from|${labels("from")}`);
const to = fieldForm(`to|${labels("to")}`);
const date = fieldForm(`date|sent|${labels("date")}`);
/** What else stands between them. */
const other = fieldForm(
  `cc|bcc|reply-to|sender|message-id|in-reply-to|references|mime-version|content-[\\w-]+|x-[\\w-]+|return-path|delivered-to|received|importance|attachments?|thread-[\\w-]+|user-agent|${labels("other")}`,
);
/** What mail programs write above the head of a message that was sent on, and mailboxes above each. */
const above = new RegExp(
  `^(?:From \\S+@\\S+ .*|[-_=]{2,} ?(?:${labels("forwarded")})? ?[-_=]{0,10}|(?:${labels("forwarded")})\\s*:?)$`,
  "iu",
);

/**
 * Reads the head of a message, one field a line: `Von: Anna Meier <a@b.de>`, `Betreff: Schlüssel zum Tor`, `Datum: Fr, 3. Mai 2024`.
 * A paragraph that holds anything else is none, nor is one without sender or subject beside another field.
 * @returns undefined where it is no head
 */
export function readMailHead(text: string, { start, end }: TextRange): MailHead | undefined {
  if (end - start > maxHeadChars) return undefined;
  const lines = unfolded(text.slice(start, end)).map(decodedWords);
  while (lines.length > 0 && above.test(lines[0] ?? "")) lines.shift();
  const said = (form: RegExp): string | undefined => {
    for (const line of lines) {
      const match = form.exec(line);
      if (match !== null) return (match[1] ?? "").trim();
    }
    return undefined;
  };
  if (!lines.every((line) => [subject, from, to, date, other].some((form) => form.test(line)))) return undefined;
  const [sender, title, day] = [said(from), said(subject), said(date)];
  const isMail = sender !== undefined && (title !== undefined || day !== undefined || said(to) !== undefined);
  if (!isMail && !(title !== undefined && day !== undefined && said(to) !== undefined)) return undefined;
  const authors = parseAuthors([nameIn(sender ?? "")]);
  const published = day === undefined ? undefined : dateAtStart(day)?.date;
  const words = title === undefined || title === "" || title.length > maxSubjectChars ? undefined : title;
  return { ...defined({ title: words, published }), ...(authors.length === 0 ? {} : { authors }) };
}

/** The lines of a head, with what goes on below each. */
function unfolded(head: string): string[] {
  const lines: string[] = [];
  for (const line of head.split(/\r\n|[\n\r]/u)) {
    const last = lines.at(-1);
    if (last !== undefined && /^[ \t]+\S/.test(line)) lines[lines.length - 1] = `${last} ${line.trim()}`;
    else if (line.trim() !== "") lines.push(line.trim());
  }
  return lines;
}

/** A sender without address: `"Meier, Anna" <a@b.de>`, `a@b.de (Anna Meier)`, `Anna Meier [mailto:a@b.de]`. */
function nameIn(sender: string): string {
  const bracketed = /^\S+@\S+\s+\(([^()]+)\)$/u.exec(sender)?.[1];
  return (bracketed ?? sender)
    .replace(/\s*[<[](?:mailto:)?[^<>[\]]*@[^<>[\]]*[>\]]/gu, "")
    .replace(/^["']|["']$/gu, "")
    .trim();
}

const encodedWord = /=\?([\w-]+)(?:\*[\w-]+)?\?([BQ])\?([^?\s]*)\?=/giu;

/** The words of a line of which some are written in the letters that old mail can carry: "=?UTF-8?Q?gro=C3=9F?=". */
function decodedWords(line: string): string {
  return line
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(encodedWord, (whole, label: string, form: string, words: string) => {
      const bytes =
        form.toUpperCase() === "B"
          ? Buffer.from(words, "base64")
          : Buffer.from(
              words
                .replaceAll("_", " ")
                .replace(/=([\da-f]{2})/gi, (_code, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
              "latin1",
            );
      try {
        return new TextDecoder(label).decode(bytes);
      } catch (error) {
        // No program knows the encoding either.
        if (error instanceof RangeError) return whole;
        throw error;
      }
    });
}
