import type { CslItem } from "./csl-json.ts";

export type ExportFormat = "bibtex" | "biblatex" | "ris";

/** Loaded where a reference is exported, and not before: it takes longer than the rest of the program together. */
async function load() {
  const [{ plugins }] = await Promise.all([
    import("@citation-js/core"),
    import("@citation-js/plugin-bibtex"),
    import("@citation-js/plugin-ris"),
  ]);
  const { format } = plugins.config.get("@bibtex");
  format.useIdAsLabel = true;
  format.checkLabel = false;
  format.asciiOnly = false;
  return plugins;
}

/**
 * Writes an item in the fields of a format. The library knows which fact goes into which field; the facts themselves are
 * put in afterwards, for it wraps, lower-cases and drops characters.
 * @param write how a fact is written in the format
 */
export async function exportItem(
  format: ExportFormat,
  item: CslItem,
  write: (fact: string, field: "title" | "author" | "publisher" | "URL" | "note") => string,
): Promise<string> {
  const plugins = await load();
  const facts = {
    title: item.title,
    author: item.author?.[0].literal,
    publisher: item.publisher,
    URL: item.URL,
    note: item.note,
  };
  const written: string[] = [];
  const token = (field: keyof typeof facts): string | undefined => {
    const fact = facts[field];
    return fact === undefined ? undefined : `fact${written.push(write(fact, field)) - 1}z`;
  };
  const author = token("author");
  const tokens = { title: token("title"), publisher: token("publisher"), URL: token("URL"), note: token("note") };
  const text = plugins.output.format(
    format,
    [
      {
        id: item.id,
        type: item.type,
        ...(item.issued === undefined ? {} : { issued: item.issued }),
        language: item.language,
        ...(author === undefined ? {} : { author: [{ literal: author }] }),
        ...Object.fromEntries(Object.entries(tokens).filter(([, value]) => value !== undefined)),
      },
    ],
    { format: "text" },
  );
  return String(text)
    .trim()
    .replace(/(?<![a-z0-9])fact(\d+)z/g, (mark, position: string) => written[Number(position)] ?? mark);
}

/** Reads what `exportItem` writes. */
export async function importItems(format: ExportFormat, text: string): Promise<unknown> {
  const plugins = await load();
  const forceType = format === "ris" ? "@ris/file" : `@${format}/text`;
  return plugins.input.chain(text, { forceType, generateGraph: false });
}
