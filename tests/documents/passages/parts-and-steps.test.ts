import { describe, expect, it } from "vitest";
import type { SourceDocument } from "../../../src/documents/document.ts";
import { passagesOf } from "../../../src/documents/passages/passages.ts";
import { code, markdown, prose, wordsOf } from "./markdown-passages.ts";

function leadInsOf(document: SourceDocument): string[][] {
  return passagesOf(document).map(({ context }) =>
    context.leadIns.map(({ range }) => document.canonicalText.slice(range.start, range.end)),
  );
}

describe("a later part of long code", () => {
  it("has the lines that it stands in in small print", async () => {
    const lines = Array.from({ length: 45 }, (_, n) => `      kran.heben(${n}); // Last ${n}`);
    const block = code(
      "createHarbour({",
      "  // the cranes",
      "  cranes: {",
      "    north(opts) {",
      ...lines,
      "    },",
      "  },",
      "});",
    );
    const parts = leadInsOf(await markdown("So hebt man Lasten:", block));
    expect(parts.length).toBeGreaterThan(1);
    expect(parts[0]).toEqual(["So hebt man Lasten:"]);
    for (const leadIns of parts.slice(1)) {
      expect(leadIns).toEqual(["So hebt man Lasten:", "createHarbour({", "cranes: {", "north(opts) {"]);
    }
  });

  it("has none where it begins anew", async () => {
    const lines = Array.from({ length: 60 }, (_, n) => `kran.heben(${n}); // Last ${n}`);
    const parts = leadInsOf(await markdown(code(...lines)));
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.flat()).toEqual([]);
  });
});

describe("a later part of a long paragraph", () => {
  it("has the sentence that it leans on in small print", async () => {
    const sentences = (words: string) => Array.from({ length: 8 }, (_, n) => prose(`${words} ${n}`)).join(" ");
    const last = "Der Rat kann den Hafen sperren.";
    const document = await markdown(
      `${sentences("Der Kran")} ${last} Sollte dieses nicht geschehen, so wartet er. ${sentences("Das Schiff")}`,
    );
    const parts = wordsOf(document);
    const leaning = parts.findIndex((part) => part.startsWith("Sollte dieses"));
    expect(leadInsOf(document)[leaning]).toEqual([last]);
  });
});

describe("a numbered paragraph of a statute", () => {
  it.each(["In diesem Fall wartet das Schiff", "Dazu kann der Rat Boote schicken", "Dieser Beschluss wird ausgehängt"])(
    "that leans on the one before has that in small print: %s",
    async (words) => {
      const before = "(1) Der Rat kann den Hafen durch Beschluss sperren, wenn der Kran ruht und kein Schiff wartet.";
      const document = await markdown("## § 7 Sperrung", before, `(2) ${prose(words)}`);
      expect(wordsOf(document)).toHaveLength(2);
      expect(leadInsOf(document)).toEqual([[], [before]]);
    },
  );

  it("that begins anew has none", async () => {
    const document = await markdown(
      "## § 7 Sperrung",
      `(1) ${prose("Der Rat tagt")}`,
      `(2) ${prose("Das Schiff wartet")}`,
    );
    expect(leadInsOf(document).flat()).toEqual([]);
  });
});

describe("a sentence right above code", () => {
  it("stays with it, with a colon or without", async () => {
    const step =
      "Create a file `crane.ts` that exports a function which lifts the load out of the ship and onto the quay.";
    expect(wordsOf(await markdown(prose("Before"), step, code("export const lift = 1;")))).toHaveLength(2);
    const long = code(...Array.from({ length: 60 }, (_, n) => `kran.heben(${n}); // Last ${n}`));
    expect(wordsOf(await markdown(prose("Before"), step, long))[1]).toBe(step);
  });

  it("does not where it only leads elsewhere", async () => {
    const pointer =
      "For more information about the cranes of the harbour and all that they lift, see the [guide](guide.md).";
    expect(
      wordsOf(
        await markdown(
          prose("Before"),
          pointer,
          code('lift("a heavy load out of the ship"); // and onto the quay', 'rest("until the next ship is there");'),
        ),
      ).at(-1),
    ).toMatch(/^```/u);
  });
});
