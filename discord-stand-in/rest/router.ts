import type { Violation } from "../rules/rule.ts";
import type { SchemaCheck } from "../schema-check.ts";
import type { World } from "../state/world.ts";
import { apiErrors } from "./errors.ts";
import type { ApiRequest } from "./request.ts";
import { createCall, type Reply, type Route, refuse } from "./route.ts";
import { applicationRoutes } from "./routes-application.ts";
import { channelRoutes } from "./routes-channels.ts";
import { commandRoutes } from "./routes-commands.ts";
import { guildRoutes } from "./routes-guilds.ts";
import { interactionRoutes } from "./routes-interactions.ts";
import { messageRoutes } from "./routes-messages.ts";
import { threadRoutes } from "./routes-threads.ts";

const routes: readonly Route[] = [
  ...applicationRoutes,
  ...commandRoutes,
  ...guildRoutes,
  ...channelRoutes,
  ...messageRoutes,
  ...threadRoutes,
  ...interactionRoutes,
];

/** A route that fits a request, with the parts of the path that it names. */
export interface Found {
  readonly route: Route;
  readonly params: ReadonlyMap<string, string>;
}

/** The route with the most literal segments, so that `@original` is never taken for an id. */
export function findRoute(method: string, path: string): Found | undefined {
  const segments = path.split("/");
  const found = routes.flatMap((route) => {
    if (route.method !== method) return [];
    const params = matchTemplate(route.template, segments);
    return params ? [{ route, params }] : [];
  });
  return found.sort((a, b) => a.params.size - b.params.size)[0];
}

function matchTemplate(template: string, segments: readonly string[]): Map<string, string> | undefined {
  const parts = template.split("/");
  if (parts.length !== segments.length) return undefined;
  const params = new Map<string, string>();
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? "";
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name !== undefined && segment !== "") params.set(name, segment);
    else if (part !== segment) return undefined;
  }
  return params;
}

/** Carries a request out; throws an ApiError where Discord refuses. */
export function carryOut(
  world: World,
  schema: SchemaCheck,
  record: (violation: Violation) => void,
  request: ApiRequest,
  found: Found | undefined,
): Reply {
  if (!found) {
    const message = `${request.method} ${request.path} is not served here`;
    record({ rule: "unknown-route", message, method: request.method, path: request.path, body: request.body });
    throw apiErrors.notFound();
  }
  if (found.route.access === "bot" && request.authorization !== `Bot ${world.settings.token}`)
    throw apiErrors.unauthorized();
  if (!request.userAgent?.startsWith("DiscordBot (")) {
    refuse(record, request, [{ rule: "user-agent", message: "a bot says who it is: DiscordBot (url, version)" }]);
  }
  if (request.body !== undefined) {
    const complaints = schema.check(request.method, found.route.template, request.body);
    refuse(
      record,
      request,
      complaints.map((message) => ({ rule: "openapi", message })),
    );
  }
  return found.route.handle(createCall(world, request, found.params, record));
}
