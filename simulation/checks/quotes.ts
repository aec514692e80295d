import type { Happened } from "../history/event.ts";
import type { Check } from "./finding.ts";

/** A text of a file, and when it stood there. */
interface Version {
  readonly text: string;
  readonly server: string | undefined;
  readonly from: number;
  readonly until: number;
}

/** Every quote stood in a document, word for word, at some time between the question and the answer. */
export const quotesAreTrue: Check = (events) => {
  const versions = versionsOf(events);
  const askedAt = new Map(events.flatMap((event) => (event.kind === "asked" ? [[event.id, event.at] as const] : [])));
  return events.flatMap((event) => {
    if (event.kind !== "shown") return [];
    // What answers nobody in particular was shown before: it stood there at some time.
    const from = (event.to === undefined ? undefined : askedAt.get(event.to)) ?? 0;
    const alive = versions.filter((version) => version.from <= event.at && version.until >= from);
    return quotesOf(event.text)
      .filter((quote) => !alive.some(({ text }) => text.includes(quote)))
      .map((quote) => ({ rule: "quotes are true", at: event.at, what: `${event.message} quotes "${quote}"` }));
  });
};

/** Nobody is told anything of a document that they may not see. */
export const nothingHidden: Check = (events) => {
  const secrets = events.flatMap((event) =>
    event.kind === "document" && event.server !== undefined
      ? [...secretsOf(event.file, event.text ?? "")].map((word) => ({ word, server: event.server }))
      : [],
  );
  return events.flatMap((event) => {
    if (event.kind !== "shown") return [];
    const told = secrets.find(({ word, server }) => server !== event.server && event.text.includes(word));
    if (told === undefined) return [];
    return [{ rule: "nothing hidden", at: event.at, what: `${event.message} tells "${told.word}"` }];
  });
};

/** What only the document itself can have given away: its name, and words with figures in them. */
function secretsOf(file: string, text: string): Set<string> {
  const words = text.match(/\p{L}+\d+/gu) ?? [];
  return new Set([file.replace(/\.\w+$/, ""), ...words]);
}

function versionsOf(events: readonly Happened[]): Version[] {
  const versions: Version[] = [];
  const current = new Map<string, Omit<Version, "until">>();
  for (const event of events) {
    if (event.kind !== "document") continue;
    const before = current.get(event.file);
    if (before !== undefined) versions.push({ ...before, until: event.at });
    if (event.text === undefined) current.delete(event.file);
    else current.set(event.file, { text: plain(event.text), server: event.server, from: event.at });
  }
  for (const version of current.values()) versions.push({ ...version, until: Number.POSITIVE_INFINITY });
  return versions;
}

/** What a message quotes: the lines of its block quotes as a person reads them, parted where something is left out. */
export function quotesOf(shown: string): string[] {
  return shown
    .split("\n")
    .map((line) => line.replace(/^┃ ?/u, ""))
    .filter((line) => line.startsWith("> "))
    .flatMap((line) => line.slice(2).split("…"))
    .map((quote) => plain(quote.replace(/\*\*/gu, "").replace(/\\(.)/gu, "$1")))
    .filter((quote) => quote !== "");
}

function plain(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
