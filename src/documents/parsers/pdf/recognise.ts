import { spawn } from "node:child_process";
import { extractImages } from "unpdf";
import type { ExtractedBlock } from "../extracted-document.ts";
import { hyphenatedWords, joinLines } from "./layout/join-lines.ts";
import type { Pdf } from "./runs.ts";

/** Smaller pictures are logos and lines. */
const minSide = 200;
/** A page takes a few seconds; anything longer has gone wrong. */
const pageTimeoutMs = 60_000;
/** Threads have no PATH: these are the folders where systems install the program. */
const environment = { PATH: "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin", OMP_THREAD_LIMIT: "1" };
const program = "tesseract";

interface Picture {
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/** The text of a page's pictures; undefined where it cannot be recognised: the program is not installed. */
export async function recognisePage(pdf: Pdf, page: number): Promise<readonly ExtractedBlock[] | undefined> {
  const languages = await installedLanguages();
  if (languages === undefined) return undefined;
  const blocks: ExtractedBlock[] = [];
  for (const picture of await extractImages(pdf, page)) {
    if (picture.width < minSide || picture.height < minSide) continue;
    const text = await run(["stdin", "stdout", "-l", languages, "--dpi", "300"], portablePixmap(picture));
    blocks.push(...blocksOf(text ?? "", page));
  }
  return blocks;
}

function blocksOf(text: string, page: number): ExtractedBlock[] {
  const lines = text.replaceAll("\f", "").split(/\r?\n/);
  const hyphenated = hyphenatedWords(lines);
  return lines
    .join("\n")
    .split(/\n\s*\n/)
    .map((block) =>
      block
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    )
    .filter((block) => /[\p{L}\p{N}]{2}/u.test(block.join(" ")))
    .map((block) => ({ text: joinLines(block, hyphenated), page, isRecognised: true }));
}

/** The simplest format that every such program reads: a head and the colours, in grey where there is one only. */
function portablePixmap({ data, width, height, channels }: Picture): Uint8Array {
  const isGrey = channels === 1;
  const head = Buffer.from(`${isGrey ? "P5" : "P6"}\n${width} ${height}\n255\n`);
  if (channels !== 4) return Buffer.concat([head, new Uint8Array(data)]);
  const colours = Buffer.alloc(width * height * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    colours[to] = data[from] ?? 0;
    colours[to + 1] = data[from + 1] ?? 0;
    colours[to + 2] = data[from + 2] ?? 0;
  }
  return Buffer.concat([head, colours]);
}

let languages: Promise<string | undefined> | undefined;

/** German and English where they are installed, else all that is. */
function installedLanguages(): Promise<string | undefined> {
  languages ??= run(["--list-langs"], undefined).then((list) => {
    const installed = (list ?? "")
      .split(/\r?\n/)
      .slice(1)
      .filter((name) => /^[\w/]+$/.test(name) && name !== "osd");
    const known = ["deu", "eng"].filter((name) => installed.includes(name));
    const chosen = known.length > 0 ? known : installed;
    return chosen.length === 0 ? undefined : chosen.join("+");
  });
  return languages;
}

/** What the program writes; undefined where it is not there or fails. */
function run(args: readonly string[], input: Uint8Array | undefined): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { env: environment, stdio: ["pipe", "pipe", "ignore"], timeout: pageTimeoutMs });
    const output: Buffer[] = [];
    child.stdout.on("data", (piece: Buffer) => output.push(piece));
    child.on("error", () => resolve(undefined));
    child.on("close", (code) => resolve(code === 0 ? Buffer.concat(output).toString("utf8") : undefined));
    // The program may exit before it has read all of its input.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}
