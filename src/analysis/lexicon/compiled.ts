/** Words that stand for one another; where `kind` is `broader` or `role`, the first is the head. */
export interface CompiledGroup {
  readonly kind: "form" | "family" | "synonym" | "broader" | "role";
  /** Stems joined by spaces. */
  readonly members: readonly string[];
}

/** The lexicon as it is written beside the compiled program: everything stemmed, nothing looked up yet. */
export interface CompiledLexicon {
  readonly groups: { readonly de: CompiledGroup[]; readonly en: CompiledGroup[] };
  /** Key to `strength stems|strength stems|…`. */
  readonly translations: { readonly de: Record<string, string>; readonly en: Record<string, string> };
  /** Folded irregular form to folded base forms, joined by spaces. */
  readonly baseForms: Record<string, string>;
  /** Lines `zipf word word …` by falling frequency, each word once: folded words, and stems. */
  readonly frequencies: { readonly de: FrequencyLines; readonly en: FrequencyLines };
}

export interface FrequencyLines {
  readonly words: string[];
  readonly stems: string[];
}

/** A compiled lexicon with nothing in it. */
export function emptyLexicon(): CompiledLexicon {
  return {
    groups: { de: [], en: [] },
    translations: { de: {}, en: {} },
    baseForms: {},
    frequencies: { de: { words: [], stems: [] }, en: { words: [], stems: [] } },
  };
}

/** Which file holds which relation, and how its lines are written. */
export const groupKinds: readonly {
  readonly file: string;
  readonly kind: CompiledGroup["kind"];
  readonly separator?: ">" | "~" | ":";
}[] = [
  { file: "forms", kind: "form", separator: ":" },
  { file: "families", kind: "family" },
  { file: "synonyms", kind: "synonym" },
  { file: "broader", kind: "broader", separator: ">" },
  { file: "roles", kind: "role", separator: "~" },
];

const marks = {
  groups: "#groups",
  translations: "#translations",
  baseForms: "#forms",
  words: "#words",
  stems: "#stems",
};

/** One text, read back by `parseCompiled`: lines of tab-separated fields below section marks. */
export function formatCompiled(lexicon: CompiledLexicon): string {
  const lines: string[] = [];
  for (const code of ["de", "en"] as const) {
    lines.push(`${marks.groups} ${code}`);
    for (const group of lexicon.groups[code]) lines.push([group.kind, ...group.members].join("\t"));
    lines.push(`${marks.translations} ${code}`);
    for (const [key, targets] of Object.entries(lexicon.translations[code]).sort(byKey))
      lines.push(`${key}\t${targets}`);
    lines.push(`${marks.words} ${code}`, ...lexicon.frequencies[code].words);
    lines.push(`${marks.stems} ${code}`, ...lexicon.frequencies[code].stems);
  }
  lines.push(`${marks.baseForms} en`);
  for (const [form, bases] of Object.entries(lexicon.baseForms).sort(byKey)) lines.push(`${form}\t${bases}`);
  return `${lines.join("\n")}\n`;
}

/** @throws Error where the text was not written by `formatCompiled` */
export function parseCompiled(text: string): CompiledLexicon {
  const lexicon = emptyLexicon();
  let take: (line: string) => void = () => {
    throw new Error("The compiled lexicon has no section mark. Build the program again: npm run build");
  };
  for (const line of text.split("\n")) {
    if (line === "") continue;
    if (line.startsWith("#")) take = sectionReader(lexicon, line);
    else take(line);
  }
  return lexicon;
}

function sectionReader(lexicon: CompiledLexicon, mark: string): (line: string) => void {
  const code = mark.endsWith(" en") ? "en" : "de";
  const addTo = (table: Record<string, string>) => (line: string) => {
    const tab = line.indexOf("\t");
    table[line.slice(0, tab)] = line.slice(tab + 1);
  };
  if (mark.startsWith(marks.groups)) {
    return (line) => {
      const [kind, ...members] = line.split("\t");
      const known = groupKinds.find((candidate) => candidate.kind === kind);
      if (known !== undefined) lexicon.groups[code].push({ kind: known.kind, members });
    };
  }
  if (mark.startsWith(marks.translations)) return addTo(lexicon.translations[code]);
  if (mark.startsWith(marks.baseForms)) return addTo(lexicon.baseForms);
  const lines = mark.startsWith(marks.stems) ? lexicon.frequencies[code].stems : lexicon.frequencies[code].words;
  return (line) => lines.push(line);
}

function byKey(a: readonly [string, string], b: readonly [string, string]): number {
  return a[0] < b[0] ? -1 : 1;
}
