/** What a person has typed, taken apart. */
export type Typed =
  | { readonly kind: "nothing" | "help" | "quit" | "people" | "thread" | "dm" | "back" }
  | { readonly kind: "slash"; readonly line: string }
  | { readonly kind: "complete"; readonly line: string }
  | { readonly kind: "say"; readonly text: string }
  | { readonly kind: "click"; readonly which: string | number; readonly message: number | undefined }
  | { readonly kind: "select"; readonly select: number; readonly options: readonly number[] }
  | { readonly kind: "modal"; readonly fields: readonly string[] }
  | { readonly kind: "menu" | "reply" | "edit"; readonly message: number; readonly text: string }
  | { readonly kind: "delete"; readonly message: number }
  | { readonly kind: "as" | "locale" | "channel"; readonly name: string };

export const consoleHelp = `/ask question:…           a slash command; with one option only, its text is enough; a file is its path
complete /ask question:… what Discord suggests for the last option
@bot …                   a message that mentions the bot; anything else is a message without a mention
click 2                  presses button [2] of the last message with buttons; "click 2 of 5" that of message #5
select 1 3               chooses option 3 in select <1> of the last message with selects
modal text ; text        fills in the form that is open, a field after the other
menu 5 Find sources      a message command on message #5
reply 3 text             answers message #3;   edit 3 text, delete 3: an own message
as NAME, locale de       goes on as somebody else ("as mo": who manages the server), or in another language;   people: who is there
dm, channel NAME         goes to the direct messages with the bot, or to a channel;   thread: the last thread;   back
help, quit`;

/** Takes a line apart; what is no command is a message. */
export function parseTyped(line: string): Typed {
  const text = line.trim();
  const [word = "", ...words] = text.split(/\s+/);
  const rest = text.slice(word.length).trim();
  const number = Number(words[0]);
  const afterNumber = rest.replace(/^\S+\s*/, "");
  if (text === "") return { kind: "nothing" };
  if (text.startsWith("/")) return { kind: "slash", line: text };
  switch (word) {
    case "help":
    case "quit":
    case "people":
    case "thread":
    case "dm":
    case "back":
      return rest === "" ? { kind: word } : { kind: "say", text };
    case "complete":
      return rest.startsWith("/") ? { kind: "complete", line: rest } : { kind: "say", text };
    case "click": {
      const [, which = "", message] = /^(.*?)(?:\s+of\s+#?(\d+))?$/.exec(rest) ?? [];
      if (which === "") return { kind: "say", text };
      return {
        kind: "click",
        which: /^\d+$/.test(which) ? Number(which) : which,
        message: message ? Number(message) : undefined,
      };
    }
    case "select": {
      const [select, ...options] = words.map(Number);
      const fits = select !== undefined && options.length > 0 && [select, ...options].every(Number.isInteger);
      return fits ? { kind: "select", select, options } : { kind: "say", text };
    }
    case "modal":
      return { kind: "modal", fields: rest.split(";").map((field) => field.trim()) };
    case "menu":
    case "reply":
    case "edit":
      return Number.isInteger(number) && afterNumber !== ""
        ? { kind: word, message: number, text: afterNumber }
        : { kind: "say", text };
    case "delete":
      return Number.isInteger(number) ? { kind: "delete", message: number } : { kind: "say", text };
    case "as":
    case "locale":
    case "channel":
      return words.length === 1 ? { kind: word, name: rest } : { kind: "say", text };
    default:
      return { kind: "say", text };
  }
}

/**
 * "/ask question: What? from: 2023" as name and options: an option begins where one of the known names stands before a colon.
 * Text before the first of them belongs to the first option.
 */
export function parseSlash(
  line: string,
  optionsOf: (name: string) => readonly string[],
): { name: string; values: Record<string, string>; last: string | undefined } {
  const words = line.slice(1).split(/\s+/);
  // The longest name that is known: "/cite add …" before "/cite …".
  const two = words.slice(0, 2).join(" ");
  const isPart = optionsOf(two).length > 0 || optionsOf(words[0] ?? "").includes(words[1] ?? "");
  const name = words.length > 1 && isPart ? two : (words[0] ?? "");
  const options = optionsOf(name);
  const text = line.slice(1 + name.length).trim();
  const values: Record<string, string> = {};
  let last: string | undefined;
  let rest = text;
  const pattern = new RegExp(`(?:^|\\s)(${options.join("|") || "(?!)"}):`, "g");
  const marks = [...text.matchAll(pattern)];
  for (const [index, mark] of marks.entries()) {
    const option = mark[1];
    if (option === undefined) continue;
    values[option] = text.slice(mark.index + mark[0].length, marks[index + 1]?.index).trim();
    last = option;
  }
  rest = text.slice(0, marks[0]?.index).trim();
  const first = options[0];
  if (rest !== "" && first !== undefined && values[first] === undefined) {
    values[first] = rest;
    last ??= first;
  }
  return { name, values, last };
}
