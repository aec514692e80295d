/** The made-up collection as files on disk, and any collection as the list of passages that every engine is given. */
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { passagesOf } from "../src/documents/passages/passages.ts";
import { documentReader, listCollection, readListed } from "../src/documents/read-collection.ts";
import { type GeneratedPassage, generatePassages } from "./corpus.ts";

const passagesPerDocument = 20;
const documentsPerFolder = 1000;
/** Questions are put together from the words of the first passages. */
const passagesForQuestions = 2000;

/**
 * Writes `.txt` documents of 20 passages each, one after the other, so that memory does not grow with them.
 * @returns the first passages, for questions
 */
export async function writeCorpus(folder: string, passages: number): Promise<GeneratedPassage[]> {
  const first: GeneratedPassage[] = [];
  let texts: string[] = [];
  let document = 0;
  const flush = async (): Promise<void> => {
    if (texts.length === 0) return;
    const below = join(folder, `part-${String(Math.floor(document / documentsPerFolder)).padStart(3, "0")}`);
    if (document % documentsPerFolder === 0) await mkdir(below, { recursive: true });
    await writeFile(join(below, `document-${String(document).padStart(6, "0")}.txt`), `${texts.join("\n\n")}\n`);
    document++;
    texts = [];
  };
  for (const passage of generatePassages(passages)) {
    if (first.length < passagesForQuestions) first.push(passage);
    texts.push(passage.text);
    if (texts.length === passagesPerDocument) await flush();
  }
  await flush();
  return first;
}

/**
 * Reads a folder of documents as the program does and writes its passages, one JSON object a line.
 * @returns how many passages there are, and how many bytes their texts have
 */
export async function writePassages(folder: string, file: string): Promise<{ passages: number; textBytes: number }> {
  const output = createWriteStream(file);
  let passages = 0;
  let textBytes = 0;
  const listing = await listCollection(folder);
  for await (const document of readListed(listing, documentReader(listing, { detectLanguage: () => "de" }))) {
    if ("error" in document) continue;
    for (const { range, paragraph } of passagesOf(document)) {
      const text = document.canonicalText.slice(range.start, range.end);
      passages++;
      textBytes += Buffer.byteLength(text);
      const line = `${JSON.stringify({ text, place: `${document.file}:${paragraph}` })}\n`;
      if (!output.write(line)) await once(output, "drain");
    }
  }
  output.end();
  await once(output, "close");
  return { passages, textBytes };
}
