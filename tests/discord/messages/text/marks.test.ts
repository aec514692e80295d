import { describe, expect, it } from "vitest";
import {
  hideSpoilers,
  mapAroundSpoilers,
  withoutMarks,
  withoutSpoilers,
} from "../../../../src/discord/messages/text/marks.ts";

describe("a text without its marks", () => {
  it.each([
    ["**fett** und *schräg* und ***beides***", "fett und schräg und beides"],
    ["__Strich__ und _schräg_ und ~~weg~~", "Strich und schräg und weg"],
    ["`Code` und ``` mehr Code ```", "Code und   mehr Code  "],
    ["```ts\nconst turm = 1;\n```", " const turm = 1;\n "],
    ["```TS\nx```", " x "],
    ["```turm```", " turm "],
    ["-   Punkt", "Punkt"],
    ["```a``` und ```b```", " a  und  b "],
    ["[Turm](https://a.example/b) und [Hügel](<http://a.example>)", "Turm und Hügel"],
    ["[Turm](HTTPS://a.example)", "Turm"],
    [
      "# Eins\n## Zwei\n### Drei\n-# Vier\n> Fünf\n>>> Sechs\n- Sieben\n* Acht",
      "Eins\nZwei\nDrei\nVier\nFünf\nSechs\nSieben\nAcht",
    ],
  ])("is what people read: %j", (text, expected) => {
    expect(withoutMarks(text)).toBe(expected);
  });

  it.each([
    ["2 * 3 * 4"],
    ["snake_case_name"],
    ["*_*"],
    ["** fett **"],
    ["#### Vier"],
    ["#kanal"],
    ["a > b"],
    ["[Turm](mailto:a@b)"],
    ["[Turm]"],
    ["`a\nb`"],
    ["a*b*c"],
    ["\\*a*"],
    ["||geheim||"],
    ["x - y"],
  ])("keeps what is none: %j", (text) => {
    expect(withoutMarks(text)).toBe(text);
  });
});

describe("spoilers", () => {
  const text = "Wo ist ||der\nTurm|| und ||*Hügel*||?";

  it("are taken off for looking things up, and left out where nothing can hide", () => {
    expect(withoutSpoilers(text)).toBe("Wo ist der\nTurm und *Hügel*?");
    expect(hideSpoilers(text)).toBe("Wo ist ▮▮▮ und ▮▮▮?");
    expect(hideSpoilers("||||")).toBe("||||");
    expect(withoutSpoilers("a || b")).toBe("a || b");
  });

  it("stay where a text is written anew", () => {
    expect(mapAroundSpoilers(text, (part) => `<${part}>`)).toBe("<Wo ist >||<der\nTurm>||< und >||<*Hügel*>||<?>");
    expect(mapAroundSpoilers("ohne", (part) => `<${part}>`)).toBe("<ohne>");
  });
});
