import { type CitationReference, parseCitation } from "../../answering/citing/citation.ts";

/** What a line of the chat asks for. */
export type ChatLine =
  | { readonly kind: "nothing" }
  | { readonly kind: "quit" }
  | { readonly kind: "help" }
  | { readonly kind: "sources" }
  /** The passage with that number in the last answer. */
  | { readonly kind: "show-number"; readonly number: number }
  | { readonly kind: "show"; readonly reference: CitationReference }
  /** What should be shown is neither a number nor a citation. */
  | { readonly kind: "show-what" }
  | { readonly kind: "unknown"; readonly command: string }
  | { readonly kind: "question"; readonly text: string };

/** What people type alone on a line who look for the way out, or for help. */
const bareCommands: ReadonlyMap<string, ChatLine> = new Map([
  ...["quit", "exit", ":q", ":quit", ":exit"].map((word): [string, ChatLine] => [word, { kind: "quit" }]),
  ...["help", "hilfe", "?", ":help"].map((word): [string, ChatLine] => [word, { kind: "help" }]),
]);

/** Understands a line: commands begin with a slash, and a citation alone is looked up. */
export function parseChatLine(line: string): ChatLine {
  const text = line.trim();
  if (text === "") return { kind: "nothing" };
  const bare = bareCommands.get(text.toLowerCase());
  if (bare !== undefined) return bare;
  if (!text.startsWith("/")) {
    const reference = /\s/.test(text) ? undefined : parseCitation(text);
    return reference === undefined ? { kind: "question", text } : { kind: "show", reference };
  }
  const [command = "", ...rest] = text.split(/\s+/);
  const argument = rest.join(" ");
  switch (command.toLowerCase()) {
    case "/quit":
    case "/exit":
    case "/q":
      return { kind: "quit" };
    case "/help":
    case "/?":
      return { kind: "help" };
    case "/sources":
      return { kind: "sources" };
    case "/show":
      return parseShow(argument);
    default:
      return { kind: "unknown", command };
  }
}

function parseShow(argument: string): ChatLine {
  if (/^\d{1,3}$/.test(argument)) return { kind: "show-number", number: Number(argument) };
  const reference = parseCitation(argument);
  return reference === undefined ? { kind: "show-what" } : { kind: "show", reference };
}
