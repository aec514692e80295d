import fc from "fast-check";
import { docxFile } from "../../documents/files/docx-file.ts";
import { linesDown, pdfFile } from "../../documents/files/pdf-file.ts";

/** Words that the random files hold and that are asked for. */
export const asked = ["Brücke", "Zürich", "Überschwemmung", "café", "Munition", "people"];

/** A file of random words in a format that the program reads. */
export interface RandomFile {
  readonly extension: string;
  readonly bytes: Uint8Array;
  /** What its canonical text must be; absent for PDF, whose lines are put together anew. */
  readonly text?: string;
}

interface Block {
  readonly kind: "text" | "heading" | "list";
  readonly text: string;
}

const common = ["der", "alte", "baute", "1893", "und", "Ufer", "with", "many"];
const odd = ["🏗️", "👩‍👩‍👧", "𝔘", "Привет", "北京", "*fett*", "`x`", "…", "„so“", "\u00a0", "\u00ad", "a\u0308o\u0302"];
const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...asked) },
  { weight: 3, arbitrary: fc.constantFrom("Pjöngjang", ...common) },
  { weight: 1, arbitrary: fc.constantFrom(...odd, "**fett**", "[Wort](https://example.org)", "a & b < c") },
);
const sentence = fc
  .tuple(fc.array(word, { minLength: 3, maxLength: 25 }), fc.constantFrom(".", "?", "!", " …"))
  .map(([words, end]) => words.join(" ").trim() + end);
const paragraph = fc
  .array(sentence, { minLength: 1, maxLength: 12 })
  .map((sentences): Block => ({ kind: "text", text: sentences.join(" ") }));
const block = fc.oneof(
  { weight: 5, arbitrary: paragraph },
  fc.constantFrom<Block>({ kind: "heading", text: "Über die Brücke" }, { kind: "list", text: "- eins\n- zwei" }),
);
const blocks = fc.array(block, { minLength: 1, maxLength: 6 });
const form = fc.constantFrom("NFC", "NFD");

const plain = fc
  .record({
    blocks,
    lineBreak: fc.constantFrom("\n", "\r\n"),
    form,
    encoding: fc.constantFrom("utf-8", "utf-8 with mark", "utf-16le"),
    extension: fc.constantFrom("txt", "md"),
  })
  .map(({ blocks, lineBreak, form, encoding, extension }): RandomFile => {
    const texts = blocks.map(({ kind, text }) => (kind === "heading" ? `# ${text}` : text));
    const text = texts.join("\n\n").replaceAll("\n", lineBreak).normalize(form);
    const mark = encoding === "utf-8" ? "" : "\ufeff";
    return { text, extension, bytes: Buffer.from(mark + text, encoding === "utf-16le" ? "utf16le" : "utf8") };
  });

const html = fc
  .record({ blocks, lineBreak: fc.constantFrom("\n", "\r\n"), form, mark: fc.constantFrom("", "\ufeff") })
  .map(({ blocks, lineBreak, form, mark }): RandomFile => {
    const elements = blocks.map(({ kind, text }, number) => {
      if (kind === "heading") return `<h2 id="h-${number}">${text}</h2>`;
      if (kind === "list") return `<ul>${text.replace(/- (.*)\n?/g, "<li>$1</li>")}</ul>`;
      return `<p>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replace("alte", "<b>alte</b>")}</p>`;
    });
    const page = `<!doctype html>${lineBreak}<meta charset="utf-8">${elements.join(lineBreak)}`.normalize(form);
    const text = blocks.map((shown) => shown.text).join("\n\n");
    return { text: text.normalize(form), extension: "html", bytes: Buffer.from(mark + page) };
  });

const docx = fc.record({ blocks, form }).map(({ blocks, form }): RandomFile => {
  const content = blocks.map(({ kind, text }) => ({
    text: text.replaceAll("\n", " ").normalize(form),
    ...(kind === "heading" ? { style: "berschrift1" } : {}),
  }));
  return {
    text: content.map(({ text }) => text).join("\n\n"),
    extension: "docx",
    bytes: docxFile({ blocks: content }),
  };
});

/** Helvetica has the letters of windows-1252 alone. */
const pdfLine = fc
  .array(fc.constantFrom(...asked, ...common, "Hafen-", "–", "…"), { minLength: 1, maxLength: 9 })
  .map((words) => words.join(" "));
const pdf = fc
  .array(fc.array(pdfLine, { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 3 })
  .map(
    (pages): RandomFile => ({ extension: "pdf", bytes: pdfFile({ pages: pages.map((lines) => linesDown(lines)) }) }),
  );

/** Some files, at least one of each format. */
export const randomFiles = fc
  .tuple(fc.array(plain, { minLength: 3, maxLength: 8 }), html, docx, pdf)
  .map(([texts, ...others]) => [...texts, ...others]);
