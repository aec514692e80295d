import { createHmac, timingSafeEqual } from "node:crypto";

/** What a signed link lets its holder see. */
export interface Grant {
  /**
   * `document`: one document and its citations; `everything`: the whole collection as the host sees it; `insights`: what
   * was asked in a server.
   */
  readonly scope: { readonly kind: "document"; readonly key: string } | { readonly kind: "everything" | "insights" };
  /** The server from which it was handed out; absent: what is open to everybody, or for the host all there is. */
  readonly guild?: string;
  /** Milliseconds since 1970. */
  readonly expiresAtMs: number;
}

/** Why a link lets nobody in. */
export type TokenProblem = "broken" | "expired";

const macChars = 32;
const pattern = /^([dei])\.(\d{0,20})\.([0-9a-z]{1,9})\.([\w-]{32})$/;

/**
 * A token for a link. The document's key is signed and not written, for the link's path has it already, so that links
 * stay short enough for Discord's buttons.
 * @param key the secret
 */
export function signToken(grant: Grant, key: string): string {
  const kind = kinds[grant.scope.kind];
  const seconds = Math.floor(grant.expiresAtMs / 1000).toString(36);
  const body = `${kind}.${grant.guild ?? ""}.${seconds}`;
  return `${body}.${macOf(body, documentOf(grant.scope), key)}`;
}

/**
 * What a token grants at a path.
 * @param documentKey the document that the path names; undefined where it names none
 */
export function readToken(
  token: string,
  documentKey: string | undefined,
  key: string,
  nowMs: number,
): Grant | TokenProblem {
  const [, kind, guild = "", seconds = "", mac = ""] = pattern.exec(token) ?? [];
  if (kind === undefined) return "broken";
  const scope = scopeOf(kind, documentKey);
  if (scope === undefined) return "broken";
  const expected = macOf(`${kind}.${guild}.${seconds}`, documentOf(scope), key);
  if (!timingSafeEqual(Buffer.from(mac), Buffer.from(expected))) return "broken";
  const expiresAtMs = Number.parseInt(seconds, 36) * 1000;
  if (expiresAtMs <= nowMs) return "expired";
  return { scope, expiresAtMs, ...(guild === "" ? {} : { guild }) };
}

const kinds = { document: "d", everything: "e", insights: "i" } as const;

function scopeOf(kind: string, documentKey: string | undefined): Grant["scope"] | undefined {
  if (kind === kinds.everything) return { kind: "everything" };
  if (kind === kinds.insights) return { kind: "insights" };
  return documentKey === undefined ? undefined : { kind: "document", key: documentKey };
}

function documentOf(scope: Grant["scope"]): string {
  return scope.kind === "document" ? scope.key : "";
}

/** 192 of the 256 bits of an HMAC with SHA-256, as base64url. */
function macOf(body: string, documentKey: string, key: string): string {
  return createHmac("sha256", key)
    .update(`fundstelle-reader:1:${body}:${documentKey}`)
    .digest("base64url")
    .slice(0, macChars);
}
