import fc from "fast-check";

/** Documents with made-up values, what is asked of each, and what is asked that none of them has. */
export interface Round {
  /** Markdown, one document each. */
  readonly documents: readonly string[];
  /** In the order of the documents that answer. */
  readonly questions: readonly { readonly text: string; readonly document: number }[];
  /** Questions on a neighbour that stands nowhere. */
  readonly neighbours: readonly string[];
}

/** One kind of thing that a question fixes to the letter. */
export interface ExactKind {
  readonly name: string;
  readonly rounds: fc.Arbitrary<Round>;
}

const size = 8;
const things = ["Chor", "Schule", "Feuerwehr", "Verein", "Bücherei", "Theater", "Kita", "Tierheim"];
const places = ["Hafen", "Markt", "Turm", "Mühle", "Brücke", "Schloss", "Bahnhof", "Rathaus"];
const tools = ["lamp", "door", "roof", "window", "clock", "bridge", "kettle", "ladder"];

/** A document a value, with the question on each. */
function round<T>(
  values: readonly T[],
  absent: readonly T[],
  write: (value: T, at: number) => string,
  ask: (value: T) => string,
): Round {
  return {
    documents: values.map(write),
    questions: values.map((value, document) => ({ text: ask(value), document })),
    neighbours: absent.map(ask),
  };
}

function distinct<T>(values: fc.Arbitrary<T>, selector: (value: T) => unknown = (value) => value): fc.Arbitrary<T[]> {
  return fc.uniqueArray(values, { minLength: size + 1, maxLength: size + 1, selector });
}

/** All but the first, and the first: what documents have, and what none has. */
function parted<T>(values: readonly T[]): readonly [readonly T[], readonly T[]] {
  return [values.slice(1), values.slice(0, 1)];
}

const capitals = fc.string({ unit: fc.constantFrom(..."BDFGHJKLNPQRSTUWXYZ"), minLength: 1, maxLength: 3 });
const syllables = ["ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo"];
const invented = (least: number, most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...syllables), { minLength: least, maxLength: most }).map((parts) => parts.join(""));

const partNumbers: ExactKind = {
  name: "part numbers: `Q-7`, `Q7`, `Q 7`",
  rounds: fc
    .record({
      letters: capitals,
      figures: distinct(fc.integer({ min: 1, max: 999 })),
      written: fc.constantFrom("-", "", " "),
      asked: fc.constantFrom("-", "", " "),
    })
    .map(({ letters, figures, written, asked }) => {
      const [values, absent] = parted(figures);
      return round(
        values,
        absent,
        (figure, at) => `Die Pumpe ${letters}${written}${figure} steht am ${places[at]} und wiegt ${at + 3} Tonnen.`,
        (figure) => `Wo steht die Pumpe ${letters}${asked}${figure}?`,
      );
    }),
};

const versions: ExactKind = {
  name: "versions: `2.1.10`, `v2.1.10`, `1.1` beside `1.10`",
  rounds: fc
    .record({
      numbers: distinct(
        fc.oneof(
          fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })),
          fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 30 })),
        ),
        (parts) => parts.join("."),
      ),
      mark: fc.constantFrom("version ", "v"),
    })
    .map(({ numbers, mark }) => {
      const [values, absent] = parted(numbers);
      return round(
        values,
        absent,
        (parts, at) => `Version ${parts.join(".")} mends the ${tools[at]}.`,
        (parts) => `What does ${mark}${parts.join(".")} mend?`,
      );
    }),
};

const symbols: ExactKind = {
  name: "names with marks: `Q`, `Q+`, `Q++`, `Q#`, `.qat`, `Q&A`",
  rounds: fc
    .record({ letter: fc.constantFrom(..."BDFGHJKLPQRTX"), absent: fc.constantFrom("++", "#", "+") })
    .map(({ letter, absent }) => {
      const names = ["", "+", "++", "#", ".js", "&K", "2", "/Net"]
        .filter((mark) => mark !== absent)
        .map((mark) => letter + mark);
      return round(
        names,
        [letter + absent],
        (name, at) => `# ${name}\n\nFor ${name} we take the ${tools[at]}.`,
        (name) => `What do we take for ${name}?`,
      );
    }),
};

const options: ExactKind = {
  name: "options and identifiers: `-q`, `-Q`, `--dry-run`, `dry_run`, `dryRun`",
  rounds: fc
    .record({ word: invented(2, 3), other: invented(2, 2), letter: fc.constantFrom(..."bcdfghjklmnpqrstuvwxyz") })
    .filter(({ word, other }) => word !== other)
    .map(({ word, other, letter }) => {
      const names = [
        `-${letter}`,
        `-${letter.toUpperCase()}`,
        `--${word}`,
        `--${word}-${other}`,
        `--no-${word}`,
        `${word}_${other}`,
        `${other}_${word}`,
        `${word}_${other}_all`,
      ];
      return round(
        names,
        [`--${other}`, `${word}_all`],
        (name, at) => `The name ${name} stands for the ${tools[at]}.`,
        (name) => `What does ${name} stand for?`,
      );
    }),
};

const files: ExactKind = {
  name: "files, paths, packages, addresses",
  rounds: fc
    .record({ word: invented(2, 3), other: invented(2, 3), third: invented(2, 2) })
    .filter(({ word, other, third }) => new Set([word, other, third]).size === 3)
    .map(({ word, other, third }) => {
      const names = [
        `${word}.toml`,
        `${word}.${other}.toml`,
        `${other}.json`,
        `/etc/${word}/${other}.toml`,
        `@${word}/${other}`,
        `@${word}/${other}-${third}`,
        `${word}@${third}.example`,
        `https://${third}.example/${word}`,
      ];
      return round(
        names,
        [`${third}.toml`, `@${word}/${third}`, `${other}@${third}.example`],
        (name, at) => `The name ${name} stands for the ${tools[at]}.`,
        (name) => `What does ${name} stand for?`,
      );
    }),
};

const telephones: ExactKind = {
  name: "telephone numbers in any grouping",
  rounds: fc
    .record({
      numbers: distinct(fc.integer({ min: 1_000_000, max: 9_999_999 })),
      area: fc.constantFrom("30", "40", "221", "89"),
      written: fc.constantFrom(" / ", " ", "-"),
      asked: fc.constantFrom("0%-", "+49 % ", "+49 (0)% ", "0%/"),
    })
    .map(({ numbers, area, written, asked }) => {
      const [values, absent] = parted(numbers);
      return round(
        values,
        absent,
        (number, at) => `Am ${places[at]} gilt die 0${area}${written}${grouped(number)}.`,
        (number) => `Wo gilt die ${asked.replace("%", area)}${number}?`,
      );
    }),
};

function grouped(number: number): string {
  return String(number).replace(/^(\d{3})(\d\d)(\d\d)$/, "$1 $2 $3");
}

const writings = fc.constantFrom(".", " ", "");

function withSeparator(value: number, separator: string): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, separator);
}

const amounts: ExactKind = {
  name: "amounts: `14.000`, `14 000`, `14000`",
  rounds: fc
    .record({
      values: fc.uniqueArray(fc.integer({ min: 1001, max: 9_899_999 }), { minLength: size, maxLength: size }),
      written: writings,
      asked: writings,
      offset: fc.constantFrom(1, 10, 100, 1000),
    })
    .filter(({ values: [first = 0, ...others], offset }) => !others.includes(first + offset))
    .map(({ values, written, asked, offset }) =>
      round(
        values,
        [(values[0] ?? 0) + offset],
        (value, at) => `${things[at]}: Der Zuschuss war ${withSeparator(value, written)} Euro.`,
        (value) => `Für wen war der Zuschuss ${withSeparator(value, asked)} Euro?`,
      ),
    ),
};

const units = [
  ["kg", "Kilogramm"],
  ["g", "Gramm"],
  ["m", "Meter"],
  ["km", "Kilometer"],
  ["€", "Euro"],
  ["$", "Dollar"],
  ["%", "Prozent"],
  ["l", "Liter"],
] as const;

const measures: ExactKind = {
  name: "decimals and units: `2,5 kg`, `2.5kg`, `2,5 Kilogramm`, `2,5 g`",
  rounds: fc
    .record({
      whole: fc.integer({ min: 1, max: 60 }),
      decimals: fc.integer({ min: 1, max: 99 }),
      asked: fc.constantFrom("word", "glued", "point"),
    })
    .filter(({ decimals }) => decimals % 10 !== 0)
    .map(({ whole, decimals, asked }) => {
      const number = `${whole},${String(decimals).padStart(2, "0")}`;
      const ask = (value: string, [sign, word]: (typeof units)[number]): string =>
        asked === "word"
          ? `${value} ${word}`
          : asked === "glued"
            ? `${value}${sign}`
            : `${value.replace(",", ".")} ${sign}`;
      return {
        documents: units.map(([sign], at) => `Am ${places[at]} gilt der Wert ${number} ${sign}.`),
        questions: units.map((unit, document) => ({ text: `Wo gilt der Wert ${ask(number, unit)}?`, document })),
        neighbours: [`Wo gilt der Wert ${ask(`${whole + 1},${decimals}`, units[0])}?`],
      };
    }),
};

const times: ExactKind = {
  name: "times: `8.45 Uhr`, `8:45`, `8:45 pm`",
  rounds: fc
    .record({
      minutes: distinct(fc.integer({ min: 0, max: 1439 }), (minute) => minute % 720),
      written: fc.constantFrom(".", ":", "pm"),
      asked: fc.constantFrom(".", ":", "pm"),
    })
    .map(({ minutes, written, asked }) => {
      const [values, absent] = parted(minutes);
      return round(
        values,
        absent,
        (minute, at) => `The bus at ${clock(minute, written)} goes to the ${tools[at]}.`,
        (minute) => `Where does the bus at ${clock(minute, asked)} go?`,
      );
    }),
};

function clock(minute: number, sign: string): string {
  const [hours, rest] = [Math.floor(minute / 60), String(minute % 60).padStart(2, "0")];
  if (sign === "pm") return `${hours % 12 === 0 ? 12 : hours % 12}:${rest} ${hours < 12 ? "am" : "pm"}`;
  return sign === "." ? `${hours}.${rest} Uhr` : `${hours}:${rest}`;
}

const roman = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI".split(" ");
const german =
  "ersten zweiten dritten vierten fünften sechsten siebten achten neunten zehnten elften zwölften dreizehnten vierzehnten fünfzehnten sechzehnten".split(
    " ",
  );
const english =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth".split(
    " ",
  );

const ordinals: ExactKind = {
  name: "ordinals: `im zweiten Stock`, `im 2. Stock`, `the 2nd floor`",
  rounds: fc
    .record({
      numbers: distinct(fc.integer({ min: 1, max: 16 })),
      written: fc.constantFrom("word", "figure"),
      asked: fc.constantFrom("word", "figure", "english", "th"),
    })
    .map(({ numbers, written, asked }) => {
      const [values, absent] = parted(numbers);
      return round(
        values,
        absent,
        (number, at) =>
          `Im ${written === "word" ? german[number - 1] : `${number}.`} Stock ist der Saal ${things[at]}.`,
        (number) => {
          if (asked === "word") return `Was ist im ${german[number - 1]} Stock?`;
          if (asked === "figure") return `Was ist im ${number}. Stock?`;
          return `What is on the ${asked === "th" ? `${number}${endingOf(number)}` : english[number - 1]} floor?`;
        },
      );
    }),
};

function endingOf(number: number): string {
  return number === 1 ? "st" : number === 2 ? "nd" : number === 3 ? "rd" : "th";
}

const romanFigures: ExactKind = {
  name: "Roman figures: `Karl IV.`, `Karl der 4.`, `Karl der Vierte`",
  rounds: fc
    .record({
      numbers: distinct(fc.integer({ min: 1, max: 16 })),
      name: fc.constantFrom("Karl", "Ludwig", "Otto", "Heinrich"),
      asked: fc.constantFrom("roman", "figure", "word"),
    })
    .map(({ numbers, name, asked }) => {
      const [values, absent] = parted(numbers);
      return round(
        values,
        absent,
        (number, at) => `${name} ${roman[number - 1]}. baute ${places[at]} und Garten.`,
        (number) => {
          if (asked === "roman") return `Was baute ${name} ${roman[number - 1]}.?`;
          if (asked === "figure") return `Was baute ${name} der ${number}.?`;
          const word = (german[number - 1] ?? "").replace(/n$/, "");
          return `Was baute ${name} der ${word.charAt(0).toUpperCase()}${word.slice(1)}?`;
        },
      );
    }),
};

const phrases: ExactKind = {
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

const titles: ExactKind = {
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
const negations: ExactKind = {
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

const directions: ExactKind = {
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

const editions: ExactKind = {
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
const unspaced: ExactKind = {
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

/** Every kind that is checked on made-up values. To add one, write it and name it here. */
export const exactKinds: readonly ExactKind[] = [
  partNumbers,
  versions,
  symbols,
  options,
  files,
  telephones,
  amounts,
  measures,
  times,
  ordinals,
  romanFigures,
  phrases,
  titles,
  negations,
  directions,
  editions,
  unspaced,
];
