import { describe, expect, it } from "vitest";
import { paragraphsOf } from "../../../src/documents/passages/paragraphs.ts";

function texts(text: string): string[] {
  return paragraphsOf(text).map(({ start, end }) => text.slice(start, end));
}

const long = (word: string, chars: number) => `${word} `.repeat(Math.ceil(chars / (word.length + 1))).trim();

describe("paragraphsOf", () => {
  it("separates blocks at blank lines, whatever the line ends are", () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      expect(texts(`Eins${end}${end}  Zwei  ${end} \t${end}${end}Drei${end}`)).toEqual(["Eins", "Zwei", "Drei"]);
    }
  });

  it("keeps hard-wrapped lines together, with the line breaks in the range", () => {
    const block =
      "Der Hafen liegt an der Mündung des Flusses und wird seit\n" +
      "dem Mittelalter genutzt. Heute legen dort vor allem Fähren\n" +
      "an, die zu den Inseln fahren, und einige Fischerboote, deren\n" +
      "Fang am Morgen verkauft wird.";
    expect(texts(`${block}\n\nEnde.`)).toEqual([block, "Ende."]);
    expect(texts(block.replaceAll("\n", "\r\n"))).toEqual([block.replaceAll("\n", "\r\n")]);
  });

  it("keeps two wrapped lines together", () => {
    expect(texts("Das Boot legte spät am Abend im alten\nHafen an.")).toHaveLength(1);
  });

  it("takes each line for a paragraph where lines are mostly long", () => {
    const lines = [long("Fischerei", 310), long("Hafen", 220), "dp/pcl"];
    expect(texts(lines.join("\n"))).toEqual(lines);
  });

  it("takes each line for a paragraph where lines end in sentence punctuation", () => {
    const lines = ["Das erste Boot kam.", "Das zweite blieb aus!", "Warum?", "„Niemand wusste es.“"];
    expect(texts(lines.join("\n"))).toEqual(lines);
  });

  it("tells headings from the long lines under them where there are no blank lines", () => {
    const lines = ["Der Hafen", long("Boot", 300), "Die Werft", long("Kran", 260)];
    expect(texts(lines.join("\n"))).toEqual(lines);
  });

  it("keeps a list of short lines together", () => {
    expect(texts("Milch\nBrot\nEier und Butter\nKäse")).toHaveLength(1);
  });

  it("lets a sentence go on in the next line where others end theirs", () => {
    for (const [lines, count] of [
      [
        [
          "Der Kran steht.",
          "Die Arbeiten am Kai begannen im März und gingen",
          "bis zum Herbst weiter.",
          "Es ist still.",
        ],
        3,
      ],
      [
        [
          "Am Morgen kam Post.",
          "Sie nannte die neuen Preise für die Überfahrt nach",
          "Norderney und Juist.",
          "Mehr nicht.",
        ],
        3,
      ],
      [["Erstens: Tee.", "Zweitens: Der Vorrat an Kanarienvogel-", "futter ist knapp.", "Drittens: Ruhe."], 3],
      [["Eins.", "Zwei", "Drei."], 3],
    ] as const) {
      expect(texts(lines.join("\n"))).toHaveLength(count);
    }
  });

  it("keeps the lines of an item together", () => {
    const items = [
      "- Der Fahrplan gilt von Mai bis in den September und wird\n  Danach neu gedruckt.",
      "- Hunde zahlen nichts.",
      "1) Wer mit dem Rad kommt, löst am Schalter im alten Bahnhof\n   einen Schein (siehe Tafel).",
      "- Ende.",
    ];
    expect(texts(items.join("\n"))).toEqual(items);
  });

  it("finds nothing in white space", () => {
    expect(texts(" \n\t\r\n\u00a0")).toEqual([]);
    expect(texts("")).toEqual([]);
  });

  it("takes a hundred thousand lines in one block", () => {
    expect(texts("Ein Satz.\n".repeat(200_000))).toHaveLength(200_000);
  });
});
