import { AppError } from "../../../errors.ts";
import { decodeText } from "../../decode.ts";
import { decodeHtml } from "../html/decode-html.ts";
import { htmlOfArchive } from "../mail/read-mail.ts";
import { omission } from "./preparing/marks.ts";

/**
 * The text of a file that was imported into a document as it is, as HTML; undefined where it cannot be read.
 * @param readWord reads a Word document inside another
 */
export async function importedHtml(
  name: string,
  bytes: Uint8Array,
  readWord: (bytes: Uint8Array) => Promise<string>,
): Promise<string | undefined> {
  if (/\.docx?$/i.test(name)) return readWord(bytes);
  if (/\.(?:x?html?)$/i.test(name)) return bodyOf(decodeHtml(bytes, name).html);
  if (/\.mht(?:ml)?$/i.test(name)) return archivedBody(bytes, name);
  if (/\.txt$/i.test(name)) {
    const paragraphs = decodeText(bytes, name).text.split(/(?:\r?\n|\r){2,}/u);
    return paragraphs.map((words) => `<p>${escaped(words)}</p>`).join("");
  }
  return undefined;
}

export const unreadableImport = `<p>${omission}</p>`;

function bodyOf(html: string): string {
  const [, body] = /<body[^>]*>([\s\S]*?)(?:<\/body>|$)/i.exec(html) ?? [];
  return body ?? html;
}

async function archivedBody(bytes: Uint8Array, name: string): Promise<string | undefined> {
  try {
    const html = await htmlOfArchive(bytes, name);
    return html === undefined ? undefined : bodyOf(html);
  } catch (error) {
    // What is no web archive cannot be read, like any other file; the document around it can.
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
