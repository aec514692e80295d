/**
 * The tables of the store, the same in SQLite and PostgreSQL. Times are milliseconds since 1970, persons are keyed hashes
 * where nothing else is said, what is not known is null, and settings are JSON. A guild is a server's id, "" outside of
 * all servers.
 */
export interface Tables {
  store_facts: StoreFactRow;
  questions: QuestionRow;
  votes: VoteRow;
  server_settings: ServerSettingsRow;
  audit: AuditRow;
  blocks: BlockRow;
  claims: ClaimRow;
  cooldowns: CooldownRow;
  pointers: PointerRow;
  solved_posts: SolvedPostRow;
}

/** What the store knows of itself. */
export interface StoreFactRow {
  name: string;
  value: string;
}

/** That something was asked, and what came of it. */
export interface QuestionRow {
  id: string;
  guild: string;
  asked_at: number;
  trigger_kind: string;
  language: string;
  certainty: string;
  /** Why there was no answer; null where there was one. */
  reason: string | null;
  latency_ms: number;
  /** Of the passages that an answer showed at first, best first, with blanks between. */
  citations: string | null;
  /** The words and who asked, where the server wants questions kept. */
  question: string | null;
  person: string | null;
}

/** One for each person and answer. */
export interface VoteRow {
  message: string;
  person: string;
  guild: string;
  /** 1: helpful, -1: not helpful. */
  vote: number;
  /** What the person said about it. */
  word: string | null;
  /** Of the first passage of the answer. */
  citation: string | null;
  /** The words, where the server wants questions kept. */
  question: string | null;
  voted_at: number;
}

export interface ServerSettingsRow {
  guild: string;
  settings: string;
  changed_at: number;
}

/** What somebody did who manages the bot in a server. */
export interface AuditRow {
  id: string;
  guild: string;
  done_at: number;
  /** Id of the person, not hashed: what managers do is theirs to answer for. */
  manager: string;
  action: string;
  /** What it was done to, or with. */
  detail: string;
}

/** Who may not ask in a server, or where nobody may. */
export interface BlockRow {
  guild: string;
  kind: "person" | "channel";
  /** Id of the person or channel, not hashed: managers have to see whom they have blocked. */
  subject: string;
  blocked_at: number;
}

/** That one of several processes has taken something upon itself. */
export interface ClaimRow {
  key: string;
  taken_at: number;
}

/** How much somebody has asked lately, in the form of rate-limiter-flexible; persons and channels are keyed hashes. */
export interface CooldownRow {
  key: string;
  points: number;
  expire: number | null;
}

/** That a passage answers a question, as somebody in a server has said. */
export interface PointerRow {
  id: string;
  guild: string;
  question: string;
  /** With its fingerprint. */
  citation: string;
  pointed_at: number;
}

/** That a message answers a post of a forum, and who has agreed that both become a document. */
export interface SolvedPostRow {
  guild: string;
  forum: string;
  /** Ids of the post's thread, and of the message. */
  thread: string;
  answer: string;
  /** Who has written the post, and who the answer. */
  asker: string;
  answerer: string;
  /** When they agreed. */
  asker_agreed_at: number | null;
  answerer_agreed_at: number | null;
  /** The message that asks them. */
  prompt: string | null;
  /** The key of the document. */
  document: string | null;
  marked_at: number;
}

/** Names of all tables that are worth keeping. */
export const tableNames = [
  "store_facts",
  "questions",
  "votes",
  "server_settings",
  "audit",
  "blocks",
  "pointers",
  "solved_posts",
] as const satisfies readonly (keyof Tables)[];
