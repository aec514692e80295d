/** What can go wrong, as a word that programs can compare. */
export type ErrorCode =
  | "usage"
  | "settings-invalid"
  | "folder-missing"
  | "folder-empty"
  | "folder-large"
  | "file-unreadable"
  | "not-text"
  | "document-unparsable"
  | "sources-invalid"
  | "restrictions-unreadable"
  | "citation-unknown"
  | "citation-invalid"
  | "proof-failed"
  | "document-changed"
  | "question-empty"
  | "question-too-long"
  | "index-damaged"
  | "index-locked"
  | "disk-failed"
  | "judgments-invalid"
  | "lexicon-invalid"
  | "discord-token-invalid"
  | "discord-intents-disallowed"
  | "discord-shards-wrong"
  | "discord-version-unknown"
  | "discord-unreachable"
  | "gateway-silent"
  | "model-unavailable"
  | "search-unavailable"
  | "store-unavailable"
  | "store-too-new"
  | "store-key-wrong"
  | "backup-invalid"
  | "fetch-failed"
  | "fetch-refused"
  | "busy"
  | "internal";

/**
 * A broken precondition: what is wrong and what to do about it.
 * `message` is one line that names the thing; `remedy` is one line that says what helps.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly remedy: string;
  /** What the remedy lists, for its words in other languages: extensions of files, for instance. */
  readonly listed: readonly string[];

  constructor(
    code: ErrorCode,
    message: string,
    remedy: string,
    options?: { cause?: unknown; listed?: readonly string[] },
  ) {
    super(message, options);
    this.name = "AppError";
    this.code = code;
    this.remedy = remedy;
    this.listed = options?.listed ?? [];
  }

  /** 2: used or set up wrongly, so a restart will not help; 3: to be restarted; 1: failed. */
  get exitCode(): 1 | 2 | 3 {
    return wrongUse.has(this.code) ? 2 : this.code === "gateway-silent" ? 3 : 1;
  }
}

const wrongUse: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "usage",
  "settings-invalid",
  "folder-large",
  "restrictions-unreadable",
  "citation-invalid",
  "question-empty",
  "question-too-long",
  "discord-token-invalid",
  "discord-intents-disallowed",
  "discord-shards-wrong",
  "discord-version-unknown",
  "store-too-new",
  "store-key-wrong",
  "backup-invalid",
  "fetch-refused",
]);

/** The text of anything that was thrown, for a log or a last line. */
export function describeError(thrown: unknown): string {
  return withoutCredentials(thrown instanceof Error ? thrown.message : String(thrown));
}

/** The name and the password in any address, such as a database's; a password may hold what an address should not. */
const credentials = /(?<=[a-z][a-z0-9+.-]*:\/\/)(?:[^\s/"'\\@:]*:[^\s"'\\]*|[^\s/"'\\@]+)@/giu;

/** A text without the names and the passwords of its addresses. */
export function withoutCredentials(text: string): string {
  return text.replace(credentials, "[redacted]@");
}

/** Whether a failure says that there is no such file or folder. */
export function isMissing(failure: unknown): boolean {
  return failure instanceof Error && "code" in failure && (failure.code === "ENOENT" || failure.code === "ENOTDIR");
}
