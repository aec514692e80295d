import { type IncomingHttpHeaders, type IncomingMessage, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { anySignal } from "../../any-signal.ts";
import { AppError, describeError } from "../../errors.ts";
import { checkedLookup, refusePrivateNumber } from "./checked-lookup.ts";

export interface RequestLimits {
  readonly mostBytes: number;
  /** For all of the answer. */
  readonly timeoutMs: number;
  /** Hosts, with a port or for all of them, that need not be in the public internet. */
  readonly privateHosts: readonly string[];
  /** Ends it before. */
  readonly signal: AbortSignal;
}

export interface WebAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Decompressed; empty unless the status is 200. */
  readonly body: Buffer;
}

/**
 * Asks for one address, and follows nothing.
 * @throws AppError `fetch-failed`, `fetch-refused`
 */
export async function requestOnce(
  url: URL,
  headers: Readonly<Record<string, string>>,
  limits: RequestLimits,
): Promise<WebAnswer> {
  if (!isAllowed(url, limits)) refusePrivateNumber(url);
  const late = AbortSignal.timeout(limits.timeoutMs);
  try {
    const answer = await open(url, headers, limits, anySignal(late, limits.signal));
    const { statusCode: status = 0 } = answer;
    if (status === 200) return { status, headers: answer.headers, body: await bodyOf(answer, limits.mostBytes) };
    answer.destroy();
    return { status, headers: answer.headers, body: Buffer.alloc(0) };
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const why = late.aborted ? `no whole answer within ${limits.timeoutMs / 1000} s` : describeError(cause);
    throw new AppError("fetch-failed", `It cannot be fetched: ${why}.`, "Try again later.", { cause });
  }
}

function open(
  url: URL,
  headers: Readonly<Record<string, string>>,
  limits: RequestLimits,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const request = url.protocol === "https:" ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    request(url, {
      headers: { ...headers, "accept-encoding": "gzip, deflate, br" },
      // Each request has a connection of its own, which goes to an address that was checked for it.
      agent: false,
      signal,
      ...(isAllowed(url, limits) ? {} : { lookup: checkedLookup }),
    })
      .on("response", resolve)
      .on("error", reject)
      .end();
  });
}

function isAllowed({ host, hostname }: URL, { privateHosts }: RequestLimits): boolean {
  return privateHosts.includes(host) || privateHosts.includes(hostname);
}

async function bodyOf(answer: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of decompressed(answer)) {
    const buffer = Buffer.from(piece);
    bytes += buffer.length;
    // A small file may unfold to a very large one, so what counts is what comes out.
    if (bytes > mostBytes) {
      answer.destroy();
      throw new AppError(
        "fetch-failed",
        `It is larger than ${Math.round(mostBytes / 1e5) / 10} MB.`,
        "Allow more with --most-megabytes.",
      );
    }
    pieces.push(buffer);
  }
  return Buffer.concat(pieces);
}

function decompressed(answer: IncomingMessage): Readable {
  const encoding = answer.headers["content-encoding"]?.trim().toLowerCase() ?? "identity";
  const unpack =
    encoding === "gzip" || encoding === "x-gzip"
      ? createGunzip()
      : encoding === "br"
        ? createBrotliDecompress()
        : encoding === "deflate"
          ? createInflate()
          : undefined;
  if (unpack === undefined) return answer;
  answer.on("error", (error) => unpack.destroy(error));
  return answer.pipe(unpack);
}
