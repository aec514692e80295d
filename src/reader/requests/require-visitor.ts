import { type Visitor, visitorOf } from "../access/visitor.ts";
import type { ReaderServices } from "../reader-services.ts";
import type { ReaderContext } from "./environment.ts";
import { Refused } from "./refused.ts";

/**
 * Who asks, and what they may see.
 * @param documentKey the document that the address names, if any
 * @throws Refused where they may see nothing
 */
export function requireVisitor(
  context: ReaderContext,
  { settings, key }: Pick<ReaderServices, "settings" | "key">,
  documentKey?: string,
): Visitor {
  const rules = { key, isPublic: settings.isPublic };
  const visitor = visitorOf(context.req.query("access"), documentKey, rules, Date.now());
  if (!("refused" in visitor)) return visitor;
  const { reader } = context.get("m");
  throw new Refused(403, reader.deniedTitle, reader.denied[visitor.refused]);
}

/** A visitor who may ask over the whole collection. @throws Refused */
export function requireCollection(context: ReaderContext, services: Pick<ReaderServices, "settings" | "key">): Visitor {
  const visitor = requireVisitor(context, services);
  if (visitor.seesCollection) return visitor;
  const { reader } = context.get("m");
  throw new Refused(403, reader.deniedTitle, reader.denied.broken);
}
