/** What can be set for a server, as far as it has words of its own. */
export type ServerChoice =
  | "language"
  | "askChannels"
  | "forumChannels"
  | "solvedForums"
  | "threads"
  | "privateAnswers"
  | "passages"
  | "collections"
  | "managerRole"
  | "keepQuestions"
  | "askersPoint"
  | "retention"
  | "digestChannel";

/** What managers do, as it stands in the audit list. */
export type ManagerAction =
  | "set"
  | "blocked-person"
  | "blocked-channel"
  | "unblocked-person"
  | "unblocked-channel"
  | "insights"
  | "pointed"
  | "unpointed"
  | "document-added"
  | "document-removed"
  | "document-restricted"
  | "documents-reloaded"
  | "answer-marked"
  | "solved-post-added"
  | "solved-post-removed";

/** Words of what a community does with the bot: votes, settings, moderation. Whatever is filled in has been escaped. */
export interface CommunityMessages {
  /** There is no store, so that nothing can be kept. */
  readonly noStore: string;
  /** Only those who manage the server or have the role may do that. */
  readonly notManager: string;
  readonly onlyInServers: string;
  readonly votes: {
    readonly helpful: string;
    readonly notHelpful: string;
    readonly thanks: string;
    /** The form that asks what was wrong. */
    readonly title: string;
    readonly label: string;
    readonly placeholder: string;
    readonly noted: string;
  };
  readonly privacy: {
    readonly title: string;
    /** Nothing is stored about the person. */
    readonly nothing: string;
    readonly votes: (count: number) => string;
    readonly vote: (isHelpful: boolean, day: string) => string;
    readonly questions: (count: number) => string;
    readonly blocked: (day: string) => string;
    /** What is stored at all, and for how long. */
    readonly rules: (days: number, keepsQuestions: boolean) => string;
    readonly more: (count: number) => string;
    readonly erase: string;
    readonly erased: string;
  };
  readonly settings: {
    readonly title: string;
    readonly sections: Readonly<Record<"answers" | "places" | "data", string>>;
    readonly names: Readonly<Record<ServerChoice, string>>;
    /** What the host has set holds. */
    readonly asHost: (value: string) => string;
    readonly languages: Readonly<Record<"each" | "de" | "en", string>>;
    readonly threads: Readonly<Record<"never" | "always", string>>;
    readonly answers: Readonly<Record<"public" | "private", string>>;
    readonly passages: (count: number) => string;
    readonly collections: Readonly<Record<"shared" | "own" | "both", string>>;
    readonly questions: Readonly<Record<"kept" | "not-kept", string>>;
    readonly pointing: Readonly<Record<"managers" | "askers", string>>;
    readonly days: (days: number) => string;
    readonly none: string;
    /** Channels without a mention need the intent. */
    readonly needsIntent: string;
    readonly howRoles: string;
  };
  /** Pointing to the passage that answers a question. */
  readonly pointing: {
    readonly choose: string;
    readonly undo: string;
    /** Above an answer that somebody pointed to. */
    readonly pointed: string;
    readonly title: string;
    readonly question: string;
    readonly citation: string;
    readonly noQuestion: string;
    readonly done: (citation: string, question: string) => string;
    readonly undone: string;
    readonly gone: string;
    readonly notYours: string;
  };
  readonly moderation: {
    readonly nameOne: string;
    readonly blocked: (mention: string) => string;
    readonly alreadyBlocked: (mention: string) => string;
    readonly unblocked: (mention: string) => string;
    readonly notBlocked: (mention: string) => string;
    readonly title: string;
    readonly noneBlocked: string;
    readonly since: (mention: string, day: string) => string;
    readonly auditTitle: string;
    readonly nothingDone: string;
    readonly actions: Readonly<Record<ManagerAction, (detail: string) => string>>;
    /** Told to a person who is blocked, or asks where nobody may. */
    readonly youAreBlocked: string;
  };
}
