import * as z from "zod";

const ownHosts: ReadonlySet<string> = new Set(["cdn.discordapp.com", "media.discordapp.net"]);

/** What Discord says of a file that somebody has sent. */
export interface SentFile {
  readonly url: string;
  /** In bytes, as Discord says. */
  readonly size: number;
}

export interface DownloadLimits {
  /** Address of another Discord than the public one. */
  readonly apiUrl: string | undefined;
  readonly mostBytes: number;
  readonly timeoutMs: number;
}

/**
 * Fetches a file that somebody has sent, from where Discord keeps such files and from nowhere else.
 * @returns undefined where it is larger, comes from elsewhere, or cannot be had in time
 */
export async function download({ url, size }: SentFile, limits: DownloadLimits): Promise<Uint8Array | undefined> {
  const { mostBytes, timeoutMs, apiUrl } = limits;
  if (size > mostBytes || !addressSchema(apiUrl).safeParse(url).success) return undefined;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs), redirect: "error" });
    return response.ok && response.body !== null ? await readAll(response.body, mostBytes) : undefined;
  } catch {
    return undefined;
  }
}

function addressSchema(apiUrl: string | undefined) {
  const own = apiUrl === undefined ? undefined : new URL(apiUrl).origin;
  return z.url({ abort: true }).refine((text) => {
    const { protocol, host, origin, username } = new URL(text);
    return username === "" && (origin === own || (protocol === "https:" && ownHosts.has(host)));
  });
}

/** @returns undefined where there is more than Discord has said */
async function readAll(body: ReadableStream<Uint8Array>, mostBytes: number): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.length;
    if (bytes > mostBytes) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
