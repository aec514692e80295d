import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../../src/answering/answer.ts";
import { requireCitation } from "../../../src/answering/citing/citation.ts";
import { renderAnswerJson } from "../../../src/answering/json/answer-json.ts";
import { readClaims } from "../../../src/answering/proof/claims/read-claims.ts";
import type { Fundstelle } from "../../../src/answering/service.ts";
import { renderReference } from "../../../src/answering/styles/render-reference.ts";
import { renderAnswer as renderDiscordAnswer } from "../../../src/discord/render/answer-view.ts";
import { renderPassage } from "../../../src/discord/render/passage-view.ts";
import { renderReading } from "../../../src/discord/render/reading-view.ts";
import { renderSearch } from "../../../src/discord/render/search-view.ts";
import { messagesFor } from "../../../src/locales/choose-messages.ts";
import { renderAnswer } from "../../../src/terminal/render/passages/answer-text.ts";
import { renderHits } from "../../../src/terminal/render/passages/hits.ts";
import { renderLookedUp } from "../../../src/terminal/render/passages/passage.ts";
import { renderReadingPage } from "../../../src/terminal/render/passages/reading-page.ts";
import { createStyle } from "../../../src/terminal/text/style.ts";
import { createCollection } from "../collection.ts";

const sentence = "Der **Turm** der [Kirche](https://example.org/k) fiel *1911* um `11:57` Uhr.";
const shownSentence = "Der Turm der Kirche fiel 1911 um 11:57 Uhr.";
const before = 'Gebaut hatte ihn [Meister **Arnulf**](a.md "Der") aus \\*Granit\\*, Leser*innen wissen das.';
const shownBefore = "Gebaut hatte ihn Meister Arnulf aus *Granit*, Leser*innen wissen das.";
const hostile =
  "Das **Wirtshaus** [@everyone](https://example.org) heißt **<@1234567890123456789>** und `||hier||` \\[da\\](https://evil.example) mit *\\*\\*Bier*\\*.";

const collection = createCollection();
let fundstelle: Fundstelle;
let answer: Answer;
const m = messagesFor("de");
const plain = createStyle({ isTerminal: false, noColor: true });
const asked = {
  m,
  asker: "1",
  scope: { source: "", from: "", until: "" },
  previous: "",
  isPrivate: false,
  canShare: false,
  isClosest: true,
};

beforeAll(async () => {
  collection.write(
    "turm.md",
    `# Der *alte* Turm\n\n> ${before}\n> ${sentence}\n\n| Jahr | Höhe |\n|------|------|\n| **1890** | 40 m |\n\n\`\`\`sh\nturm --hoehe *40*\n\`\`\`\n`,
  );
  collection.write("wirtshaus.md", `${hostile}\n`);
  fundstelle = (await collection.open()).fundstelle;
  answer = await fundstelle.ask("Wann fiel der Turm der Kirche?", { limit: 1 });
}, 60_000);
afterAll(() => collection.remove());

async function statesOf(text: string): Promise<string[]> {
  const keys = new Set(fundstelle.sources().map(({ metadata }) => metadata.key));
  const proofs = await fundstelle.verify(readClaims(text, (key) => keys.has(key)));
  return [...new Set(proofs.map(({ state }) => state))];
}

/** The text of a message's components, as whoever reads the message has it. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join("\n");
  if (typeof value !== "object" || value === null) return "";
  const own = "content" in value && typeof value.content === "string" ? `${value.content}\n` : "";
  return own + ("components" in value ? textOf(value.components) : "");
}

const discordAnswer = (found: Answer): string =>
  textOf(renderDiscordAnswer({ answer: found, passages: found.passages, offset: 0 }, asked).components);

describe("a quote of a Markdown file", () => {
  it("is the exact slice of the file in JSON", async () => {
    const json = renderAnswerJson(answer);
    expect(json).toContain(JSON.stringify(sentence).slice(1, -1));
    expect(await statesOf(json)).toEqual(["proven"]);
  });

  it("is shown without its markup in a terminal, the same words emphasised", async () => {
    const text = renderAnswer(answer, m, plain);
    expect(text).toContain(`    ${shownBefore} ${shownSentence}`);
    expect(text).toContain(`»${shownSentence}«`);
    expect(await statesOf(text)).toEqual(["proven"]);
    const marked = { ...plain, isColored: true, strong: (words: string) => `<<${words}>>` };
    expect(renderAnswer(answer, m, marked)).toContain(`    ${shownBefore} <<${shownSentence}>>`);
    const hits = renderHits(await fundstelle.search("Turm Kirche"), m, plain, { explain: false });
    expect(hits).toContain(shownSentence);
    expect(await statesOf(hits)).toEqual(["proven"]);
    const found = await fundstelle.lookUp(requireCitation("turm:2"), { neighbours: 3 });
    const passage = renderLookedUp(found, m, plain);
    expect(passage).toContain("    Jahr | Höhe\n    1890 | 40 m\n");
    expect(passage).toContain("    turm --hoehe *40*");
    expect(await statesOf(passage)).toEqual(["proven"]);
    const page = renderReadingPage(await fundstelle.read("turm", { around: { paragraph: 2 } }), m, plain);
    expect(page).toContain("\nDer alte Turm\n");
    expect(page).toContain(shownSentence);
  });

  it("is shown without its markup in Discord, the same words emphasised", async () => {
    const message = discordAnswer(answer);
    expect(message).toContain(`> Gebaut hatte ihn Meister Arnulf aus \\*Granit\\*, Leser\\*innen wissen das.`);
    expect(message).toContain(`**${shownSentence}**`);
    expect(await statesOf(message)).toEqual(["proven"]);
    const found = await fundstelle.search("Turm Kirche");
    const hits = textOf(renderSearch(found, asked).components);
    expect(hits).toContain("Der **Turm** der **Kirche** fiel 1911");
    expect(await statesOf(hits)).toEqual(["proven"]);
    const lookedUp = await fundstelle.lookUp(requireCitation("turm:2"));
    const passage = textOf(renderPassage(lookedUp, asked).components);
    expect(passage).toContain(shownSentence);
    expect(await statesOf(passage)).toEqual(["proven"]);
    const page = textOf(
      renderReading(await fundstelle.read("turm", { around: { paragraph: 2 } }), undefined, m).components,
    );
    expect(page).toContain("**Der alte Turm**");
    expect(page).toContain(shownSentence);
    expect(page).toContain("Jahr \\| Höhe\n1890 \\| 40 m");
  });

  it("is proven in either form, wherever it is pasted, and with another word in none", async () => {
    for (const quote of [
      `> ${before}\n> ${sentence}\n> \n> turm:2`,
      `„${shownBefore} ${shownSentence}“ (turm:2)`,
      `„… ${shownSentence}“ (turm:2)`,
      `turm:2: »… ${sentence}«`,
      JSON.stringify({ citation: "turm:2", text: `${shownBefore}\n${shownSentence}` }),
      JSON.stringify({ citation: "turm:2", text: `> ${before}\n> ${sentence}` }),
      await renderReference("markdown", await fundstelle.reference(requireCitation("turm:2")), "de"),
    ]) {
      expect(await statesOf(quote), quote).toEqual(["proven"]);
      expect(await statesOf(quote.replaceAll("1911", "1912")), quote).toEqual(["failed"]);
      expect(await statesOf(quote.replaceAll("Kirche", "Kirchen")), quote).toEqual(["failed"]);
    }
  });

  it("does no harm once its own escapes are gone", async () => {
    const found = await fundstelle.ask("Wie heißt das Wirtshaus?", { limit: 1 });
    const message = discordAnswer(found);
    expect(message).toContain(
      "**Das Wirtshaus \\@everyone heißt \\<\\@1234567890123456789\\> und \\|\\|hier\\|\\| \\[da\\](https:\\/\\/evil.example) mit \\*\\*Bier\\*.**",
    );
    expect(await statesOf(message)).toEqual(["proven"]);
    expect(await statesOf(renderAnswer(found, m, plain))).toEqual(["proven"]);
  });
});
