import { goesOn } from "../../answering/conversation/openings.ts";
import { isRemark } from "../../answering/small-talk/remark.ts";
import { smallTalkOf } from "../../answering/small-talk/small-talk.ts";
import { forumQuestion } from "./text/forum-question.ts";
import { isQuestion } from "./text/is-question.ts";

/** A message as far as it decides whether the bot is asked something. */
export interface Incoming {
  readonly botId: string;
  /** The role that bears our name; Discord makes one where we are invited with permissions. People mention it for us. */
  readonly ownRoleId?: string;
  /** Whether our role is mentioned, which is told even where the text is not. */
  readonly mentionsOwnRole: boolean;
  /** Bots and webhooks, ourselves among them. */
  readonly isAuthorBot: boolean;
  /** Whether a person wrote it, as opposed to Discord itself ("… joined the server"). */
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
  /**
   * What a mention without words points to: the message that it replies to, or what a thread begins with and is called;
   * absent where it cannot be read.
   */
  readonly pointedText?: string;
  /** Of the message that begins a post in a forum. */
  readonly forumPost?: {
    readonly title: string /** Whether every post there is answered. */;
    readonly isAskForum: boolean;
  };
}

export type Trigger = "mention" | "direct" | "reply" | "thread" | "ask-channel" | "forum";

export type Address =
  | { readonly kind: "ignored" }
  /** Somebody addresses us without asking anything: a hint at what can be asked is appropriate. */
  | { readonly kind: "greeted" }
  /** We are pointed to a message whose text Discord withholds from us. */
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

/**
 * Decides whether a message is for us, and how. Messages of other bots, @everyone and messages that ask nothing never
 * are.
 */
export function addressOf(incoming: Incoming): Address {
  const { content, place, repliesTo, forumPost } = incoming;
  if (incoming.isAuthorBot || !incoming.isWritten) return ignored;
  const question = questionIn(content);
  const talk = smallTalkOf(question);
  if (place === "direct") {
    if (question === "" || talk === "greeting" || talk === "help") return { kind: "greeted" };
    return talk !== undefined ? ignored : { kind: "asked", question, trigger: "direct", isQuiet: false };
  }
  const mention = mentionAt(incoming);
  if (forumPost !== undefined && (mention !== "none" || forumPost.isAskForum)) {
    const asked = forumQuestion(forumPost.title, question);
    const isMentioned = mention !== "none";
    return { kind: "asked", question: asked, trigger: isMentioned ? "mention" : "forum", isQuiet: !isMentioned };
  }
  if (content === "" && incoming.mentionsOwnRole) return { kind: "role-mentioned" };
  if (pointsElsewhere(incoming)) return addressOfPointed(incoming.pointedText);
  if (mention !== "none") {
    if (question === "") return repliesTo === "us" ? ignored : { kind: "greeted" };
    if (talk !== undefined) return talk === "help" ? { kind: "greeted" } : ignored;
    return mention === "first" || isQuestion(question)
      ? { kind: "asked", question, trigger: "mention", isQuiet: false }
      : ignored;
  }
  if (question === "" || (talk !== undefined && !(talk === "help" && repliesTo === "us"))) return ignored;
  if (repliesTo === "us") return addressOfReply(question, talk === "help");
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

/** A reply to an answer may ask a further question; a mere remark on it is meant for other people. */
function addressOfReply(question: string, isHelp: boolean): Address {
  if (isHelp) return { kind: "greeted" };
  const asks = isQuestion(question) || leansOn(question);
  if (!asks && isRemark(question)) return ignored;
  return { kind: "asked", question, trigger: "reply", isQuiet: !asks };
}

/**
 * Whether a person points us to what stands elsewhere, by a mention that says nothing more: in reply to somebody's
 * message, or in a thread, which is about what it begins with.
 */
export function pointsElsewhere(incoming: Incoming): boolean {
  const { content, place, repliesTo, isAuthorBot, isWritten } = incoming;
  if (isAuthorBot || !isWritten || place === "direct" || repliesTo === "us") return false;
  if (repliesTo === "nobody" && place !== "thread") return false;
  return mentionAt(incoming) !== "none" && questionIn(content) === "";
}

/** Takes the text of the message that we were pointed to as the question. */
function addressOfPointed(text: string | undefined): Address {
  if (text === undefined) return { kind: "unreadable" };
  const question = questionIn(text);
  if (question === "") return { kind: "unreadable" };
  return smallTalkOf(question) === undefined
    ? { kind: "asked", question, trigger: "mention", isQuiet: false }
    : ignored;
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
  // Quoted lines are somebody else's words.
  const own = withoutQuotes(content);
  const found = mention.exec(own);
  if (found === null) return "none";
  return questionIn(own.slice(0, found.index)) === "" ? "first" : "later";
}

/** Whether a text leans on the question before: "und im September". */
export function leansOn(text: string): boolean {
  return goesOn(text) && !/[!.]$/u.test(text);
}
