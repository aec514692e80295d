import { open, stat } from "node:fs/promises";
import path from "node:path";

/** The title of a page is within this many bytes. */
const headBytes = 16_384;
/** This many pages do not have the same title by chance. */
const leastPages = 3;
const page = /\.x?html?$/iu;
const titleElement = /<title[^>]*>([^<]{1,500})<\/title/iu;

interface KnownTitle {
  readonly mtimeMs: number;
  readonly size: number;
  readonly title: string;
}

/** Cached by path, since pages change rarely and folders are listed often. */
const known = new Map<string, KnownTitle>();

/**
 * The titles of web pages that several pages of a folder have in common: they name the site and none of its pages.
 * Pages that not everybody may see count for pages of the same audience alone.
 * @param folder a real path
 * @param audienceOf the name of a file's audience, "" for everybody
 * @returns by file, as `plainTitle` writes it
 */
export async function sharedTitles(
  folder: string,
  files: readonly string[],
  audienceOf: (file: string) => string = () => "",
): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>();
  for (const file of files) {
    if (!page.test(file)) continue;
    const title = await titleIn(path.join(folder, ...file.split("/")));
    if (title !== "") titles.set(file, title);
  }
  const pages = new Map<string, number>();
  const nameOf = (title: string, audience: string): string => `${audience} ${title}`;
  for (const [file, title] of titles) {
    const name = nameOf(title, audienceOf(file));
    pages.set(name, (pages.get(name) ?? 0) + 1);
  }
  return new Map(
    [...titles].filter(([file, title]) => {
      const seen = new Set(["", audienceOf(file)]);
      return [...seen].reduce((sum, audience) => sum + (pages.get(nameOf(title, audience)) ?? 0), 0) >= leastPages;
    }),
  );
}

/** A title without what differs between two ways to write the same: case, white space, marks. */
export function plainTitle(title: string): string {
  return title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/&#?\w+;/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Empty where there is none; what cannot be read has none, and reading it will say why. */
async function titleIn(file: string): Promise<string> {
  try {
    const { mtimeMs, size } = await stat(file);
    const before = known.get(file);
    if (before !== undefined && before.mtimeMs === mtimeMs && before.size === size) return before.title;
    const handle = await open(file, "r");
    try {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
      const title = plainTitle(titleElement.exec(buffer.toString("utf8", 0, bytesRead))?.[1] ?? "");
      known.set(file, { mtimeMs, size, title });
      return title;
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof Error && "code" in error) return "";
    throw error;
  }
}
