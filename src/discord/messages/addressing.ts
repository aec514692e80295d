/** A message as far as it decides whether the bot is asked something. */
export interface Incoming {
  readonly botId: string;
  /** The role that bears our name; Discord makes one where we are invited with permissions. People mention it for us. */
  readonly ownRoleId?: string;
  /** Whether our role is mentioned, which is told even where the text is not. */
  readonly mentionsOwnRole: boolean;
  /** Bots and webhooks, ourselves among them. */
  readonly isAuthorBot: boolean;
  /** Whether a person wrote it, and not Discord itself ("… joined the server"). */
  readonly isWritten: boolean;
  readonly place: "direct" | "channel" | "thread";
  /** Whether the thread was opened for an answer of ours, or we have answered in it. */
  readonly isOurThread: boolean;
  /** "" where Discord withholds the text. */
  readonly content: string;
  /** Whether it mentions anybody else than us. */
  readonly mentionsOthers: boolean;
  readonly repliesTo: "us" | "others" | "nobody";
  /** Whether every question is answered in the channel, or in the one that the thread belongs to. */
  readonly isAskChannel: boolean;
  /** Text of the message that a mention without words replies to; absent where it cannot be read. */
  readonly repliedText?: string;
}

export type Trigger = "mention" | "direct" | "reply" | "thread" | "ask-channel";

export type Address =
  | { readonly kind: "ignored" }
  /** Somebody writes to us without asking: a hint of what can be asked is in place. */
  | { readonly kind: "greeted" }
  /** We are pointed to somebody's message whose text we do not get. */
  | { readonly kind: "unreadable" }
  /** Our role is mentioned, for which Discord withholds the text. */
  | { readonly kind: "role-mentioned" }
  | {
      readonly kind: "asked";
      readonly question: string;
      readonly trigger: Trigger;
      /** Whether an abstention is better left unsaid. */
      readonly isQuiet: boolean;
    };

const ignored: Address = { kind: "ignored" };

/** Is this for us? Never for what other bots write, for @everyone, or for what asks nothing. */
export function addressOf(incoming: Incoming): Address {
  const { content, place, repliesTo } = incoming;
  if (incoming.isAuthorBot || !incoming.isWritten) return ignored;
  const question = questionIn(content);
  if (place === "direct") {
    if (question === "" || isPleasantry(question)) return { kind: "greeted" };
    return { kind: "asked", question, trigger: "direct", isQuiet: false };
  }
  if (content === "" && incoming.mentionsOwnRole) return { kind: "role-mentioned" };
  if (mentionsAlone(incoming)) return addressOfReplied(incoming.repliedText);
  if (question === "" || isPleasantry(question)) return ignored;
  const mention = mentionAt(incoming);
  if (mention !== "none") {
    return mention === "first" || isQuestion(question)
      ? { kind: "asked", question, trigger: "mention", isQuiet: false }
      : ignored;
  }
  if (repliesTo === "us")
    return { kind: "asked", question, trigger: "reply", isQuiet: !isQuestion(question) && !leansOn(question) };
  if (incoming.mentionsOthers || repliesTo === "others") return ignored;
  if (place === "thread" && incoming.isOurThread) {
    return isQuestion(question) || leansOn(question)
      ? { kind: "asked", question, trigger: "thread", isQuiet: false }
      : ignored;
  }
  if (incoming.isAskChannel && isQuestion(question))
    return { kind: "asked", question, trigger: "ask-channel", isQuiet: true };
  return ignored;
}

/** Whether a person points us to somebody else's message: by a reply to it that mentions us and says nothing more. */
export function mentionsAlone(incoming: Incoming): boolean {
  const { content, place, repliesTo, isAuthorBot, isWritten } = incoming;
  if (isAuthorBot || !isWritten || place === "direct" || repliesTo !== "others") return false;
  return mentionAt(incoming) !== "none" && questionIn(content) === "";
}

/** What the message says is what is asked. */
function addressOfReplied(text: string | undefined): Address {
  if (text === undefined) return { kind: "unreadable" };
  const question = questionIn(text);
  if (question === "") return { kind: "unreadable" };
  return isPleasantry(question) ? ignored : { kind: "asked", question, trigger: "mention", isQuiet: false };
}

/** Whether a message in a thread could be a follow-up, so that it is worth finding out whose thread it is. */
export function couldFollowUp(content: string): boolean {
  const question = questionIn(content);
  return question !== "" && (isQuestion(question) || leansOn(question));
}

function withoutQuotes(content: string): string {
  return content.replace(/^>>> [\s\S]*$|^> .*$/gmu, " ");
}

/** A message's text without mentions, custom emojis and quoted lines. */
export function questionIn(content: string): string {
  return withoutQuotes(content)
    .replace(/<(?:@[!&]?|#)\d+>|<a?:\w+:\d+>|@(?:everyone|here)\b/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
}

function mentionAt({ content, botId, ownRoleId }: Incoming): "none" | "first" | "later" {
  const mention = new RegExp(ownRoleId === undefined ? `<@!?${botId}>` : `<@!?${botId}>|<@&${ownRoleId}>`, "u");
  // What somebody quotes, they have not said.
  const own = withoutQuotes(content);
  const found = mention.exec(own);
  if (found === null) return "none";
  return questionIn(own.slice(0, found.index)) === "" ? "first" : "later";
}

const pleasantries =
  /^(?:(?:hi|hallo|hello|hey|moin|servus|guten (?:morgen|tag|abend)|good (?:morning|evening)|danke(?:schön| dir)?|vielen dank|dank dir|merci|thx|ty|thanks|thank you|ok(?:ay)?|alles klar|super|top|cool|nice|gut gemacht|good bot|great|perfekt|perfect|bitte|tschüss|bye|ja|nein|yes|no)\b[\s,!.…]*)+$/iu;

/** A greeting, a thank-you, or no word at all. */
function isPleasantry(text: string): boolean {
  const words = text.replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F/gu, "").trim();
  return !/[\p{L}\p{N}]/u.test(words) || pleasantries.test(words);
}

const questionStart =
  /^(?:wer|wem|wen|wessen|was|wann|wo|wohin|woher|wovon|womit|worüber|wofür|wogegen|warum|weshalb|wieso|weswegen|wozu|wie|wieviele?|welche[mnrs]?|seit wann|who|whom|whose|what|when|where|why|how|which|since when)(?!\p{L})/iu;
const link = /https?:\/\/\S+/giu;

/** Whether a text asks: it has a question mark, or begins as a question does and does not end as a statement. */
export function isQuestion(text: string): boolean {
  const plain = text.replace(link, " ").trim();
  if (plain.includes("?") || plain.includes("？")) return /[\p{L}\p{N}]/u.test(plain);
  return questionStart.test(plain) && plain.split(/\s+/u).length >= 3 && !/[.!…:,;]$/u.test(plain);
}

const leaningStart =
  /^(?:und|oder|aber|and|or|but|what about|how about|was ist mit|wie ist es mit|wie sieht es mit)(?!\p{L})/iu;

/** Whether a text leans on the question before: "und im September". */
export function leansOn(text: string): boolean {
  return leaningStart.test(text) && !/[!.]$/u.test(text);
}
