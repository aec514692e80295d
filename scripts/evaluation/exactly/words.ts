import fc from "fast-check";
import { distinct, type ExactKind, invented, parted, places, round, size, things, tools } from "./rounds.ts";

export const phrases: ExactKind = {
  name: "phrases in quotation marks of four kinds",
  rounds: fc
    .record({
      words: fc.uniqueArray(fc.constantFrom("Berge", "Land", "Meer", "Wolken", "Nacht", "Lieder"), {
        minLength: 2,
        maxLength: 2,
      }),
      small: fc.uniqueArray(fc.constantFrom("der", "ohne", "im", "und", "über", "aus", "für"), {
        minLength: 5,
        maxLength: 5,
      }),
      quotes: fc.constantFrom("„“", '""', "»«", "“”"),
    })
    .map(({ words: [a = "", b = ""], small: [absent = "", ...small], quotes }) =>
      round(
        small.flatMap((word) => [`${a} ${word} ${b}`, `${b} ${word} ${a}`]),
        [`${a} ${absent} ${b}`],
        (phrase, at) => `Der Film „${phrase}“ läuft im Haus ${things[at]}.`,
        (phrase) => `Wo läuft der Film ${quotes.charAt(0)}${phrase}${quotes.charAt(1)}?`,
      ),
    ),
};

export const titles: ExactKind = {
  name: "titles of small words: `Und dann`, `The Who`",
  rounds: fc
    .record({
      pairs: fc.uniqueArray(
        fc.tuple(
          fc.constantFrom("Und", "Ohne", "Nicht", "Aber", "Immer", "Nur"),
          fc.constantFrom("du", "wir", "dann", "so", "hier", "da"),
        ),
        { minLength: size + 1, maxLength: size + 1, selector: (pair) => pair.join(" ") },
      ),
      lead: fc.constantFrom("", "Was ist "),
    })
    .map(({ pairs, lead }) => {
      const [values, absent] = parted(pairs.map((pair) => pair.join(" ")));
      const made = round(
        values,
        absent,
        (title, at) => `# ${title}\n\nEin Lied über ${places[at]} und Meer.`,
        (title) => (lead === "" ? title : `${lead}${title}?`),
      );
      return {
        ...made,
        documents: [...made.documents, "# Wetter\n\nEs ist so, und dann ist es nur da. Wir sind hier."],
      };
    }),
};

const featureNames = ["Balkon", "Kamin", "Fernseher", "Schrank", "Teppich", "Kühlschrank"];
export const negations: ExactKind = {
  name: "what is not, among seven that are",
  rounds: fc
    .record({
      thing: fc.constantFrom(...featureNames),
      without: fc.integer({ min: 0, max: size - 1 }),
      said: fc.constantFrom("ist ohne", "hat keinen"),
      asked: fc.constantFrom("ist ohne", "hat keinen"),
    })
    .map(({ thing, without, said, asked }) => ({
      documents: things.map((name, at) => `Das Zimmer ${name} ${at === without ? said : "hat einen"} ${thing}.`),
      questions: [{ text: `Welches Zimmer ${asked} ${thing}?`, document: without }],
      neighbours: featureNames.filter((name) => name !== thing).map((name) => `Welches Zimmer ${asked} ${name}?`),
    })),
};

export const directions: ExactKind = {
  name: "from where to where: `von A nach B`, `from B to A`",
  rounds: fc
    .record({
      towns: fc.uniqueArray(invented(2, 3), { minLength: 4, maxLength: 4 }),
      isGerman: fc.boolean(),
    })
    .map(({ towns, isGerman }) => {
      const [a = "", b = "", c = "", d = ""] = towns.map((town) => town.charAt(0).toUpperCase() + town.slice(1));
      const ways = [
        [a, b],
        [b, a],
        [a, c],
        [c, a],
        [b, c],
        [c, b],
        [a, d],
        [d, b],
      ] as const;
      return round<readonly [string, string]>(
        ways,
        [
          [d, a],
          [b, d],
        ],
        ([from, to], at) =>
          isGerman
            ? `Der Zug von ${from} nach ${to} hält am ${places[at]}.`
            : `The train from ${from} to ${to} stops at the ${tools[at]}.`,
        ([from, to]) =>
          isGerman ? `Wo hält der Zug von ${from} nach ${to}?` : `Where does the train from ${from} to ${to} stop?`,
      );
    }),
};

export const editions: ExactKind = {
  name: "years of editions in titles: `Hausordnung 2022`",
  rounds: fc
    .record({ years: distinct(fc.integer({ min: 1990, max: 2026 })), hours: distinct(fc.integer({ min: 1, max: 24 })) })
    .map(({ years, hours }) => {
      const [values, absent] = parted(years);
      return round(
        values,
        absent,
        (year, at) => `# Hausordnung ${year}\n\nDie Nachtruhe beginnt um ${hours[at]} Uhr.`,
        (year) => `Wann beginnt die Nachtruhe laut Hausordnung ${year}?`,
      );
    }),
};

const chinese = "馆园店院校站桥塔湖山河海城楼厅室".split("");
export const unspaced: ExactKind = {
  name: "Chinese words inside a run",
  rounds: fc
    .record({
      words: distinct(fc.tuple(fc.constantFrom(..."图体游电食商博美科动植音"), fc.constantFrom(...chinese)), (pair) =>
        pair.join(""),
      ),
    })
    .map(({ words }) => {
      const [values, absent] = parted(words.map((pair) => pair.join("")));
      return round(
        values,
        absent,
        (word) => `${word}星期一休息。`,
        (word) => word,
      );
    }),
};
