import { formatNumber } from "../dates.ts";
import type { CommunityMessages } from "../messages/community-messages.ts";

const number = (value: number): string => formatNumber(value, "en");
const count = (value: number, one: string, many: string): string => `${number(value)} ${value === 1 ? one : many}`;

export const community: CommunityMessages = {
  noStore: "This does not work right now: the bot has no store in which it could keep anything.",
  notManager: "Only people who manage the server, or have the role named in /settings, can do that.",
  onlyInServers: "This works in a server only.",
  votes: {
    helpful: "This was helpful",
    notHelpful: "This was not helpful",
    thanks: "Thank you! Your vote counts. Choose again to change it. `/privacy` shows what is stored.",
    title: "This was not helpful",
    label: "What was missing? (optional)",
    placeholder: "For example: outdated, wrong passage, the answer is elsewhere",
    noted: "Thank you! This helps those who look after the documents.",
  },
  privacy: {
    title: "What is stored about you",
    nothing: "Nothing is stored about you.",
    votes: (votes) => `**${count(votes, "vote", "votes")}** on answers:`,
    vote: (isHelpful, day) => `${isHelpful ? "helpful" : "not helpful"}, ${day}`,
    questions: (questions) => `The words of **${count(questions, "question", "questions")}**:`,
    blocked: (day) => `You have been blocked in this server since ${day}. Only those who manage it can change that.`,
    rules: (days, keepsQuestions) =>
      `What is stored here: that something was asked and whether there was an answer, without names; votes under a code from which nobody can work out your id. ${
        keepsQuestions
          ? "In this server also the words of questions, under the same code."
          : "The words of questions are not stored here."
      } All of it is deleted after ${count(days, "day", "days")}.`,
    more: (more) => `… and ${number(more)} more`,
    erase: "Delete everything about me",
    erased: "Deleted. Nothing is stored about you any more.",
  },
  settings: {
    title: "Settings of this server",
    sections: { answers: "Answers", places: "Where I answer", data: "Management and data" },
    names: {
      language: "Language",
      askChannels: "Channels in which I answer every question",
      forumChannels: "Forums in which I answer every new post",
      solvedForums: "Forums whose solved posts become documents, once those who wrote them agree",
      threads: "Threads",
      privateAnswers: "Answers to commands",
      collections: "Where answers come from",
      passages: "Passages in an answer",
      managerRole: "Role that manages me",
      askersPoint: "Naming the right passage",
      keepQuestions: "Words of questions",
      retention: "Forget everything after",
      digestChannel: "Weekly summary",
    },
    asHost: (value) => `As the host has it: ${value}`,
    languages: { each: "Language of the person or question", de: "Always German", en: "Always English" },
    threads: { never: "Answer in the channel", always: "Answer in a thread of its own" },
    answers: { public: "For everybody to see", private: "For the person who asks alone" },
    passages: (passages) => `At most ${count(passages, "passage", "passages")}`,
    collections: {
      shared: "Only the host's documents",
      own: "Only this server's own documents",
      both: "Both",
    },
    questions: { kept: "Store them, for /insights", "not-kept": "Do not store them" },
    pointing: { managers: "Those who manage me alone", askers: "Whoever asked, too" },
    days: (days) => count(days, "day", "days"),
    none: "none",
    needsIntent:
      "I cannot read questions without a mention in these channels: the host has not switched on MESSAGE_CONTENT_INTENT.",
    howRoles:
      "For the role to see the commands: Server Settings, Integrations, the bot, and allow the command for the role there.",
  },
  pointing: {
    choose: "This passage answers it …",
    undo: "Undo the pointer",
    pointed: "📌 People in this server have pointed to this passage for the question.",
    title: "This passage answers it",
    question: "Question",
    citation: "Citation, for example rules:7",
    noQuestion: "There is no question in this message.",
    done: (citation, question) =>
      `From now on ${citation} stands first if somebody asks this, in other words too: ${question}`,
    undone: "Undone. The answer to this question is what is found again.",
    gone: "That was undone already.",
    notYours: "Only people who manage me here can do that, or whoever asked if the server allows it.",
  },
  moderation: {
    nameOne: "Name a person or a channel.",
    blocked: (mention) => `${mention} is blocked: I no longer answer questions from there.`,
    alreadyBlocked: (mention) => `${mention} was blocked already.`,
    unblocked: (mention) => `${mention} is no longer blocked.`,
    notBlocked: (mention) => `${mention} was not blocked.`,
    title: "Blocked",
    noneBlocked: "Nobody and no channel is blocked.",
    since: (mention, day) => `${mention}, since ${day}`,
    auditTitle: "What was done last",
    nothingDone: "Nothing yet.",
    actions: {
      set: (detail) => `changed a setting: ${detail}`,
      "blocked-person": (detail) => `blocked a person: ${detail}`,
      "blocked-channel": (detail) => `blocked a channel: ${detail}`,
      "unblocked-person": (detail) => `unblocked a person: ${detail}`,
      "unblocked-channel": (detail) => `unblocked a channel: ${detail}`,
      pointed: (detail) => `pointed to a passage: ${detail}`,
      unpointed: (detail) => `undid a pointer: ${detail}`,
      "document-added": (detail) => `Document added: ${detail}`,
      "document-removed": (detail) => `Document removed: ${detail}`,
      "document-restricted": (detail) => `Document restricted: ${detail}`,
      "documents-reloaded": (detail) => `Documents read again: ${detail}`,
      "answer-marked": (detail) => `Marked as answer: ${detail}`,
      "solved-post-added": (detail) => `Solved post became a document: ${detail}`,
      "solved-post-removed": (detail) => `Solved post is no document any more: ${detail}`,
      insights: (detail) => `looked at the insights: ${detail}`,
    },
    youAreBlocked: "I do not answer your questions here: those who manage the server have set it so.",
  },
};
