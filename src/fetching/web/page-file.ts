import { createHash } from "node:crypto";
import { posix } from "node:path";
import { isDocumentPath } from "../../documents/find-files.ts";
import { formatOf } from "../../documents/formats.ts";

/** Types of content, and the ending of a file that holds it. */
const endings: Readonly<Record<string, string>> = {
  "text/html": ".html",
  "application/xhtml+xml": ".html",
  "text/plain": ".txt",
  "text/markdown": ".md",
  "message/rfc822": ".eml",
  "multipart/related": ".mhtml",
  "application/x-mimearchive": ".mhtml",
  "application/pdf": ".pdf",
  "application/epub+zip": ".epub",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
  "application/vnd.oasis.opendocument.text": ".odt",
};

/** Types that say nothing, so that the address decides. */
const unspecific = new Set(["", "text/plain", "application/octet-stream", "binary/octet-stream"]);
const longestPart = 80;

/**
 * Where a page is kept: its host, and its path in characters that every file system takes.
 * @param contentType as the header has it
 * @param isTaken whether another page has this file
 * @returns a path with forward slashes; undefined where no format reads such content
 */
export function pageFile(
  url: URL,
  contentType: string | undefined,
  isTaken: (file: string) => boolean,
): string | undefined {
  const segments = decoded(url.pathname)
    .split("/")
    .filter((part) => part !== "");
  const last = url.pathname.endsWith("/") ? "index" : (segments.pop() ?? "index");
  const ending = endingOf(last, contentType);
  if (ending === undefined) return undefined;
  const stem =
    last.toLowerCase().endsWith(posix.extname(last).toLowerCase()) && formatOf(last) !== undefined
      ? posix.basename(last, posix.extname(last))
      : last;
  const folders = segments.map((part) => plain(part).replaceAll(".", "-"));
  const file = [plain(url.host), ...folders.slice(0, 8), `${plain(stem)}${ending}`].join("/");
  const isExact = url.search === "" && folders.length <= 8 && isDocumentPath(file) && !isTaken(file);
  if (isExact) return file;
  const mark = createHash("sha256").update(url.href).digest("hex").slice(0, 10);
  const marked = [
    plain(url.host),
    ...folders.slice(0, 8).filter((part) => part !== "node_modules"),
    `${plain(stem)}-${mark}${ending}`,
  ];
  return marked.join("/");
}

function endingOf(last: string, contentType = ""): string | undefined {
  const type = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  const own = posix.extname(last).toLowerCase();
  if (unspecific.has(type) && own !== "" && formatOf(`a${own}`) !== undefined) return own;
  return endings[type];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Names such as `con` mean devices on Windows, whatever follows them. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/iu;

function plain(part: string): string {
  const safe = part
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^[._-]+|[._-]+$/gu, "")
    .replace(devices, "$&-")
    .toLowerCase();
  return Array.from(safe).slice(0, longestPart).join("") || "page";
}
