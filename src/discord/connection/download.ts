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
  if (size > mostBytes || !isKeptByDiscord(url, apiUrl)) return undefined;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs), redirect: "error" });
    return response.ok && response.body !== null ? await readAll(response.body, mostBytes) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether an address leads to where Discord keeps files. @param apiUrl of another Discord than the public one */
export function isKeptByDiscord(address: string, apiUrl: string | undefined): boolean {
  const own = apiUrl === undefined ? undefined : new URL(apiUrl).origin;
  if (!URL.canParse(address)) return false;
  const { protocol, host, origin, username, password } = new URL(address);
  if (username + password !== "") return false;
  return origin === own || (protocol === "https:" && ownHosts.has(host));
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
