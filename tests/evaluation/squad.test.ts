import { execFile } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { parseJudgments } from "../../src/evaluation/judgments.ts";
import { convertSquad, parseSquad } from "../../src/evaluation/squad.ts";
import { root, type TemporaryFolder, temporaryFolder } from "../support/program.ts";

const mill =
  "Die Mühle am Bach mahlt 40 Säcke Korn am Tag. Die Mühle im Tal mahlt 40 Säcke Korn am Tag, doch nur im Mai.";
const bear = "🐻🐻 Der Bär\nHeinz wiegt 300 Kilogramm und frisst gern Heidelbeeren.";

function question(id: string, text: string, context: string, answer: string, occurrence = 0) {
  let at = -1;
  for (let i = 0; i <= occurrence; i++) at = context.indexOf(answer, at + 1);
  return { id, question: text, answers: [{ text: answer, answer_start: [...context.slice(0, at)].length }] };
}

const german = {
  version: "1.1",
  data: [
    {
      title: "Mühlen",
      paragraphs: [
        {
          context: mill,
          qas: [
            question("m1", "Wie viel mahlt die Mühle am Bach?", mill, "40 Säcke"),
            question("m2", "Wie viel mahlt die Mühle im Tal?", mill, "40 Säcke", 1),
          ],
        },
        {
          context: "  Ein Müller heißt Franz.\n",
          qas: [question("m3", "Wie heißt er?", "  Ein Müller heißt Franz.\n", "Franz")],
        },
      ],
    },
    {
      title: "Bären",
      paragraphs: [
        {
          context: bear,
          qas: [
            question("b1", "Was wiegt Heinz?", bear, "300 Kilogramm"),
            { id: "b2", question: "Wer lacht?", answers: [] },
          ],
        },
      ],
    },
  ],
};
const english = {
  data: [
    {
      paragraphs: [
        {
          context: "…",
          qas: [
            { id: "b1", question: "What does Heinz weigh?" },
            { id: "b9", question: "Which?" },
          ],
        },
      ],
    },
  ],
};

const parsed = parseSquad(JSON.stringify(german), "de.json");

describe("convertSquad", () => {
  const { documents, judgments, unmatched } = convertSquad(parsed, "de", {
    squad: parseSquad(JSON.stringify(english), "en.json"),
    language: "en",
  });

  it("makes a document of each article, a line of each paragraph", () => {
    expect(documents).toEqual([
      { file: "article-00.txt", text: `${mill}\n\nEin Müller heißt Franz.\n` },
      { file: "article-01.txt", text: `${bear.replace("\n", " ")}\n` },
    ]);
  });

  it("gives snippets that hold the answer and stand once in the document", () => {
    for (const judgment of judgments.filter(({ answerable }) => answerable)) {
      for (const { doc, contains } of judgment.gold) {
        const text = documents.find(({ file }) => file === doc)?.text ?? "";
        expect(text.split(contains)).toHaveLength(2);
        expect(contains).toContain(judgment.answer);
      }
    }
  });

  it("tells equal answers of one paragraph apart by what stands around them", () => {
    const [bach, tal] = ["m1-de", "m2-de"].map(
      (id) => judgments.find((judgment) => judgment.id === id)?.gold[0]?.contains,
    );
    expect(bach).toContain("Bach");
    expect(tal).toContain("Tal");
  });

  it("asks the translated questions of the same paragraphs, and names those that match nothing", () => {
    const [de, en] = ["b1-de", "b1-en"].map((id) => judgments.find((judgment) => judgment.id === id));
    expect(en).toEqual({ ...de, id: "b1-en", lang: "en", question: "What does Heinz weigh?" });
    expect(unmatched).toEqual(["b9"]);
  });

  it("counts questions without an answer as not answerable", () => {
    expect(judgments.find(({ id }) => id === "b2-de")).toMatchObject({ answerable: false, gold: [], answer: null });
  });

  it("writes what judgments are read from", () => {
    const lines = judgments.map((judgment) => JSON.stringify(judgment)).join("\n");
    expect(parseJudgments(lines, "judgments.jsonl")).toEqual(judgments);
  });

  it("takes the nearest place where an answer's place is a little off, and refuses one that is nowhere", () => {
    const shifted = structuredClone(parsed);
    const answer = shifted.data[0]?.paragraphs[0]?.qas[1]?.answers[0];
    expect(answer).toBeDefined();
    if (answer === undefined) return;
    answer.answer_start += 3;
    expect(convertSquad(shifted, "de").judgments).toEqual(convertSquad(parsed, "de").judgments);
    answer.text = "50 Säcke";
    expect(() => convertSquad(shifted, "de")).toThrow("m2");
  });
});

describe("parseSquad", () => {
  it.each([
    ["{", "de.json is not JSON"],
    ['{"data":[{}]}', "paragraphs"],
    ["[]", "de.json"],
  ])("names what is wrong with %s", (content, named) => {
    expect(() => parseSquad(content, "de.json")).toThrow(named);
  });
});

describe("convert-squad", () => {
  let folder: TemporaryFolder | undefined;
  afterEach(() => folder?.remove());
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, ["--import", "tsx", "scripts/evaluation/convert-squad.ts", ...args], {
      cwd: root,
    });

  it("writes documents and judgments, and ends with one line where it cannot", async () => {
    folder = temporaryFolder();
    const [de, en, to] = ["de.json", "en.json", "out"].map((name) => path.join(folder?.path ?? "", name));
    writeFileSync(de ?? "", JSON.stringify(german));
    writeFileSync(en ?? "", JSON.stringify(english));
    const { stdout } = await run(de ?? "", "--to", to ?? "", "--translation", en ?? "");
    expect(stdout).toContain("6 questions on 2 documents");
    expect(readdirSync(path.join(to ?? "", "documents"))).toEqual(["article-00.txt", "article-01.txt"]);
    const written = path.join(to ?? "", "judgments.jsonl");
    expect(parseJudgments(readFileSync(written, "utf8"), written)).toHaveLength(6);
    await expect(run(path.join(to ?? "", "none.json"), "--to", to ?? "")).rejects.toMatchObject({ code: 1 });
    await expect(run()).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining("--to DIR") });
  });
});
