import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "@opensearch-project/opensearch";
import type * as z from "zod";
import { AppError, describeError } from "../../errors.ts";

/** Where an OpenSearch cluster is, and how long it may take. */
export interface ClusterAddress {
  /**
   * Addresses of one node or several of the same cluster, with commas between them. The path, if there is one, is what
   * the names of its indices begin with: `https://search.example.org:9200/fundstelle`.
   */
  readonly url: string;
  /** After so long a node is asked no longer and another one is; 3,000 where absent. */
  readonly timeoutMs?: number;
}

export interface ClusterRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: object;
  /** In place of a body, lines of JSON. */
  readonly lines?: readonly string[];
  /** Statuses beside success that are an answer as well: 404, where something may be missing. */
  readonly accepted?: readonly number[];
  /** For writing, which takes longer than a question may wait. */
  readonly timeoutMs?: number;
}

/** The connection to a cluster. Every request ends in a whole answer or an error. */
export interface ClusterConnection {
  /** What the names of the indices begin with. */
  readonly prefix: string;
  /** Of its nodes, for people: without a name and a password. */
  readonly addresses: string;
  /**
   * @returns the answer, and its status where that was accepted though it is no success
   * @throws AppError `search-unavailable`, `settings-invalid`
   */
  ask<Schema extends z.ZodType>(
    request: ClusterRequest,
    schema: Schema,
  ): Promise<{ readonly status: number; readonly body: z.infer<Schema> | undefined }>;
  close(): Promise<void>;
}

/** What the names of indices may begin with. */
const nameForm = /^[a-z0-9][a-z0-9._-]{0,99}$/u;
/** What Node calls certificates that it does not accept. */
const certificateFailure = /certificate|altname|unable to get (?:local )?issuer|unable to verify/iu;
/** What a cluster says that takes nothing in at the moment, such as one whose disk is full. */
const blocked = /cluster_block_exception/u;
const usualTimeoutMs = 3_000;
/** A cluster that has too much to do is asked again after so long, and then after twice as long. */
const busyPausesMs = [100, 200, 400, 800];

/** Connects to a cluster. Nodes that do not answer are tried again, and others in their place. */
export async function connectCluster({ url, timeoutMs = usualTimeoutMs }: ClusterAddress): Promise<ClusterConnection> {
  const urls = url.split(",").map((one) => new URL(one.trim()));
  const [first] = urls;
  if (first === undefined) throw new RangeError("A cluster has at least one node.");
  // Loaded only where there is a cluster.
  const { Client } = await import("@opensearch-project/opensearch");
  const auth =
    first.username === ""
      ? undefined
      : { username: decodeURIComponent(first.username), password: decodeURIComponent(first.password) };
  const client = new Client({
    nodes: urls.map(({ origin }) => origin),
    maxRetries: Math.max(3, urls.length),
    requestTimeout: timeoutMs,
    ...(auth === undefined ? {} : { auth }),
  });
  const prefix = prefixOf(urls);
  return {
    prefix,
    addresses: urls.map(({ origin }) => origin).join(", "),
    async ask(request, schema) {
      const { status, body } = await persistently(client, request);
      if (status >= 400) return { status, body: undefined };
      const parsed = schema.safeParse(body);
      if (!parsed.success) throw foreign(request, parsed.error);
      return { status, body: parsed.data };
    },
    close: () => client.close(),
  };
}

/**
 * The same connection for what nobody waits for: a cluster that takes in a large collection answers late.
 * @param timeoutMs for requests that say nothing else
 */
export function withPatience(connection: ClusterConnection, timeoutMs: number): ClusterConnection {
  return { ...connection, ask: (request, schema) => connection.ask({ timeoutMs, ...request }, schema) };
}

async function persistently(client: Client, request: ClusterRequest): Promise<{ status: number; body: unknown }> {
  for (const wait of [...busyPausesMs, undefined]) {
    const { status, body } = await once(client, request);
    if (status < 400 || request.accepted?.includes(status) === true) return { status, body };
    const isBlocked = blocked.test(reasonIn(body));
    if ((status === 401 || status === 403) && !isBlocked) throw refused(status);
    const mayPass = status === 429 || status >= 500;
    if (!mayPass || wait === undefined) throw unavailable(`it answered with ${status}${reasonIn(body)}`);
    await pause(wait);
  }
  throw unavailable("it has too much to do");
}

async function once(client: Client, request: ClusterRequest): Promise<{ status: number; body: unknown }> {
  const { method, path, query = {}, body, lines, timeoutMs } = request;
  try {
    const answer = await client.transport.request(
      {
        method,
        path,
        querystring: query,
        ...(body === undefined ? {} : { body }),
        ...(lines === undefined ? {} : { bulkBody: [...lines] }),
      },
      {
        // Statuses are told apart here.
        ignore: [400, 401, 403, 404, 405, 409, 429, 500, 502, 503, 504],
        ...(timeoutMs === undefined ? {} : { requestTimeout: timeoutMs }),
      },
    );
    return { status: answer.statusCode ?? 200, body: answer.body };
  } catch (error) {
    const reason = describeError(error);
    throw certificateFailure.test(reason)
      ? unproven(reason, error)
      : unavailable(`${method} ${path}: ${reason}`, error);
  }
}

/** The path that one of the addresses has, or each of them. */
function prefixOf(urls: readonly URL[]): string {
  const paths = new Set(
    urls.map(({ pathname }) => pathname.replaceAll(/^\/+|\/+$/gu, "")).filter((path) => path !== ""),
  );
  const [prefix = "fundstelle", other] = paths;
  if (other === undefined && nameForm.test(prefix)) return prefix;
  throw new AppError(
    "settings-invalid",
    other === undefined
      ? `The path in INDEX_URL cannot begin the name of an index: ${prefix}`
      : `The addresses in INDEX_URL have different paths: ${prefix} and ${other}`,
    "Give INDEX_URL one path of small letters, digits and hyphens, such as https://search.example.org:9200/fundstelle.",
  );
}

function reasonIn(body: unknown): string {
  if (typeof body !== "object" || body === null || !("error" in body)) return "";
  return `: ${JSON.stringify(body.error).slice(0, 300)}`;
}

/** The error for what answers and is no cluster of OpenSearch, or one that holds what this program has not written. */
function foreign({ method, path }: ClusterRequest, cause: z.ZodError): AppError {
  return new AppError(
    "search-unavailable",
    `The search is not available: what answers behind INDEX_URL does not say what a cluster with this program's index says (${method} ${path}).`,
    "Check that INDEX_URL names a cluster of OpenSearch, then run: fundstelle doctor",
    { cause },
  );
}

/** The error for a cluster whose certificate proves nothing. */
function unproven(reason: string, cause: unknown): AppError {
  return new AppError(
    "settings-invalid",
    `The certificate of the cluster behind INDEX_URL proves nothing (${reason}).`,
    "Name the file of the authority that signed it in NODE_EXTRA_CA_CERTS, or use an address that the certificate names.",
    { cause },
  );
}

/** The error for a cluster that gives no answer, or no whole one. */
export function unavailable(why: string, cause?: unknown): AppError {
  return new AppError(
    "search-unavailable",
    `The search is not available: the cluster behind INDEX_URL gave no whole answer (${why}).`,
    "Ask again in a moment; whoever runs it looks at the cluster's health.",
    { cause },
  );
}

/** The error for an index that is not what was written. */
export function damaged(what: string): AppError {
  return new AppError("index-damaged", `The index in the cluster behind INDEX_URL is damaged: ${what}.`, remedy);
}

const remedy = "It is built anew by: fundstelle check";

function refused(status: number): AppError {
  return new AppError(
    "settings-invalid",
    `The cluster behind INDEX_URL does not let the program in (${status}).`,
    "Check the name and the password in INDEX_URL, and what that user may do.",
  );
}
