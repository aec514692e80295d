import fc from "fast-check";
import { distinct, type ExactKind, parted, places, round, size, things, tools } from "./rounds.ts";

const writings = fc.constantFrom(".", " ", "");

function withSeparator(value: number, separator: string): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, separator);
}

export const amounts: ExactKind = {
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

export const measures: ExactKind = {
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

export const times: ExactKind = {
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

export const ordinals: ExactKind = {
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

export const romanFigures: ExactKind = {
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
