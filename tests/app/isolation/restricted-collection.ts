import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type App, createApp } from "../../../src/app.ts";
import { defined } from "../../../src/defined.ts";
import type { Audience } from "../../../src/search/passage-index.ts";
import { honey, lighthouse } from "../../discord/collection.ts";

export const mill = "100000000000000001";
export const forge = "100000000000000002";
/** A role and a channel of the mill's server. */
export const council = "100000000000000011";
export const cellar = "100000000000000012";

/** A file with its entry in `sources.json`, and the servers that may see it; absent: everybody. */
interface RestrictedFile {
  readonly text: string;
  readonly guilds?: readonly string[];
  readonly roles?: readonly string[];
  readonly channels?: readonly string[];
  readonly entry?: Readonly<Record<string, unknown>>;
}

const page = (title: string, text: string): string =>
  `<html><head><title>${title}</title></head><body><h1>${text.slice(0, 20)}</h1><p>${text}</p></body></html>`;

/**
 * Open documents, and documents of servers that would change what others are told if anything of them was known there:
 * words that are nearly those of a question, files of the same names, editions that take the place of open ones, words
 * that tell how a compound is put together, a language and a title of their own.
 */
const files: Readonly<Record<string, RestrictedFile>> = {
  "leuchtturm.txt": { text: lighthouse, entry: { published: "2021-05-04", questions: ["Wann wurde er gebaut?"] } },
  "honey.txt": { text: honey },
  "regeln/hausordnung.txt": {
    text: "Hausordnung\n\nDie Nachtruhe im Turm beginnt um 22 Uhr. Der Verein trifft sich im September am Anleger.",
    entry: { title: "Hausordnung", validFrom: "2019-01-01" },
  },
  "seiten/eins.html": { text: page("Inselseite", "Die Zwergfledermaus wohnt im Gebälk des Turmes und frisst Mücken.") },
  "seiten/zwei.html": { text: page("Inselseite", "Der Frühjahrsputz der Laterne dauert vier Tage und macht müde.") },
  "muehle/tresor.txt": {
    text: "Der Tresor\n\nDas Kennwort des Tresors lautet Zimtschnecke. Der Tresor steht im Keller der Mühle.",
    guilds: [mill],
    entry: { key: "tresor", questions: ["Wie lautet das Kennwort?"] },
  },
  "muehle/leuchtturm.txt": {
    text: "Der Leuchtturm der Mühle\n\nDer Leuchtturm leuchtet seit 1999. Laterne, Laterne, Laterne: der Anleger leuchtet.",
    guilds: [mill],
  },
  "muehle/hausordnung.txt": {
    text: "Hausordnung\n\nDie Nachtruhe beginnt um 20 Uhr. Diese Hausordnung ersetzt die alte.",
    guilds: [mill],
    entry: { title: "Neue Hausordnung", validFrom: "2022-01-01", supersedes: "Hausordnung" },
  },
  "muehle/seite.html": { text: page("Inselseite", "Zwerge und eine Fledermaus: Zwerg, Fledermaus."), guilds: [mill] },
  "muehle/worte.txt": {
    text: "Worte\n\nFrühjahrs und Putz, Leuchtt und Urm, Later und Nene, Sander und Soog sind Worte. Sandersog ist keins.",
    guilds: [mill],
  },
  "schmiede/honey.txt": {
    text: "Honey\n\nThe honey of the forge is kept by the beekeepers in a jar of iron. Bramlay is where the harvset is.",
    guilds: [forge],
    entry: { key: "honig-der-schmiede" },
  },
  "schmiede/francais.txt": {
    text: "Le phare\n\nLe phare de la forge éclaire la mer depuis longtemps. La lanterne est petite et les abeilles dorment.",
    guilds: [forge],
    entry: { language: "fr" },
  },
  "schmiede/tresor.txt": {
    text: "Der Tresor\n\nDas Kennwort des Tresors lautet Kupferkessel. Der Tresor steht in der Schmiede.",
    guilds: [forge],
  },
  "muehle/rat.txt": {
    text: "Der Rat der Mühle\n\nDas Kennwort des Rates lautet Haselmaus. Der Leuchtturm wurde im Rat nie gebaut, Laterne.",
    guilds: [mill],
    roles: [council],
    entry: { key: "rat" },
  },
  "muehle/keller.txt": {
    text: "Der Keller\n\nIm Keller der Mühle wohnt der Siebenschläfer im Gebälk. Hasselmaus und Sibenschläfer gibt es keine.",
    guilds: [mill],
    channels: [cellar],
    entry: { title: "Kellerordnung", validFrom: "2023-01-01", supersedes: "Hausordnung" },
  },
  "gemeinsam/vertrag.txt": {
    text: "Der Vertrag\n\nMühle und Schmiede liefern der Insel im September Mehl und Nägel. Ein Sack Mehl kostet 34 Taler.",
    guilds: [mill, forge],
  },
  "niemand/leuchtturm.txt": {
    text: "Der Leuchtturm\n\nNiemand sieht, dass der Leuchtturm 1887 gebaut wurde. Das Kennwort lautet Quastenflosser.",
    guilds: [],
  },
};

/** Documents that servers have added themselves, by server and key; with names, words and editions like those above. */
const ownFiles: readonly (Omit<RestrictedFile, "guilds"> & { readonly guild: string; readonly key: string })[] = [
  {
    guild: mill,
    key: "tresor-0a1b2c3d",
    text: "Der Tresor\n\nDas neue Kennwort des Tresors lautet Apfelwickler. Kupferkesel schreibt niemand, Sandersog auch nicht.",
  },
  {
    guild: mill,
    key: "rat-1a2b3c4d",
    text: "Der Rat\n\nDer Rat der Mühle beschloss 1999, dass der Leuchtturm keine Laterne bekommt. Harvset, Bramlay.",
    roles: [council],
  },
  {
    guild: mill,
    key: "keller-2a3b4c5d",
    text: "Der Keller\n\nIm Keller der Mühle liegt der Quastenflosser neben dem Mehl. Ein Sack Mehl kostet dort 12 Taler.",
    roles: [council],
    channels: [cellar],
  },
  {
    guild: forge,
    key: "tresor-3a4b5c6d",
    text: "Der Tresor\n\nDas Kennwort des Tresors der Schmiede lautet Rennofen. Die Nachtruhe beginnt dort um drei Uhr früh.",
  },
];

/** Words of the documents above that only some may see, and what stands for them in no open document. */
export const hiddenWords = [
  "Zimtschnecke",
  "Apfelwickler",
  "Rennofen",
  "Haselmaus",
  "Hasselmaus",
  "Siebenschläfer",
  "Kupferkessel",
  "Quastenflosser",
  "Sandersog",
  "phare",
];

/** Whom a question comes from, and what that person may see. */
export const audiences = {
  mill: { guild: mill },
  "the council of the mill": { guild: mill, roles: [council] },
  "the cellar of the mill": { guild: mill, channels: [cellar] },
  "the council in the cellar": { guild: mill, roles: [council], channels: [cellar] },
  "the council, but for what its server has added": { guild: mill, roles: [council], hidesOwn: true },
  forge: { guild: forge },
  "another server": { guild: "100000000000000003" },
  "a direct message": {},
} as const;
export type AudienceName = keyof typeof audiences;

/** Said here once more, in other words than the program's. */
function isSeenBy({ guilds, roles, channels }: RestrictedFile, audience: Audience): boolean {
  const shares = (wanted: readonly string[] | undefined, has: readonly (string | undefined)[]) =>
    wanted === undefined || wanted.some((id) => has.includes(id));
  return (
    shares(guilds, [audience.guild]) && shares(roles, audience.roles ?? []) && shares(channels, audience.channels ?? [])
  );
}

/** A folder with documents in it, and the program over them. */
export class RestrictedCollection {
  readonly #folder = mkdtempSync(join(tmpdir(), "fundstelle-isolation-"));
  #app: App | undefined;

  /**
   * Puts the documents there that an audience may see; absent: all.
   * @param guilds ids in the place of the two servers' own
   */
  write(seenBy?: Audience, ids: Readonly<Record<string, string>> = {}): this {
    const idsOf = (known: readonly string[] | undefined) => known?.map((id) => ids[id] ?? id);
    const all = Object.entries(files).map(
      ([file, { guilds, roles, channels, ...rest }]) =>
        [
          file,
          { ...rest, ...defined({ guilds: idsOf(guilds), roles: idsOf(roles), channels: idsOf(channels) }) },
        ] as const,
    );
    const seen = all.filter(([, file]) => seenBy === undefined || isSeenBy(file, seenBy));
    for (const [file, { text }] of seen) {
      mkdirSync(dirname(join(this.#seeds, file)), { recursive: true });
      writeFileSync(join(this.#seeds, file), text);
    }
    this.#writeOwn(seenBy, ids);
    const documents = seen.map(([file, { text: _, entry, ...viewers }]) => ({ file, ...entry, ...viewers }));
    writeFileSync(join(this.#seeds, "sources.json"), JSON.stringify({ documents }));
    return this;
  }

  /** Ends the program that is running, and starts another. */
  async open(): Promise<App> {
    await this.#app?.close();
    const [indexFolder, dataFolder] = [join(this.#folder, "index"), join(this.#folder, "data")];
    this.#app = await createApp({ seedsFolder: this.#seeds, indexFolder, dataFolder });
    return this.#app;
  }

  async remove(): Promise<void> {
    await this.#app?.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #writeOwn(seenBy: Audience | undefined, ids: Readonly<Record<string, string>>): void {
    const idOf = (known: string): string => ids[known] ?? known;
    for (const { guild, key, text, roles, channels } of ownFiles) {
      const restriction = defined({ roles: roles?.map(idOf), channels: channels?.map(idOf) });
      const isSeen = seenBy === undefined || isSeenBy({ text, guilds: [idOf(guild)], ...restriction }, seenBy);
      if (!isSeen || seenBy?.hidesOwn === true) continue;
      const folder = join(this.#folder, "data", "servers", idOf(guild));
      const entry = {
        ...{ key, file: `${key}.txt`, name: `${key.slice(0, -9)}.txt`, ...restriction },
        ...{ bytes: Buffer.byteLength(text), sha256: "", added: { at: "2024-05-01T10:00:00.000Z" } },
      };
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, entry.file), text);
      writeFileSync(join(folder, `${key}.entry.json`), JSON.stringify(entry));
    }
  }

  get #seeds(): string {
    return join(this.#folder, "seeds");
  }
}
