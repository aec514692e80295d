import { describe, expect, it } from "vitest";
import { passagesOf } from "../../../../src/documents/passages/passages.ts";
import { documentOf } from "../../make-document.ts";

async function read(text: string) {
  const document = await documentOf(text, { file: "a.md" });
  const at = ({ start, end }: { readonly start: number; readonly end: number }) =>
    document.canonicalText.slice(start, end);
  return passagesOf(document).map(({ range, kind, context: { question } }) => ({
    text: at(range),
    kind,
    ...(question === undefined ? {} : { question: at(question.range) }),
  }));
}

const long = "Wer hier anlegt, zahlt für jede angefangene Stunde, und das auch an Sonntagen und in der Nacht.";

describe("definition lists in Markdown", () => {
  it("keep each term with what explains it", async () => {
    const passages = await read(
      "# Hafen\n\n`LIEGEGELD=<Euro>`\n\n: Was ein Schiff am Tag zahlt.\n\n    Ohne Angabe 20.\n\n`WACHE=<Name>`\n\n: Wer nachts da ist.\n",
    );
    expect(passages.map(({ text }) => text)).toEqual([
      "`LIEGEGELD=<Euro>`\n\n: Was ein Schiff am Tag zahlt.\n\n    Ohne Angabe 20.",
      "`WACHE=<Name>`\n\n: Wer nachts da ist.",
    ]);
  });

  it("show the term above what does not stand with it", async () => {
    const passages = await read(`# Hafen\n\nLiegegeld\n\n:   ${long}\n\n    ${long}\n`);
    expect(passages).toEqual([
      { text: `Liegegeld\n\n:   ${long}`, kind: "text" },
      { text: long, kind: "text", question: "Liegegeld" },
    ]);
  });

  it("are text and lists, although they are set in, and code only where they have a fence", async () => {
    const { paragraphs } = await documentOf(
      `Tau\n:   Hält das Schiff\nan der Mauer.\n\n    ${long}\n\n    - ${long}\n\n    - ${long}\n\n    \`\`\`sh\n    tau --halt\n    \`\`\`\n\nAnker\n\n: ${long}\n`,
      { file: "a.md" },
    );
    expect(paragraphs.map(({ kind, depth }) => [kind, depth])).toEqual([
      ["text", undefined],
      ["text", 1],
      ["text", 1],
      ["text", 2],
      ["text", 2],
      ["code", 1],
      ["text", undefined],
      ["text", 1],
    ]);
  });

  it("may have several terms, and several definitions of one", async () => {
    const passages = await read(`Poller\nKlampe\n\n: ${long}\n\n: ${long}\n\n${long}\n`);
    expect(passages).toEqual([
      { text: `Poller\nKlampe\n\n: ${long}`, kind: "text" },
      { text: long, kind: "text", question: "Poller\nKlampe" },
      { text: long, kind: "text" },
    ]);
  });

  it.each([
    ["the caption of a table", `| Ware | Preis |\n|--|--|\n| Brot | 3 |\n\n: Preise im Hafen\n`],
    ["what follows a sentence", `${long}\n\n: ${long}\n`],
    ["what follows an item of a list", `- Brot\n\n: ${long}\n`],
    ["what stands in a fence", "```\nTau\n: hält\n```\n"],
  ])("are not %s", async (_, text) => {
    expect((await read(text)).map(({ question }) => question).filter((question) => question !== undefined)).toEqual([]);
  });
});

describe("the title of a Markdown file", () => {
  it("has no marks of emphasis, and keeps the dashes of names", async () => {
    const document = await documentOf("# _Wer_ zahlt `LIEGE_GELD_TAG`, und *wann*?\n\nAlle.\n", { file: "hafen.md" });
    expect(document.metadata.title).toBe("Wer zahlt LIEGE_GELD_TAG, und wann?");
  });
});
