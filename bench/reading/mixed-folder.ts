/** A folder of documents of many formats, as large as is wished. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { docxFile } from "../../tests/documents/files/docx-file.ts";
import { epubFile, odtFile, pptxFile, slideParagraph, xlsxFile } from "../../tests/documents/files/office-files.ts";
import { linesDown, pdfFile } from "../../tests/documents/files/pdf-file.ts";
import { generatePassages } from "../corpus.ts";

interface Format {
  readonly extension: string;
  /** Of all bytes. */
  readonly share: number;
  /** How many passages a document has; files of pages and slides are smaller. */
  readonly passages: number;
  readonly write: (texts: readonly string[]) => Uint8Array | string;
}

const perSection = 5;

const formats: readonly Format[] = [
  { extension: "txt", share: 0.25, passages: 200, write: (texts) => `${texts.join("\n\n")}\n` },
  // As large as a file of plain text gets, and of nothing but short lines.
  { extension: "txt", share: 0.05, passages: 40_000, write: (texts) => texts.join("\n").replaceAll(". ", ".\n\n") },
  { extension: "md", share: 0.25, passages: 200, write: markdown },
  { extension: "html", share: 0.25, passages: 200, write: html },
  {
    extension: "docx",
    share: 0.05,
    passages: 200,
    write: (texts) =>
      docxFile({ blocks: texts.map((text, i) => (i % perSection === 0 ? { style: "berschrift1", text } : { text })) }),
  },
  { extension: "odt", share: 0.04, passages: 200, write: (texts) => odtFile(elements(texts, "text:h", "text:p")) },
  {
    extension: "epub",
    share: 0.04,
    passages: 400,
    write: (texts) => epubFile(sections(texts).map((section) => ({ body: elements(section, "h1", "p") }))),
  },
  {
    extension: "pptx",
    share: 0.02,
    passages: 40,
    write: (texts) =>
      pptxFile(
        sections(texts).map(([title = "", ...rest]) => ({ title, boxes: rest.map((text) => slideParagraph(text)) })),
      ),
  },
  {
    extension: "xlsx",
    share: 0.02,
    passages: 400,
    write: (texts) => xlsxFile([{ name: "Sheet", rows: texts.map((text, i) => [String(i), text]) }]),
  },
  {
    extension: "pdf",
    share: 0.03,
    passages: 100,
    write: (texts) => pdfFile({ pages: sections(texts).map((section) => linesDown(section.flatMap(wrapped))) }),
  },
];

/**
 * Writes made-up documents, of each format its share.
 * @returns how many files there are, and how many bytes they have
 */
export async function writeMixedFolder(folder: string, bytes: number): Promise<{ files: number; bytes: number }> {
  const all = { files: 0, bytes: 0 };
  for (const [at, { extension, share, passages, write }] of formats.entries()) {
    const below = join(folder, `${at}-${extension}`);
    await mkdir(below, { recursive: true });
    const texts = generatePassages(Number.MAX_SAFE_INTEGER, at + 1);
    for (let [written, number] = [0, 0]; written < bytes * share; number += 1) {
      const own = Array.from({ length: passages }, () => texts.next().value?.text ?? "");
      const content = Buffer.from(write(own));
      await writeFile(join(below, `document-${number}.${extension}`), content);
      written += content.length;
      all.files += 1;
      all.bytes += content.length;
    }
  }
  return all;
}

function sections(texts: readonly string[]): string[][] {
  const found: string[][] = [];
  for (let i = 0; i < texts.length; i += perSection) found.push(texts.slice(i, i + perSection));
  return found;
}

function headingOf(text: string): string {
  return text.split(" ").slice(0, 6).join(" ");
}

function markdown(texts: readonly string[]): string {
  return sections(texts)
    .map((section) => `## ${headingOf(section[0] ?? "")}\n\n${section.join("\n\n")}\n\n- ${section.join("\n- ")}`)
    .join("\n\n");
}

function html(texts: readonly string[]): string {
  const body = sections(texts).map((section) => elements([headingOf(section[0] ?? ""), ...section], "h2", "p"));
  return `<!doctype html><html><head><title>Made up</title></head><body><main>${body.join("\n")}</main></body></html>`;
}

function elements(texts: readonly string[], heading: string, paragraph: string): string {
  return texts
    .map((text, i) => (i % (perSection + 1) === 0 ? [heading, headingOf(text)] : [paragraph, text]))
    .map(([name, text = ""]) => `<${name}>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</${name}>`)
    .join("\n");
}

function wrapped(text: string): string[] {
  return text.match(/.{1,80}(?:\s|$)/gu) ?? [];
}
