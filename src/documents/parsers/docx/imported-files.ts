import { decodeText } from "../../decode.ts";
import { decodeHtml } from "../html/decode-html.ts";
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
  if (/\.mht(?:ml)?$/i.test(name)) return htmlOfArchive(bytes, name);
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

/** The page in a web archive, which is a message with parts. */
function htmlOfArchive(bytes: Uint8Array, name: string): string | undefined {
  const message = Buffer.from(bytes).toString("latin1");
  const boundary = /boundary="?([^"\r\n;]+)/i.exec(message)?.[1];
  const parts = boundary === undefined ? [message] : message.split(`--${boundary}`);
  const page = parts.find((part) => /^content-type:\s*text\/html/im.test(part));
  if (page === undefined) return undefined;
  const [head = "", ...rest] = page.replace(/^\s+/, "").split(/\r?\n\r?\n/);
  const body = rest.join("\n\n");
  const encoding = /^content-transfer-encoding:\s*([\w-]+)/im.exec(head)?.[1]?.toLowerCase();
  const content =
    encoding === "base64"
      ? Buffer.from(body, "base64")
      : Buffer.from(encoding === "quoted-printable" ? unquoted(body) : body, "latin1");
  return bodyOf(decodeHtml(content, name).html);
}

function unquoted(text: string): string {
  return text
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
