import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../../src/answering/answer.ts";
import { renderAnswerJson } from "../../../src/answering/json/answer-json.ts";
import { readClaims } from "../../../src/answering/proof/claims/read-claims.ts";
import type { Fundstelle } from "../../../src/answering/service.ts";
import { messagesFor } from "../../../src/locales/choose-messages.ts";
import { renderAnswer } from "../../../src/terminal/render/passages/answer-text.ts";
import { createStyle } from "../../../src/terminal/text/style.ts";
import { createCollection } from "../collection.ts";

const rule =
  "Der Garten des Vereins ist von April bis Oktober jeden Tag geöffnet, und alle Mitglieder dürfen ihn mit ihren Gästen" +
  " besuchen, sofern sie einen Schlüssel haben.";
const collection = createCollection();
let fundstelle: Fundstelle;
let answer: Answer;
beforeAll(async () => {
  collection.write("aushang.md", `# Garten\n\n${rule}\n`);
  collection.write("brief.txt", `Garten\n\n${rule.replace("Mitglieder dürfen", "Mit\u00adglieder\ndürfen")}\n`);
  collection.write("ordnung.md", `# Garten\n\n${rule.replace("sofern", "wenn")}\n`);
  fundstelle = (await collection.open()).fundstelle;
  answer = await fundstelle.ask("Wann ist der Garten des Vereins geöffnet?");
}, 60_000);
afterAll(() => collection.remove());

function statesOf(text: string) {
  return fundstelle
    .verify(readClaims(text, (key) => ["aushang", "brief", "ordnung"].includes(key)))
    .then((proofs) => proofs.map(({ claim, state }) => `${claim.replace(/@.*/, "")} ${state}`).sort());
}

describe("passages that say the same", () => {
  it("are named apart where their words are not the same", () => {
    const [first] = answer.passages;
    expect(answer.passages).toHaveLength(1);
    expect([first?.citation, ...(first?.alsoIn ?? [])].sort()).toEqual(["aushang:2", "brief:2"]);
    expect(first?.similarIn).toEqual(["ordnung:2"]);
  });

  it("are proven as what the answer's JSON says of them", async () => {
    expect(await statesOf(renderAnswerJson(answer))).toEqual([
      "aushang:2 proven",
      "brief:2 proven",
      "ordnung:2 proven",
    ]);
  });

  it.each(["de", "en"] as const)("are proven as what the terminal says of them, %s", async (locale) => {
    const shown = renderAnswer(answer, messagesFor(locale), createStyle({ isTerminal: false, noColor: false }));
    expect(await statesOf(shown)).toEqual(["aushang:2 proven", "brief:2 proven", "ordnung:2 proven"]);
  });

  it("do not prove what is said to be the same and is not", async () => {
    const json = renderAnswerJson(answer)
      .replace('"similarIn"', '"alsoIn2"')
      .replace(/"alsoIn":\[[^\]]*\]/, '"alsoIn":["ordnung:2"]');
    expect(await statesOf(json)).toContain("ordnung:2 failed");
  });
});
