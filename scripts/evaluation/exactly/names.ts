import fc from "fast-check";
import { capitals, distinct, type ExactKind, invented, parted, places, round, tools } from "./rounds.ts";

export const partNumbers: ExactKind = {
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

export const versions: ExactKind = {
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

export const symbols: ExactKind = {
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

export const options: ExactKind = {
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

export const files: ExactKind = {
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

function grouped(number: number): string {
  return String(number).replace(/^(\d{3})(\d\d)(\d\d)$/, "$1 $2 $3");
}

export const telephones: ExactKind = {
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
