import { AppError } from "../errors.ts";
import { openStore, type Store } from "./store.ts";
import type { StoreSettings } from "./store-place.ts";

/**
 * The store, or undefined if nobody has set one and the file that is the default cannot be made: a bot that answered
 * before there was a store goes on answering.
 * @throws AppError what `openStore` throws for a database that is set, and for a file that is there and cannot be used
 */
export async function openStoreForBot(
  settings: StoreSettings,
  tell: (reason: string) => void,
): Promise<Store | undefined> {
  try {
    return await openStore(settings);
  } catch (error) {
    const canDoWithout = error instanceof AppError && error.code === "disk-failed";
    if (settings.databaseUrl !== undefined || settings.personKey !== undefined || !canDoWithout) throw error;
    tell(error.message);
    return undefined;
  }
}
