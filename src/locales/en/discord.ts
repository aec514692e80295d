import { formatNumber } from "../dates.ts";
import type { DiscordMessages } from "../messages/discord-messages.ts";
import { community } from "./community.ts";
import { documents } from "./documents.ts";

const number = (value: number): string => formatNumber(value, "en");
const count = (value: number, one: string, many: string): string => `${number(value)} ${value === 1 ? one : many}`;
const orList = new Intl.ListFormat("en-GB", { type: "disjunction" });
const andList = new Intl.ListFormat("en-GB");

export const discord: DiscordMessages = {
  commands: {
    ask: {
      name: "ask",
      description: "Answers a question with the passages that answer it",
      options: {
        question: { name: "question", description: "What you want to know" },
        source: { name: "source", description: "Look in this document only" },
        from: {
          name: "from",
          description: "Only documents from this day, month or year on: 2023-09-12, 2023-09 or 2023",
        },
        until: { name: "until", description: "Only documents up to this day, month or year" },
        private: { name: "private", description: "Only you see the answer" },
      },
    },
    cite: {
      name: "cite",
      description: "Shows a cited passage with its surroundings and its proof",
      options: {
        reference: { name: "reference", description: "For example zweckgemeinschaft-2023:7" },
        style: { name: "style", description: "Writes the reference in this style, such as BibTeX" },
        private: { name: "private", description: "Only you see the passage" },
      },
    },
    search: {
      name: "search",
      description: "Lists every passage that holds certain words",
      options: {
        terms: { name: "terms", description: "The words to look for" },
        private: { name: "private", description: "Only you see the hits" },
      },
    },
    sources: { name: "sources", description: "Lists the documents", options: {} },
    source: {
      name: "source",
      description: "Opens a document to read, page by page",
      options: {
        source: { name: "source", description: "The document" },
        page: { name: "page", description: "The page to begin with" },
      },
    },
    help: { name: "help", description: "Explains what Fundstelle can do", options: {} },
    privacy: { name: "privacy", description: "Shows and deletes what is stored about you", options: {} },
    settings: {
      name: "settings",
      description: "Language, channels, data: what holds in this server",
      options: {},
    },
    insights: {
      name: "insights",
      description: "What was asked, what stayed unanswered, and what helped",
      options: { days: { name: "days", description: "Of the last so many days (else 30)" } },
    },
    documents: {
      name: "documents",
      description: "This server's own documents",
      parts: {
        add: {
          name: "add",
          description: "Makes a document of a file, a message or a thread",
          options: {
            file: { name: "file", description: "The file: PDF, Word, Markdown, text and others" },
            message: { name: "message", description: "Link of a message or thread; otherwise the thread here" },
            title: { name: "title", description: "What the document is to be called" },
            address: { name: "address", description: "Where it is on the web" },
          },
        },
        remove: {
          name: "remove",
          description: "Deletes a document of this server",
          options: { document: { name: "document", description: "Which one" } },
        },
        list: { name: "list", description: "What there is, and what could not be read", options: {} },
        reload: { name: "reload", description: "Reads all documents of this server again", options: {} },
        restrict: {
          name: "restrict",
          description: "Shows a document to some roles or in some channels only",
          options: { document: { name: "document", description: "Which one" } },
        },
      },
    },
    moderation: {
      name: "moderation",
      description: "Who may not ask, where nobody may, and what was done last",
      parts: {
        block: {
          name: "block",
          description: "No longer answers questions of a person or in a channel",
          options: {
            person: { name: "person", description: "Who may no longer ask" },
            channel: { name: "channel", description: "Where nobody may ask any longer" },
          },
        },
        unblock: {
          name: "unblock",
          description: "Answers questions of a person or in a channel again",
          options: {
            person: { name: "person", description: "Who may ask again" },
            channel: { name: "channel", description: "Where everybody may ask again" },
          },
        },
        list: {
          name: "list",
          description: "Shows who and what is blocked, and what was done last",
          options: {},
        },
      },
    },
    findSources: "Find sources",
    pointOut: "Name the right passage",
    makeDocument: "Make a document of it",
    markAnswer: "Mark as answer",
  },
  community,
  documents,
  buttons: {
    previous: "◀ Back",
    next: "More ▶",
    context: "Context",
    cite: "Cite",
    openSource: "Source",
    closest: "Closest passages",
    followUp: "Ask further",
    share: "Share",
    delete: "Delete",
    read: "Read on here",
  },
  passagesOf: (first, last, total) => (first === last ? `${first} of ${total}` : `${first}–${last} of ${total}`),
  more: {
    placeholder: "More …",
    context: "Show the context",
    cite: "Cite",
    read: "Read on in the document",
    share: "Show to everybody",
    delete: "Delete the answer",
  },
  question: (question) => `Question: ${question}`,
  closestPassages: "This comes closest:",
  onlyIn: (source) => `only in ${source}`,
  since: (day) => `from ${day}`,
  until: (day) => `until ${day}`,
  followsOn: (question) => `Follows on: ${question}`,
  sharedBy: (mention) => `Shared by ${mention}`,
  followUp: { title: "Ask further", label: "Your question", placeholder: "And in September?" },
  passage: {
    before: "Before",
    after: "After",
    proof: "Proof",
    moved: "The passage has moved: the same words stand here now.",
    characters: (start, end) => `characters ${start}–${end}`,
    lines: (first, last) => (first === last ? `line ${first}` : `lines ${first}–${last}`),
    fingerprint: (fingerprint) => `fingerprint ${fingerprint}`,
    file: (file) => `file ${file}`,
  },
  citation: {
    title: "How to cite this passage",
    otherStyles: "Another style …",
    hint: "Look it up with /cite, check it with the fingerprint after the @.",
  },
  search: {
    title: (terms) => `Hits for ${terms}`,
    hits: (total, first, last) => `${first}–${last} of ${count(total, "hit", "hits")}`,
    none: "No hits.",
    didYouMean: (words) => `Did you mean ${orList.format(words)}?`,
    open: "Open a hit …",
  },
  sources: {
    title: (documents) => count(documents, "document", "documents"),
    none: "There is no document to be seen here.",
    passages: (passages) => count(passages, "passage", "passages"),
    read: "Read a document …",
    jump: "Page …",
    jumpLabel: (pages) => `Page, 1 to ${number(pages)}`,
    use: "Cite or share a paragraph …",
    page: (page, pages) => `page ${page} of ${pages}`,
    originalPages: (first, last) =>
      first === last ? `in the original page ${first}` : `in the original pages ${first}–${last}`,
  },
  statements: {
    title: "What the documents say about this message",
    none: "Nothing was found that supports what the message says.",
    noText: "The message has no text that sources could be found for.",
    nothingStated: "The message claims nothing that sources could be found for.",
    more: (more) => `${count(more, "more statement", "more statements")} not checked.`,
    noSupport: "Nothing was found on this.",
    toMessage: "To the message",
  },
  help: (documents, passages, mention, example) => [
    "## Fundstelle",
    `I answer with passages from ${count(documents, "document", "documents")} (${count(passages, "passage", "passages")}), word for word, with proof. When they do not hold the answer, I say so.`,
    `**Know something**: mention ${mention}, write to me directly, or use \`/ask\` (also \`private\`).`,
    "**Ask further**: the button below the answer. “And in September?” will do. To my answer to a mention you can also simply reply.",
    "**Check a message**: hold or right-click it, Apps, *Find sources*.",
    "**Find words**: `/search` **Read**: `/sources`, `/source`",
    `**Cite**: *More …* below the answer, or \`/cite\` ${example}`,
    "-# The sentence that answers is bold. When you edit or delete your question, the answer follows.",
  ],
  joined: (mention, documents) => [
    `Hello! I answer questions with passages from ${count(documents, "document", "documents")}, word for word, with proof.`,
    `To begin: mention ${mention} with a question, or use \`/ask\`. \`/help\` shows what else there is, \`/sources\` the documents.`,
    "-# In which channels and for whom the commands are there is set under Server Settings, Integrations.",
  ],
  presence: (documents) => `/ask · ${count(documents, "document", "documents")}`,
  problems: {
    outdated:
      "This button belongs to an older message, and what it showed is no longer there. Please ask the question again.",
    notYours: "Only the person who asked can do that.",
    notForAll: "I cannot share that here: it holds something from documents that not everybody here may see.",
    changedSince:
      "I no longer share that: something in it has been changed or removed since. Ask or look it up again to see what the documents say now.",
    onlyPrivately: "Not everybody here may see that document. You may: ask again with `private: True`.",
    alreadyShared: "This is already shared.",
    deleted: "Deleted.",
    cannotDelete: "Only the person who asked, and those who manage messages here, can delete the answer.",
    reallyDelete: "Somebody else asked for this answer. Really delete it?",
    cooldown: (seconds) => `That was a lot at once. Please try again in ${count(seconds, "second", "seconds")}.`,
    unknownSource: (suggestions) =>
      `There is no such document here.${suggestions.length === 0 ? "" : ` Did you mean ${orList.format(suggestions)}?`} \`/sources\` lists them all.`,
    badDate: (text) => `${text} is no date. Use for example 2023-09-12, 2023-09 or 2023.`,
    emptyTime: "The time ends before it begins.",
    badCitation: "That is not a citation. A citation looks like this: `zweckgemeinschaft-2023:7`.",
    unknownCitation: (suggestions) =>
      `There is no such citation here.${suggestions.length === 0 ? "" : ` Did you mean ${orList.format(suggestions)}?`}`,
    changedCitation: "The document has changed: what was cited no longer stands there.",
    noSuchPage: "There is no such page.",
    noMorePassages: "There are no more passages for this question.",
    questionEmpty: "There is no question in it. Write what you want to know.",
    questionTooLong: (maxChars) => `The question is too long. Please ask in at most ${number(maxChars)} characters.`,
    unreadableMessage:
      "I am not given the text of the message you reply to. Write the question behind the mention; or right-click the message, Apps, *Find sources*.",
    roleMentioned:
      "You mentioned my role, and then I am not given the text. Mention me myself: the entry with my picture in the list that opens after the @. Or use /ask.",
    documentsAway: "The documents cannot be read right now. Please try again later.",
    busy: "There is too much to do right now. Please try again in a moment.",
    searchUnavailable: "The search is not available right now. Please try again in a moment.",
    closing: "I am being restarted. Please try again in a moment.",
    internal: (id) =>
      `Something went wrong. Please try again; if that does not help, the log has the error as \`${id}\`.`,
    missingPermissions: (channel, permissions) =>
      `I would like to answer you in ${channel}, but I lack the permission there: ${andList.format(permissions)}. Whoever manages the server can give it to me. Here in a direct message, or with /ask, it works without.`,
    timedOut: (channel) =>
      `I would like to answer you in ${channel}, but I am timed out in that server. Here in a direct message, or with /ask, it works without.`,
    slowMode: (channel) =>
      `${channel} is in slow mode, and I may not write there for now. Here in a direct message, or with /ask, it works without.`,
    blocked: "The answer has words that AutoMod blocks in this server. You can read it in a direct message to me.",
    plain: (code) => `Discord took the answer as plain text only (${code}): the buttons are missing.`,
  },
  permissions: {
    view: "View Channel",
    connect: "Connect",
    send: "Send Messages",
    sendInThreads: "Send Messages in Threads",
    history: "Read Message History",
  },
};
