import { RecentMap } from "../../analysis/recent-map.ts";
import { defined } from "../../defined.ts";
import type { NamedDocument, PublicationDate, TextRange, Validity } from "../../documents/document.ts";
import type { IndexedDocument } from "../index/passage-table.ts";
import type { Span } from "./asked-edition.ts";

/** The facts about a document by which editions are told apart. */
export type Edition = Pick<IndexedDocument, "file" | "metadata">;

/** What replaces a text; with a key if it is a document of the collection. */
export interface Replacement {
  readonly title: string;
  readonly key?: string;
}

/** Why a text is not in force on a given day. */
export interface Standing {
  readonly kind: "former" | "coming";
  /** Of a former one, the last day on which it was; of a coming one, the first on which it will be. */
  readonly day?: PublicationDate;
  /** Of a former one, the first day without it, where that is what is stated. */
  readonly since?: PublicationDate;
  readonly replacedBy: readonly Replacement[];
}

/** Longer chains of editions are not followed. */
const longestChain = 20;

/** Which of a collection's documents are in force on a day, and which take the place of others. */
export class Editions {
  readonly #stating: readonly Edition[];
  readonly #day: string;
  readonly #replacing = new Map<string, readonly Edition[]>();

  /**
   * @param stating the documents that say anything of it, as far as who asks may see them
   * @param day in ISO form
   */
  constructor(stating: readonly Edition[], day: string) {
    this.#stating = stating;
    this.#day = day;
  }

  /** Whether no document says anything: then all are in force. */
  get isEmpty(): boolean {
    return this.#stating.length === 0;
  }

  /** Undefined for what is in force, as far as anything is said. @param range of a passage; absent: of the document */
  standingOf(document: Edition, range?: TextRange): Standing | undefined {
    if (this.isEmpty) return undefined;
    return this.#ofDocument(document) ?? (range === undefined ? undefined : this.#ofSection(document, range));
  }

  /** Whether anything is said of when a document is in force. */
  tellsOf(document: Edition): boolean {
    const { from, until } = document.metadata.validity ?? {};
    return from !== undefined || until !== undefined || this.#replacementsOf(document).length > 0;
  }

  /** Whether a document was, is or will be in force at any time of a span. */
  holdsIn(document: Edition, span: Span): boolean {
    const start = startOf(document);
    const end = this.#endOf(document);
    return (start === undefined || start <= span.until) && (end === undefined || end > span.from);
  }

  /** Whether one is an earlier or later edition of the other. */
  areOfOneChain(one: Edition, other: Edition): boolean {
    return this.#isReplaced(one, other) || this.#isReplaced(other, one);
  }

  #isReplaced(former: Edition, by: Edition): boolean {
    let reached: Edition[] = [former];
    for (let steps = 0; steps < longestChain && reached.length > 0; steps++) {
      if (reached.some((document) => replaces(by, document))) return true;
      reached = reached.flatMap((document) => this.#replacementsOf(document));
    }
    return false;
  }

  #ofDocument(document: Edition): Standing | undefined {
    const { from, until, isRepealed, supersededBy = [] } = document.metadata.validity ?? {};
    const replacing = this.#replacementsOf(document).filter((one) => (startOf(one) ?? "") <= this.#day);
    const isFormer =
      until === undefined
        ? isRepealed === true || replacing.length > 0 || (supersededBy.length > 0 && !this.#isNamed(supersededBy))
        : until.until < this.#day;
    if (isFormer) {
      const since = until === undefined ? firstDayOf(replacing) : undefined;
      return {
        kind: "former",
        ...defined({ day: until, since }),
        replacedBy: this.#newest(replacing, supersededBy),
      };
    }
    return from !== undefined && from.from > this.#day ? { kind: "coming", day: from, replacedBy: [] } : undefined;
  }

  #ofSection({ metadata }: Edition, { start, end }: TextRange): Standing | undefined {
    const section = metadata.validity?.repealed?.find(({ range }) => range.start <= start && end <= range.end);
    if (section === undefined || (section.since?.from ?? "") > this.#day) return undefined;
    const { since, replacedBy } = section;
    return {
      kind: "former",
      ...defined({ since }),
      replacedBy: replacedBy === undefined ? [] : [{ title: replacedBy }],
    };
  }

  /** The first day on which it no longer holds. */
  #endOf(document: Edition): string | undefined {
    const { until } = document.metadata.validity ?? {};
    if (until !== undefined) return nextDay(until.until);
    const starts = this.#replacementsOf(document).flatMap((one) => startOf(one) ?? []);
    return starts.sort()[0];
  }

  #isNamed(names: readonly NamedDocument[]): boolean {
    return this.#stating.some((one) => names.some((name) => isNamed(one, name)));
  }

  #replacementsOf(document: Edition): readonly Edition[] {
    const known = this.#replacing.get(document.metadata.key);
    if (known !== undefined) return known;
    const found = this.#stating.filter((one) => replaces(one, document));
    this.#replacing.set(document.metadata.key, found);
    return found;
  }

  /** The later editions that are now in force; by name only if the collection does not have them. */
  #newest(replacing: readonly Edition[], names: readonly NamedDocument[]): readonly Replacement[] {
    let reached = replacing;
    for (let steps = 0; steps < longestChain; steps++) {
      const next = reached
        .flatMap((one) => this.#replacementsOf(one))
        .filter((one) => (startOf(one) ?? "") <= this.#day);
      if (next.length === 0) break;
      reached = next;
    }
    if (reached.length === 0) return names.map(({ name }) => ({ title: name }));
    return [...new Set(reached)].map(({ metadata: { title, key } }) => ({ title, key }));
  }
}

/** Whether a document says that it takes another one's place, or the other says so. */
function replaces(one: Edition, former: Edition): boolean {
  const says = (validity: Validity | undefined, field: "supersedes" | "supersededBy", of: Edition): boolean =>
    validity?.[field]?.some((name) => isNamed(of, name)) ?? false;
  if (one.metadata.key === former.metadata.key) return false;
  return says(one.metadata.validity, "supersedes", former) || says(former.metadata.validity, "supersededBy", one);
}

/** Whether a name means a document: its key, its file, its title, or its kind and its day. */
function isNamed({ file, metadata }: Edition, { name, kind, date }: NamedDocument): boolean {
  const fileName = file.slice(file.lastIndexOf("/") + 1);
  const { names, titleWords } = calledOf({ file, metadata });
  if (names.has(plain(name))) return true;
  if (date === undefined || kind === "") return false;
  const isOfKind = plain(kind)
    .split(" ")
    .every((word) => titleWords.some((own) => own === word || (word.length > 3 && own.endsWith(word))));
  return isOfKind && isOf(date, metadata.title, fileName, [metadata.published, metadata.validity?.from]);
}

interface Called {
  readonly names: ReadonlySet<string>;
  readonly titleWords: readonly string[];
}

/** What documents may be called, worked out once: every question compares all that say anything of editions. */
const called = new WeakMap<Edition["metadata"], Called>();

function calledOf({ file, metadata }: Edition): Called {
  const known = called.get(metadata);
  if (known !== undefined) return known;
  const fileName = file.slice(file.lastIndexOf("/") + 1);
  const names = [metadata.key, file, fileName, fileName.replace(/\.[^.]*$/u, ""), metadata.title].map(plain);
  const made = { names: new Set(names), titleWords: plain(metadata.title).split(" ") };
  called.set(metadata, made);
  return made;
}

const plainWords = new RecentMap<string>(4096);

/** Whether a document is of a day, month or year: by what is stated, or by the year in its title or its file's name. */
function isOf(
  date: PublicationDate,
  title: string,
  fileName: string,
  stated: readonly (PublicationDate | undefined)[],
): boolean {
  if (stated.some((one) => one !== undefined && one.from <= date.until && one.until >= date.from)) return true;
  const year = date.from.slice(0, 4);
  const isStated = stated.some((one) => one !== undefined && one.precision !== "year");
  return !isStated && new RegExp(`(?<!\\d)${year}(?!\\d)`, "u").test(`${title} ${fileName}`);
}

function plain(words: string): string {
  const known = plainWords.get(words);
  if (known !== undefined) return known;
  const made = words
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  plainWords.set(words, made);
  return made;
}

function startOf({ metadata: { validity, published } }: Edition): string | undefined {
  return validity?.from?.from ?? published?.from;
}

/** The date from which the first of them takes the place, where one of them says it. */
function firstDayOf(documents: readonly Edition[]): PublicationDate | undefined {
  const dates = documents.flatMap(({ metadata: { validity } }) => validity?.from ?? []);
  return dates.sort((a, b) => (a.from < b.from ? -1 : 1))[0];
}

function nextDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
