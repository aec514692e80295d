import type { DocumentFilter } from "../../search/passage-index.ts";
import { readToken, type TokenProblem } from "./access-token.ts";

/** A person with access, and what they may see. */
export interface Visitor {
  /** Applied to every query of the collection. */
  readonly filter: DocumentFilter;
  /** Whether they may ask the whole collection, rather than read one document. */
  readonly seesCollection: boolean;
  /** Goes into every link of the page; absent for what is open to everybody. */
  readonly token?: string;
}

export type Refusal = { readonly refused: TokenProblem | "unsigned" };

export interface AccessRules {
  readonly key: string;
  /** Whether documents that are open to everybody need no signed link. */
  readonly isPublic: boolean;
}

/**
 * Decides who a visitor is and what they may see.
 * @param token from the address; undefined where it has none
 * @param documentKey the document that the address names, if any
 */
export function visitorOf(
  token: string | undefined,
  documentKey: string | undefined,
  { key, isPublic }: AccessRules,
  nowMs: number,
): Visitor | Refusal {
  if (token === undefined) {
    return isPublic ? { filter: { audience: {} }, seesCollection: true } : { refused: "unsigned" };
  }
  const grant = readToken(token, documentKey, key, nowMs);
  if (typeof grant === "string") return { refused: grant };
  const { scope, guild } = grant;
  // A link to what was asked opens that alone.
  if (scope.kind === "insights") return { refused: "broken" };
  const audience = guild === undefined ? {} : { guild };
  return scope.kind === "document"
    ? { filter: { audience, keys: [scope.key] }, seesCollection: false, token }
    : { filter: guild === undefined ? {} : { audience }, seesCollection: true, token };
}
