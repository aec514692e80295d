import { AppError } from "../errors.ts";

/** Settings of the Discord bot. */
export interface DiscordSettings {
  readonly token: string | undefined;
  readonly applicationId: string | undefined;
  /** Another server that speaks Discord's API; Discord's own where it is undefined. */
  readonly apiUrl: string | undefined;
  readonly messageContentIntent: boolean;
  /** Whether an answer stays when a webhook reposts the person's message under another name. */
  readonly webhookProxies: boolean;
  /** The connections over which servers are spread: as many as Discord recommends, or the given ones out of a total. */
  readonly shards: "auto" | { readonly ids: readonly number[]; readonly count: number };
}

/**
 * Reads SHARDS and SHARD_COUNT.
 * @throws AppError `settings-invalid` where they do not fit together
 */
export function shardsOf(list: string, count: number | undefined): DiscordSettings["shards"] {
  if (list === "auto") {
    return count === undefined ? "auto" : { ids: Array.from({ length: count }, (_, id) => id), count };
  }
  const ids = [...new Set(list.split(/[\s,]+/).map(Number))];
  if (count === undefined) {
    throw new AppError(
      "settings-invalid",
      "SHARDS names some shards, but SHARD_COUNT does not say how many there are in all.",
      "Set SHARD_COUNT to the same number in every process, or leave both out.",
    );
  }
  if (ids.some((id) => id >= count)) {
    throw new AppError(
      "settings-invalid",
      "The setting SHARDS is not valid.",
      "Use auto, or numbers from 0 to SHARD_COUNT - 1 with commas between them. .env.example explains it.",
    );
  }
  return { ids, count };
}
