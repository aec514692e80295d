import { join } from "node:path";
import { simulatedRoot } from "../disk/file-system.ts";
import type { MemoryDisk } from "../disk/memory-disk.ts";
import type { History } from "../history/record.ts";
import type { Random } from "../seeded-random.ts";

export const documentsFolder = join(simulatedRoot, "documents");

/** A subject with a text that has other figures each time it is written. */
interface Subject {
  readonly file: string;
  readonly title: string;
  readonly language: "de" | "en";
  /** The only server that may see it. */
  readonly server?: string;
  readonly questions: readonly string[];
  write(random: Random): string;
}

const places = ["Sandersoog", "Wremen", "Bramley", "Quakenbrugg", "Pilsumhaven", "Ostermoor"];
const keepers = ["Wiebke Harms", "Onno Brahms", "Tjark Folkerts", "Bertolda Quast", "Imke Deters"];

const year = (random: Random): number => Math.floor(random.between(1800, 1990));
const hundred = (random: Random): number => Math.floor(random.between(100, 999));

function lighthouse(place: string): Subject {
  return {
    file: `leuchtturm-${place.toLowerCase()}.txt`,
    title: `Der Leuchtturm von ${place}`,
    language: "de",
    questions: [
      `Wann wurde der Leuchtturm von ${place} gebaut?`,
      `Wer wohnte als Wärter im Leuchtturm von ${place}?`,
      `Wie viele Gäste besuchen den Leuchtturm von ${place} im August?`,
      `Wie weit leuchtet die Laterne von ${place}?`,
    ],
    write: (random) =>
      [
        `Der Leuchtturm von ${place}`,
        `Der Leuchtturm von ${place} wurde im Jahr ${year(random)} gebaut. Seine Laterne leuchtet ${hundred(random)} Meter weit auf das Meer hinaus.`,
        `Als Wärter wohnte ${random.pick(keepers)} im Leuchtturm von ${place} und zündete die Laterne an jedem der ${hundred(random)} dunklen Abende von Hand an.`,
        `Heute besuchen im August rund ${hundred(random)} Gäste den Leuchtturm von ${place}. Im September sind es noch ${hundred(random)} Gäste.`,
      ].join("\n\n"),
  };
}

function honey(place: string): Subject {
  return {
    file: `honey-${place.toLowerCase()}.txt`,
    title: `The honey of ${place}`,
    language: "en",
    questions: [
      `How many jars does the first harvest of ${place} give?`,
      `When did a disease kill the bees of ${place}?`,
      `What does a jar of honey from ${place} cost?`,
    ],
    write: (random) =>
      [
        `How the honey of ${place} is made`,
        `The beekeepers of ${place} harvest their honey twice a year. The first harvest in June gives about ${hundred(random)} jars of honey.`,
        `In ${year(random)} a disease killed half of the bees of ${place}. The beekeepers bought ${hundred(random)} new queens in the following spring.`,
        `The honey of ${place} is sold at the market on Saturdays. A jar of honey costs ${hundred(random)} pence.`,
      ].join("\n\n"),
  };
}

/** What only one server may see. Nobody asks with the words that must not get out. */
function safe(server: string, place: string): Subject {
  return {
    file: `geheimbuch-${place.toLowerCase()}.txt`,
    title: `Geheimbuch ${place}`,
    language: "de",
    server,
    questions: [`Wie lautet das Kennwort des Tresors?`, `Wo steht der Tresor?`, `Wer verwahrt den Schlüssel?`],
    write: (random) =>
      [
        `Geheimbuch ${place}`,
        `Das Kennwort des Tresors lautet Zimtschnecke${hundred(random)}. Der Tresor steht im Keller der Windmühle${hundred(random)}.`,
        `Den Schlüssel zum Tresor verwahrt ${random.pick(keepers)} in der Kommode${hundred(random)}.`,
      ].join("\n\n"),
  };
}

/** The documents' folder, and everything that ever stood in it. */
export class Library {
  readonly #disk: MemoryDisk;
  readonly #random: Random;
  readonly #history: History;
  #subjects: readonly Subject[];
  readonly #texts = new Map<string, string>();

  constructor(disk: MemoryDisk, random: Random, history: History, server: string) {
    this.#disk = disk;
    this.#random = random;
    this.#history = history;
    const [first = "", second = "", third = "", fourth = ""] = shuffled(places, random);
    this.#subjects = [lighthouse(first), lighthouse(second), honey(third), honey(fourth), safe(server, first)];
    disk.mkdir(documentsFolder);
    for (const subject of this.#subjects) this.#put(subject, subject.write(random));
    this.#writeSources();
  }

  /** A question that somebody may have, answered by a document or not. */
  question(random: Random): string {
    return random.pick(random.pick(this.#subjects).questions);
  }

  /** Changes something in the folder, as people and programs do. */
  async change(): Promise<void> {
    const random = this.#random;
    const subject = random.pick(this.#subjects);
    const text = subject.write(random);
    const how = random.pick(["whole", "whole", "in pieces", "away", "folder away", "touched"] as const);
    switch (how) {
      case "whole":
        return this.#put(subject, text);
      case "touched":
        return this.#put(subject, this.#texts.get(subject.file) ?? text);
      case "in pieces": {
        const cut = text.indexOf("\n\n", Math.floor(text.length / 3));
        this.#put(subject, text.slice(0, Math.max(cut, 1)), true);
        await pause(random.between(1, 3000));
        return this.#put(subject, text, true);
      }
      case "away":
        this.#remove(subject);
        await pause(random.between(500, 20_000));
        return this.#put(subject, text);
      case "folder away": {
        const elsewhere = `${documentsFolder}-elsewhere`;
        this.#disk.rename(documentsFolder, elsewhere);
        for (const { file, server } of this.#subjects) this.#note(file, undefined, server);
        await pause(random.between(500, 10_000));
        this.#disk.rename(elsewhere, documentsFolder);
        for (const { file, server } of this.#subjects) this.#note(file, this.#texts.get(file), server);
        return;
      }
    }
  }

  /** @param isInPlace whether the file itself is written, and not another that takes its name */
  #put(subject: Subject, text: string, isInPlace = false): void {
    this.#texts.set(subject.file, text);
    const path = join(documentsFolder, subject.file);
    this.#disk.writeFile(isInPlace ? path : `${path}.new`, text);
    if (!isInPlace) this.#disk.rename(`${path}.new`, path);
    this.#note(subject.file, text, subject.server);
  }

  #remove(subject: Subject): void {
    this.#disk.remove(join(documentsFolder, subject.file));
    this.#note(subject.file, undefined, subject.server);
  }

  #note(file: string, text: string | undefined, server: string | undefined): void {
    this.#history.add({ kind: "document", file, text, server });
  }

  #writeSources(): void {
    const documents = this.#subjects.map(({ file, title, language, server, questions }) => ({
      file,
      key: file.replace(/\.txt$/, ""),
      title,
      titleSource: "stated",
      language,
      questions: questions.slice(0, 1),
      ...(server === undefined ? {} : { guilds: [server] }),
    }));
    this.#disk.writeFile(join(documentsFolder, "sources.json"), JSON.stringify({ documents }));
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.round(ms)));
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((value) => ({ value, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ value }) => value);
}
