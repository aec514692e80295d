import { join } from "node:path";
import type { Settings } from "../config/settings.ts";

export type StoreKind = "sqlite" | "postgres";

/** Where the store is. */
export type StorePlace =
  | { readonly kind: "sqlite"; readonly file: string }
  | { readonly kind: "postgres"; readonly url: string };

/** What the settings say of the store. */
export type StoreSettings = Pick<Settings, "dataFolder" | "databaseUrl" | "personKey">;

export function storePlaceOf({
  dataFolder,
  databaseUrl,
}: Pick<StoreSettings, "dataFolder" | "databaseUrl">): StorePlace {
  return databaseUrl === undefined
    ? { kind: "sqlite", file: join(dataFolder, "store.sqlite") }
    : { kind: "postgres", url: databaseUrl };
}
