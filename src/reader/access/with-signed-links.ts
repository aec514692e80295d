import { withReaderLinks } from "../../answering/linking/reader-links.ts";
import type { Fundstelle } from "../../answering/service.ts";
import type { Settings } from "../../config/settings.ts";
import { accessKey } from "./access-key.ts";
import { createReaderLinks } from "./sign-links.ts";

/**
 * Wraps a collection so that its answers link to pages that another process serves at READER_URL.
 * @throws AppError `disk-failed` where the key for links can be neither read nor kept
 */
export function withSignedLinks(
  fundstelle: Fundstelle,
  { reader, dataFolder }: Pick<Settings, "reader" | "dataFolder">,
): Fundstelle {
  const { url, key, linkDays } = reader;
  if (url === undefined) return fundstelle;
  return withReaderLinks(fundstelle, createReaderLinks({ url, key: accessKey(key, dataFolder), linkDays }));
}
