import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance } from "../../src/analysis/edit-distance.ts";
import { seededRandom, withoutUmlauts, withTypingErrors } from "../../src/evaluation/perturb.ts";

const words = (text: string): string[] => text.split(" ");

describe("seededRandom", () => {
  it("gives the same numbers from 0 to 1 for the same seed, others for another", () => {
    const draw = (seed: number) => Array.from({ length: 200 }, seededRandom(seed));
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    expect(draw(-1).every((number) => number >= 0 && number < 1)).toBe(true);
    const mean = draw(3).reduce((a, b) => a + b, 0) / 200;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.1);
  });
});

describe("withTypingErrors", () => {
  const question = "Wann wurde der Leuchtturm von Sandersoog gebaut?";

  it("makes the same errors each time", () => {
    expect(withTypingErrors(2)(question)).toBe(withTypingErrors(2)(question));
    expect(withTypingErrors(2)(question)).not.toBe(question);
  });

  it("touches as many words as asked, each by one letter, first letters and short words never", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("Leuchtturm", "gebaut", "Insel", "der", "in", "1887", "Straße"), { maxLength: 8 }),
        fc.nat(4),
        (chosen, errors) => {
          const changed = words(withTypingErrors(errors)(chosen.join(" ")));
          const differing = chosen.flatMap((word, index) =>
            word === changed[index] ? [] : [[word, changed[index] ?? ""] as const],
          );
          expect(differing.length).toBeLessThanOrEqual(errors);
          for (const [before, after] of differing) {
            expect(before.length).toBeGreaterThan(3);
            expect(after.charAt(0)).toBe(before.charAt(0));
            expect(editDistance(before, after, 3)).toBe(1);
          }
        },
      ),
    );
  });

  it("leaves a question without long words as it is", () => {
    expect(withTypingErrors(2)("Wer ist da?")).toBe("Wer ist da?");
    expect(withTypingErrors(2)("")).toBe("");
  });
});

describe("withoutUmlauts", () => {
  it.each([
    ["written-out", "Aerger ueber Groesse und Uebermut in der Strasse"],
    ["dropped", "Arger uber Grosse und Ubermut in der Strasse"],
  ] as const)("%s", (how, expected) => {
    expect(withoutUmlauts(how)("Ärger über Größe und Übermut in der Straße")).toBe(expected);
  });
});
