import { formatNumber } from "../dates.ts";
import type { DocumentsMessages } from "../messages/documents-messages.ts";

const number = (value: number): string => formatNumber(value, "en");
const count = (value: number, one: string, many: string): string => `${number(value)} ${value === 1 ? one : many}`;
const andList = new Intl.ListFormat("en-GB");
const orList = new Intl.ListFormat("en-GB", { type: "disjunction" });

export const documents: DocumentsMessages = {
  turnedOff: "Documents cannot be added here: the host has not turned that on.",
  nameOne: "Give a file or the link of a message, or use the command in a thread.",
  badLink: "That is no link of a message or thread in this server.",
  badAddress: "That is no web address. It begins with https:// or http://.",
  notVisible: "There is no such message, or you or I may not read it.",
  nothingSaid: (needsIntent) =>
    needsIntent
      ? "There is nothing that I can read. The host has not turned on MESSAGE_CONTENT_INTENT; until then only the command in the menu of a message works."
      : "There is nothing that could become a document.",
  notFetched: (name) => `${name}: the file is too large, or Discord does not hand it out right now.`,
  unknownFormat: (name, extensions) => `${name}: I do not read this format. I read ${extensions}.`,
  unreadable: (name, reason) => `${name}: this cannot be read. ${reason}`,
  full: (most, megabytes) =>
    `There is no room for it: a server can add ${count(most, "document", "documents")} of ${number(megabytes)} MB together. Take others out with \`/documents remove\`.`,
  preview: "Is this document to be added?",
  passages: (passages) => count(passages, "passage", "passages"),
  size: (bytes) =>
    bytes < 1024 * 1024 ? `${number(Math.ceil(bytes / 1024))} KB` : `${number(Math.round(bytes / 1024 / 1024))} MB`,
  noPassages: "⚠️ It holds no passage that could be found.",
  same: (title) => `⚠️ The same file is here already: ${title}`,
  onlyIn: (channels) => `🔒 only in ${orList.format(channels)}`,
  onlyFor: (roles) => `🔒 only for ${orList.format(roles)}`,
  add: "Add",
  discard: "Discard",
  added: (title, key) => `**${title}** has been added: ${key}`,
  addedLater: (title) => `**${title}** is kept, and is found as soon as the index is ready.`,
  discarded: "Discarded.",
  tooLate: "That is no longer there. Please add it again.",
  notKept: "That cannot be kept right now: the host has no room for it, or I may not write there. Nothing has changed.",
  unknown: "This server has added no such document.",
  reallyRemove: (title, key) =>
    `Remove **${title}** (${key})? Its file is deleted, and citations of it no longer open.`,
  remove: "Remove",
  removed: (title) => `**${title}** has been removed.`,
  list: (all, most) => `Documents of this server: ${number(all)} of at most ${number(most)}`,
  none: "This server has no documents of its own yet. `/documents add` adds one.",
  addedOn: (day) => `since ${day}`,
  notFound: "⚠️ not in the index",
  reloaded: "Read again.",
  restrict: (title) => `Who sees **${title}**?`,
  howRestricted:
    "Nothing chosen: everybody in this server. Roles: only people with one of them, and only in answers that nobody else sees. Channels: only there. Both: only people who meet both.",
  roles: "Roles",
  channels: "Channels",
  solved: {
    ask: "**That answered the question.** May it become a document of this server, from which I answer questions later?",
    post: (mention, hasAgreed) => `${hasAgreed ? "✓" : "–"} ${mention}: title and first message of this post`,
    answer: (mention, hasAgreed) => `${hasAgreed ? "✓" : "–"} ${mention}: the answer`,
    both: (mention) => `– ${mention}: title and first message of this post, and the answer`,
    rules:
      "Nothing is kept unless everybody named here agrees: the words, the day and the name. You can take that back at any time, here or with `/privacy`.",
    agree: "I agree",
    decline: "Rather not",
    kept: "This post and its answer are now a document of this server.",
    withdraw: "Take it back",
    notKept: "Nothing of it is kept.",
    notYours: "Only those whose words would be kept can decide that.",
    over: "That is no longer open.",
    asked: "I have asked in the post whether the answer may be kept.",
    already: "That is marked as the answer already.",
    notHere: "That works only in posts of the forums chosen for it in `/settings`.",
    notAllowed: "Only whoever opened the post can do that, or a moderator.",
    noAnswer: "That cannot be an answer: it takes a message that a person wrote below a person's post.",
    needsIntent: "That does not work: the host has not switched on MESSAGE_CONTENT_INTENT.",
    mayNotWrite: "I may not write here, and so cannot ask for consent.",
    about: (posts, agreed) =>
      `**${count(posts, "solved post", "solved posts")}** with words of yours; you have agreed to ${agreed === 0 ? "none" : number(agreed)} of them.`,
  },
  about: (added, messages) =>
    `${andList.format([
      ...(added === 0 ? [] : [`**${count(added, "document", "documents")}** that you have added`]),
      ...(messages === 0 ? [] : [`**${count(messages, "message", "messages")}** of yours in documents`]),
    ])}. That stays until it is deleted.`,
};
