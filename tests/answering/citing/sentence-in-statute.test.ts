import { describe, expect, it } from "vitest";
import { headingsOfSentence } from "../../../src/answering/citing/sentence-in-statute.ts";
import { openDocuments } from "../open-documents.ts";

const app = openDocuments({
  "ordnung.md": `# Ordnung der Sternwarte

## § 4 Schlüssel

(1) Schlüssel verwahrt die Kuppelwartin. Sie gibt sie nur gegen Quittung aus.

(2) Wer einen Schlüssel verliert, meldet das sofort. Die Kosten eines neuen Schlosses trägt der Verein.

## § 5 Fernrohr

Das große Fernrohr bedienen Eingewiesene. Nach Mitternacht ist die Kuppel geschlossen zu halten.

## § 6 Beitrag

(1) Der Beitrag beträgt 12 Euro.
`,
});

async function sectionOf(question: string): Promise<string | undefined> {
  const [best] = (await app().fundstelle.ask(question)).passages;
  return best?.passage.headingPath.at(-1);
}

describe("a passage of a statute", () => {
  it("is cited with the sentence that answers", async () => {
    expect(await sectionOf("Wer trägt die Kosten eines neuen Schlosses?")).toBe("§ 4 Abs. 2 S. 2");
    expect(await sectionOf("Wer verwahrt die Schlüssel?")).toBe("§ 4 Abs. 1 S. 1");
  });

  it("is cited without one where its Absatz has only one", async () => {
    expect(await sectionOf("Wie hoch ist der Beitrag?")).toBe("§ 6 Abs. 1");
  });

  it("keeps its headings elsewhere", () => {
    const text = "Eins. Zwei.";
    const passage = {
      documentKey: "a",
      paragraph: 1,
      kind: "text" as const,
      range: { start: 0, end: 11 },
      bytes: { start: 0, end: 11 },
      headingPath: ["Einleitung"],
      sentences: [
        { start: 0, end: 6 },
        { start: 6, end: 11 },
      ],
      context: { headings: [], leadIns: [] },
    };
    const second = { start: 6, end: 11 };
    expect(headingsOfSentence(passage, text, second)).toEqual(["Einleitung"]);
    expect(headingsOfSentence({ ...passage, headingPath: ["§ 5 Abs. 2"] }, text, second)).toEqual(["§ 5 Abs. 2"]);
    expect(headingsOfSentence({ ...passage, headingPath: ["§ 5"] }, text, second)).toEqual(["§ 5 S. 2"]);
  });
});
