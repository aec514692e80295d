import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { Violation } from "../rules/rule.ts";
import type { SchemaCheck } from "../schema-check.ts";
import type { Attachment } from "../state/state.ts";
import type { World } from "../state/world.ts";
import { ApiError } from "./errors.ts";
import { RateLimits } from "./rate-limits.ts";
import { type ApiRequest, type RecordedRequest, readBody } from "./request.ts";
import type { RestFault, RestFaults } from "./rest-faults.ts";
import { carryOut, type Found, findRoute } from "./router.ts";

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export interface RestParts {
  readonly world: World;
  readonly schema: SchemaCheck;
  readonly faults: RestFaults;
  readonly recordRequest: (request: RecordedRequest) => void;
  readonly recordViolation: (violation: Violation) => void;
}

const prefix = "/api/v10";

/** The HTTP side: reads a request, lets faults and rate limits have their way, and answers. */
export function createRestServer(parts: RestParts): Server {
  const { world } = parts;
  const limits = new RateLimits(() => world.clock.now(), world.settings.globalLimit);
  const server = createServer((incoming, response) => {
    serve(parts, limits, incoming, response).catch((error: unknown) => {
      // A mistake of the stand-in itself: it must be seen, and not as something that Discord would say.
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      parts.recordViolation({
        rule: "stand-in-broken",
        message,
        method: incoming.method ?? "",
        path: incoming.url ?? "",
        body: undefined,
      });
      if (!response.headersSent) response.writeHead(500, { "content-type": "application/json" });
      response.end(JSON.stringify({ code: 0, message: "500: Internal Server Error" }));
    });
  });
  server.on("connection", (socket) => {
    if (parts.faults.refusesConnections) socket.destroy();
  });
  parts.faults.cutConnections = () => server.closeAllConnections();
  return server;
}

async function serve(
  parts: RestParts,
  limits: RateLimits,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of incoming) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  } catch {
    // The client went away in the middle of its request: there is nobody to answer.
    response.destroy();
    return;
  }
  const url = new URL(incoming.url ?? "/", "http://localhost");
  if (url.pathname.startsWith("/attachments/")) return serveAttachment(parts.world, url.pathname, response);
  const raw = Buffer.concat(chunks);
  const { body, files } = await readBody(incoming.headers["content-type"], raw);
  const request: ApiRequest = {
    method: incoming.method ?? "GET",
    path: decodeURIComponent(url.pathname.startsWith(prefix) ? url.pathname.slice(prefix.length) : url.pathname),
    query: url.searchParams,
    authorization: incoming.headers.authorization,
    userAgent: incoming.headers["user-agent"],
    body,
    files,
    bytes: raw.length,
  };
  const fault = parts.faults.take(request);
  if (fault?.hangs) return;
  if (fault?.delayMs) await delay(fault.delayMs);
  const found = findRoute(request.method, request.path);
  const answer = fault?.status === undefined ? answerTo(parts, limits, request, found) : answerOf(fault, fault.status);
  const { world } = parts;
  const code = codeOf(answer.body);
  parts.recordRequest({
    method: request.method,
    path: request.path,
    body,
    status: answer.status,
    code,
    at: world.clock.now(),
  });
  if (fault?.loseResponse) {
    if (fault.loseResponse === "hanging") return;
    if (fault.loseResponse === "closed") incoming.socket.destroy();
    else incoming.socket.resetAndDestroy();
    return;
  }
  send(response, answer);
}

function answerTo(parts: RestParts, limits: RateLimits, request: ApiRequest, found: Found | undefined): Answer {
  const { settings } = parts.world;
  const template = found?.route.template ?? "unknown";
  const isMessage = request.method === "POST" && template === "/channels/{channel_id}/messages";
  const major =
    found?.params.get("channel_id") ?? found?.params.get("guild_id") ?? found?.params.get("webhook_token") ?? "";
  const countsGlobally = !template.startsWith("/interactions") && !template.startsWith("/webhooks");
  const limit = isMessage ? settings.messageLimit : settings.routeLimit;
  const verdict = limits.take(`${request.method} ${template}`, major, limit, countsGlobally);
  const { headers } = verdict;
  if (verdict.retryAfter !== undefined) {
    return { status: 429, headers, body: rateLimitBody(verdict.retryAfter, verdict.global) };
  }
  try {
    const reply = carryOut(parts.world, parts.schema, parts.recordViolation, request, found);
    return { status: reply.status, body: reply.body, headers };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const details = error.details ? { errors: error.details } : {};
    return { status: error.status, headers, body: { message: error.message, code: error.code, ...details } };
  }
}

function rateLimitBody(retryAfter: number, global: boolean): object {
  return { message: "You are being rate limited.", retry_after: retryAfter, global };
}

function answerOf(fault: RestFault, status: number): Answer {
  if (status === 429) {
    const seconds = fault.retryAfter ?? 1;
    const global = fault.global ?? false;
    const headers = {
      "Retry-After": String(seconds),
      "X-RateLimit-Scope": global ? "global" : "user",
      ...(global
        ? { "X-RateLimit-Global": "true" }
        : { "X-RateLimit-Limit": "5", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset-After": String(seconds) }),
    };
    return { status, headers, body: rateLimitBody(seconds, global) };
  }
  return { status, body: { message: fault.message ?? `${status}: made to fail`, code: fault.code ?? 0 } };
}

function codeOf(body: unknown): number | undefined {
  return typeof body === "object" && body !== null && "code" in body && typeof body.code === "number"
    ? body.code
    : undefined;
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function serveAttachment(world: World, path: string, response: ServerResponse): void {
  const found = findAttachment(world, path.split("/")[2] ?? "");
  if (found === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { "content-type": found.contentType ?? "application/octet-stream" });
  response.end(found.data);
}

function findAttachment(world: World, id: string): Attachment | undefined {
  const uploaded = world.uploads.get(id);
  if (uploaded !== undefined) return uploaded;
  for (const channel of world.channels.values()) {
    for (const message of channel.messages.values()) {
      const found = message.attachments.find((attachment) => attachment.id === id);
      if (found) return found;
    }
  }
  return undefined;
}
