import { createDocument } from "../../documents/read-document.ts";
import type { Stated } from "./fetched-pages.ts";

/**
 * What `sources.json` should say of a document. A date that it states itself outweighs when it was last changed.
 * @throws AppError `not-text`, `document-unparsable` where it cannot be read
 */
export async function statedOf(
  bytes: Uint8Array,
  file: string,
  url: string,
  lastChange: string | undefined,
): Promise<Stated> {
  const { metadata } = await createDocument(bytes, file, { key: "fetched", detectLanguage: () => "en" });
  const published = metadata.published === undefined ? lastChange : undefined;
  return { url, ...(published === undefined ? {} : { published }) };
}
