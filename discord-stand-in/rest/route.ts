import type { z } from "zod";
import { applyRules, type Finding, type Rule, type Violation } from "../rules/rule.ts";
import type { World } from "../state/world.ts";
import { apiErrors } from "./errors.ts";
import type { ApiRequest } from "./request.ts";

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

export interface Call {
  readonly world: World;
  readonly request: ApiRequest;
  /** A part of the path by its name in the template. */
  param(name: string): string;
  /** The body, or a part of it, in this shape; refuses any other. */
  parse<T>(schema: z.ZodType<T>, data?: unknown): T;
  /** Refuses the request when a rule finds something. */
  check<T>(rules: readonly Rule<T>[], subject: T): void;
}

export interface Route {
  readonly method: string;
  /** As Discord's description writes it. */
  readonly template: string;
  /** `bot`: needs the bot's token in the header; `open`: does not (an interaction's token stands in the path). */
  readonly access: "bot" | "open";
  readonly handle: (call: Call) => Reply;
}

/** Remembers each finding as a violation and throws what Discord answers; nothing happens where there is none. */
export function refuse(
  record: (violation: Violation) => void,
  request: ApiRequest,
  findings: readonly Finding[],
): void {
  if (findings.length === 0) return;
  for (const { rule, message } of findings) {
    record({ rule, message, method: request.method, path: request.path, body: request.body });
  }
  const errors = findings.map(({ rule, message }) => ({ code: rule, message }));
  throw apiErrors.invalidForm({ _errors: errors });
}

export function createCall(
  world: World,
  request: ApiRequest,
  params: ReadonlyMap<string, string>,
  record: (violation: Violation) => void,
): Call {
  return {
    world,
    request,
    param(name) {
      const value = params.get(name);
      if (value === undefined) throw new Error(`The route has no ${name}`);
      return value;
    },
    parse(schema, data = request.body) {
      const parsed = schema.safeParse(data);
      if (parsed.success) return parsed.data;
      const issue = parsed.error.issues[0];
      const message = `${issue?.path.join(".") || "body"}: ${issue?.message ?? "does not fit"}`;
      refuse(record, request, [{ rule: "body-shape", message }]);
      throw new Error("unreachable: refuse throws on a finding");
    },
    check(rules, subject) {
      refuse(record, request, applyRules(rules, subject));
    },
  };
}
