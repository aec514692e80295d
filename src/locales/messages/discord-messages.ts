import type { CommunityMessages } from "./community-messages.ts";
import type { DocumentsMessages } from "./documents-messages.ts";

/** The name and the description under which Discord lists a command or an option. */
export interface CommandWords {
  readonly name: string;
  readonly description: string;
}

export interface SlashCommandWords<Options extends string> extends CommandWords {
  readonly options: Readonly<Record<Options, CommandWords>>;
}

/** A command that has parts. */
export interface GroupCommandWords<Parts extends Record<string, string>> extends CommandWords {
  readonly parts: { readonly [Part in keyof Parts]: SlashCommandWords<Parts[Part]> };
}

export interface DiscordCommandWords {
  readonly ask: SlashCommandWords<"question" | "source" | "from" | "until" | "private">;
  readonly cite: SlashCommandWords<"reference" | "style" | "private">;
  readonly search: SlashCommandWords<"terms" | "private">;
  readonly sources: SlashCommandWords<never>;
  readonly source: SlashCommandWords<"source" | "page">;
  readonly help: SlashCommandWords<never>;
  readonly privacy: SlashCommandWords<never>;
  readonly settings: SlashCommandWords<never>;
  readonly insights: SlashCommandWords<"days">;
  readonly documents: GroupCommandWords<{
    add: "file" | "message" | "title" | "address";
    remove: "document";
    list: never;
    reload: never;
    restrict: "document";
  }>;
  readonly moderation: GroupCommandWords<{ block: "person" | "channel"; unblock: "person" | "channel"; list: never }>;
  /** The message commands; they have a name alone. */
  readonly findSources: string;
  readonly pointOut: string;
  readonly makeDocument: string;
  readonly markAnswer: string;
}

/** Texts that only the Discord bot uses. They may hold Markdown; whatever is filled in has been escaped. */
export interface DiscordMessages {
  readonly commands: DiscordCommandWords;
  readonly community: CommunityMessages;
  readonly documents: DocumentsMessages;
  readonly buttons: {
    readonly previous: string;
    readonly next: string;
    readonly context: string;
    readonly cite: string;
    readonly openSource: string;
    readonly closest: string;
    readonly followUp: string;
    readonly share: string;
    readonly delete: string;
    readonly read: string;
  };
  /** Which passages of how many stand on a page. */
  readonly passagesOf: (first: number, last: number, total: number) => string;
  /** The menu below an answer. */
  readonly more: Readonly<Record<"placeholder" | "context" | "cite" | "read" | "share" | "delete", string>>;
  readonly question: (question: string) => string;
  readonly closestPassages: string;
  readonly onlyIn: (source: string) => string;
  readonly since: (day: string) => string;
  readonly until: (day: string) => string;
  readonly followsOn: (question: string) => string;
  readonly sharedBy: (mention: string) => string;
  readonly followUp: { readonly title: string; readonly label: string; readonly placeholder: string };
  readonly passage: {
    readonly before: string;
    readonly after: string;
    readonly proof: string;
    readonly moved: string;
    readonly characters: (start: number, end: number) => string;
    readonly lines: (first: number, last: number) => string;
    readonly fingerprint: (fingerprint: string) => string;
    readonly file: (file: string) => string;
  };
  readonly citation: { readonly title: string; readonly hint: string; readonly otherStyles: string };
  readonly search: {
    readonly title: (terms: string) => string;
    readonly hits: (total: number, first: number, last: number) => string;
    readonly none: string;
    readonly didYouMean: (words: readonly string[]) => string;
    readonly open: string;
  };
  readonly sources: {
    readonly title: (documents: number) => string;
    readonly none: string;
    readonly passages: (count: number) => string;
    readonly read: string;
    /** A button, and the form that it opens. */
    readonly jump: string;
    readonly jumpLabel: (pages: number) => string;
    /** A menu of the paragraphs on the page. */
    readonly use: string;
    readonly page: (page: number, pages: number) => string;
    /** Pages of the document itself, where its format has pages. */
    readonly originalPages: (first: number, last: number) => string;
  };
  readonly statements: {
    readonly title: string;
    readonly none: string;
    readonly noText: string;
    readonly nothingStated: string;
    readonly more: (count: number) => string;
    readonly noSupport: string;
    /** A link to the message. */
    readonly toMessage: string;
  };
  /** Lines of the overview. @param mention of the bot, as Discord writes it @param example a citation, as code */
  readonly help: (documents: number, passages: number, mention: string, example: string) => readonly string[];
  /** Said once in a server that the bot has joined. @param mention of the bot */
  readonly joined: (mention: string, documents: number) => readonly string[];
  /** Beside the bot's name. */
  readonly presence: (documents: number) => string;
  /** Answers that explain why something was not done. */
  readonly problems: {
    readonly outdated: string;
    readonly notYours: string;
    readonly alreadyShared: string;
    /** What a private answer holds is not for everybody in the channel. */
    readonly notForAll: string;
    /** What a private answer holds does not stand there any more. */
    readonly changedSince: string;
    /** A document that whoever asks may see, and not everybody in the channel. */
    readonly onlyPrivately: string;
    readonly deleted: string;
    readonly cannotDelete: string;
    /** Asked of a moderator before somebody else's answer is deleted. */
    readonly reallyDelete: string;
    readonly cooldown: (seconds: number) => string;
    readonly unknownSource: (suggestions: readonly string[]) => string;
    readonly badDate: (text: string) => string;
    readonly emptyTime: string;
    readonly badCitation: string;
    readonly unknownCitation: (suggestions: readonly string[]) => string;
    readonly changedCitation: string;
    readonly noSuchPage: string;
    readonly noMorePassages: string;
    readonly questionEmpty: string;
    readonly questionTooLong: (maxChars: number) => string;
    readonly unreadableMessage: string;
    readonly roleMentioned: string;
    readonly documentsAway: string;
    readonly busy: string;
    readonly searchUnavailable: string;
    readonly closing: string;
    /** With the id under which the log has it. */
    readonly internal: (id: string) => string;
    readonly missingPermissions: (channel: string, permissions: readonly string[]) => string;
    readonly timedOut: (channel: string) => string;
    readonly slowMode: (channel: string) => string;
    /** The server's AutoMod does not let the answer through. */
    readonly blocked: string;
    /** A remark below an answer without its layout. @param code Discord's */
    readonly plain: (code: number | string) => string;
  };
  readonly permissions: Readonly<Record<"view" | "connect" | "send" | "sendInThreads" | "history", string>>;
}
