import { setTimeout as pause } from "node:timers/promises";
import { DefaultRestOptions, type RESTOptions } from "discord.js";
import { LRUCache } from "lru-cache";
import { anySignal } from "../../any-signal.ts";
import { requireDiscord } from "./foreign-answers.ts";

type Send = RESTOptions["makeRequest"];
type Response = Awaited<ReturnType<Send>>;

const pausesMs = [100, 300, 700, 1500];
/**
 * For repeatable requests while no connection can be made at all: Discord is down as a whole then, and will be back.
 */
const patientPausesMs = [...pausesMs, 3000, 5000, 8000];
/** An interaction has to be acknowledged within 3 s: a connection that hangs must not use them up. */
const callbackTimeoutMs = 1200;
/** Discord never takes this long: a request that hangs has failed silently. */
const usualAttemptTimeoutMs = 6000;
/** The total time for all attempts at a request. */
export const requestTimeoutMs = 40_000;

/** Failures after which it is certain that Discord has not seen the request. */
const unsentCodes: ReadonlySet<unknown> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);
/** Acknowledgements without a known end, at once. */
const mostPending = 1000;
const alreadyAcknowledged = 40060;

/**
 * Sends requests and retries failed ones with growing pauses, unless that could do the same thing twice. A response may
 * be lost after Discord has done the work, so a retry must not treat "already done" as a failure.
 */
export function createRequests(
  send: Send = DefaultRestOptions.makeRequest,
  attemptTimeoutMs = usualAttemptTimeoutMs,
): Send {
  const timeoutsMs = { callback: callbackTimeoutMs, once: 2 * attemptTimeoutMs, repeatable: attemptTimeoutMs };
  // Whoever is told to wait sends anew, in a call of its own: which acknowledgements may have arrived is kept for it.
  const mayHaveArrived = new LRUCache<string, true>({ max: mostPending });
  return async (url, init) => {
    const request = { method: (init.method ?? "GET").toUpperCase(), path: new URL(url).pathname, body: init.body };
    const kind = kindOf(request);
    for (let attempt = 0; ; attempt++) {
      const outcome = await attemptAt(url, init, kind);
      if ("response" in outcome) {
        const { response } = outcome;
        requireDiscord(response);
        const isDone = response.status < 500 || (kind === "once" && response.status !== 503);
        const pauseMs = isDone ? undefined : pausesMs[attempt];
        if (pauseMs === undefined) {
          return mayHaveArrived.has(request.path) ? acknowledged(response) : response;
        }
        if (kind === "callback") mayHaveArrived.set(request.path, true);
        await wait(pauseMs, init);
      } else {
        const { error } = outcome;
        if (kind === "callback" && !isUnsent(error)) mayHaveArrived.set(request.path, true);
        // Connecting has its own pauses and marks its requests.
        const isPatient = kind === "repeatable" && !request.path.endsWith("/gateway/bot");
        const pauseMs = (isPatient ? patientPausesMs : pausesMs)[attempt];
        const isOver = init.signal?.aborted === true || (kind === "once" && !isUnsent(error));
        if (pauseMs === undefined || isOver) throw error;
        await wait(pauseMs, init);
      }
    }
  };

  async function attemptAt(
    url: string,
    init: Parameters<Send>[1],
    kind: keyof typeof timeoutsMs,
  ): Promise<{ readonly response: Response } | { readonly error: unknown }> {
    try {
      const response = await send(url, withTimeout(init, timeoutsMs[kind]));
      // A response that breaks off is lost like one that never came: its words belong to the attempt.
      const { status, statusText } = response;
      const body = status === 204 || status === 304 ? null : await response.arrayBuffer();
      return { response: new globalThis.Response(body, { status, statusText, headers: [...response.headers] }) };
    } catch (error) {
      return { error };
    }
  }
}

function wait(pauseMs: number, { signal }: Parameters<Send>[1]): Promise<void> {
  return pause(pauseMs, undefined, signal ? { signal } : {});
}

/** `once`: sending it twice would have an effect twice. */
function kindOf({ method, path, body }: { method: string; path: string; body: unknown }) {
  if (method !== "POST") return "repeatable";
  if (/\/interactions\/\d+\/[^/]+\/callback$/.test(path)) return "callback";
  if (/\/webhooks\/\d+\/[^/]+$/.test(path)) return "once";
  if (!/\/messages$/.test(path)) return "repeatable";
  return typeof body === "string" && body.includes('"enforce_nonce":true') ? "repeatable" : "once";
}

function withTimeout(init: Parameters<Send>[1], timeoutMs: number): Parameters<Send>[1] {
  const timeout = AbortSignal.timeout(timeoutMs);
  return { ...init, signal: init.signal ? anySignal(init.signal, timeout) : timeout };
}

function isUnsent(error: unknown): boolean {
  return error instanceof Error && "code" in error && unsentCodes.has(error.code);
}

/** The first attempt did arrive, although its response was lost. */
async function acknowledged(response: Response): Promise<Response> {
  if (response.status !== 400) return response;
  const text = await response.text();
  const body: unknown = JSON.parse(text);
  const isDone = typeof body === "object" && body !== null && "code" in body && body.code === alreadyAcknowledged;
  return isDone
    ? new globalThis.Response(null, { status: 204 })
    : new globalThis.Response(text, { status: response.status, headers: [...response.headers] });
}
