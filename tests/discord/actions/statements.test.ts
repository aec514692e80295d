import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MessageBody } from "../../../discord-stand-in/bodies.ts";
import { textsOf } from "../../../discord-stand-in/state/messages.ts";
import { requireCitation } from "../../../src/answering/citing/citation.ts";
import { readClaims } from "../../../src/answering/proof/claims/read-claims.ts";
import { styleNames } from "../../../src/answering/styles/render-reference.ts";
import { styles } from "../../../src/answering/styles/styles.ts";
import { askPage } from "../../../src/discord/actions/ask-page.ts";
import { renderAnswer } from "../../../src/discord/render/answer-view.ts";
import type { View } from "../../../src/discord/render/parts/layout.ts";
import { renderPassage } from "../../../src/discord/render/passage-view.ts";
import { renderReference } from "../../../src/discord/render/reference-view.ts";
import { renderSearch } from "../../../src/discord/render/search-view.ts";
import { renderStatements } from "../../../src/discord/render/statements-view.ts";
import { everything } from "../../../src/discord/scope.ts";
import { messagesFor } from "../../../src/locales/choose-messages.ts";
import { openCollection, openingTimeoutMs } from "../collection.ts";

let app: Awaited<ReturnType<typeof openCollection>>;
beforeAll(async () => {
  app = await openCollection();
}, openingTimeoutMs);
afterAll(() => app.close());

const asker = "123456789012345678";

/** A message's text as a program gets it, and as a person copies it who sees no marks. */
function textsOfView(view: View): { raw: string; copied: string } {
  const raw = textsOf(MessageBody.parse({ components: view.components }).components ?? []).join("\n");
  const copied = raw
    .split("\n")
    .filter((line) => line !== "```")
    .map((line) =>
      line
        .replace(/^> |^-# |^#+ /u, "")
        .replace(/(\\[^0-9A-Za-z\s])|\*\*|`/gu, (_mark, kept?: string) => (kept === undefined ? "" : kept.slice(1))),
    )
    .join("\n");
  return { raw, copied };
}

async function statesOf(text: string): Promise<Record<string, string>> {
  const keys = new Set(app.fundstelle.sources().map(({ metadata }) => metadata.key));
  const proofs = await app.fundstelle.verify(readClaims(text, (key) => keys.has(key)));
  return Object.fromEntries(
    proofs.map(({ claim, state, checks }) => [
      claim.split("@")[0],
      state === "proven"
        ? state
        : `${state}: ${checks
            .filter(({ holds }) => !holds)
            .map(({ name }) => name)
            .join()}`,
    ]),
  );
}

/** Every citation of the message holds, however its text is handed on. @returns the citations */
async function proven(view: View): Promise<string[]> {
  const { raw, copied } = textsOfView(view);
  const states = await statesOf(raw);
  expect(new Set(Object.values(states)), raw).toEqual(new Set(["proven"]));
  const copiedStates = await statesOf(copied);
  expect(new Set(Object.values(copiedStates)), copied).toEqual(new Set(["proven"]));
  expect(Object.keys(copiedStates)).toEqual(Object.keys(states));
  return Object.keys(states);
}

const questions = [
  "Wann wurde der Leuchtturm gebaut?",
  "What does a jar of honey cost?",
  "Was kocht Zwirbeline mit Fliegenpilzsuppe?",
  "Wie lange rührt Zwirbeline den Krötenbrei?",
  "Wie viele Gäste besuchen den Leuchtturm?",
];

describe.each(["de", "en"] as const)("what the bot shows can be verified (%s)", (locale) => {
  const m = messagesFor(locale);

  it.each(questions)("answer to %s", async (question) => {
    const asked = { question, previous: "", scope: everything, seen: { audience: {} }, offset: 0 };
    const page = await askPage(app.fundstelle, asked);
    // What is no answer has citations where it shows what came closest.
    for (const isClosest of page.answer.kind === "answered" ? [true, false] : [true]) {
      const view = { m, asker, scope: everything, previous: "", isPrivate: false, canShare: false, isClosest };
      const citations = await proven(renderAnswer(page, view));
      expect(citations.length).toBeGreaterThan(0);
    }
  });

  it.each(["leuchtturm:3", "hexe:2", "hexe:3a", "honey:2"])("surroundings of %s", async (citation) => {
    const found = await app.fundstelle.lookUp(requireCitation(citation));
    expect(await proven(renderPassage(found, { m, asker, isPrivate: true, canShare: false }))).toEqual([citation]);
  });

  it.each(styleNames)("references as %s", async (name) => {
    const style = styles.find((each) => each.name === name);
    if (style === undefined) throw new Error(name);
    for (const citation of ["leuchtturm:3", "hexe:2", "hexe:3a"]) {
      const reference = requireCitation(citation);
      const found = await app.fundstelle.lookUp(reference);
      const written = await style.render(await app.fundstelle.reference(reference), locale);
      const view = renderReference({ found, style, written }, { m, asker, isPrivate: true, canShare: false });
      expect(await proven(view)).toEqual([citation]);
    }
  });

  it.each(["Leuchtturm Laterne", "Zwirbeline Krötenbrei", "honey bees"])("hits for %s", async (terms) => {
    const page = await app.fundstelle.search(terms, { limit: 5 });
    const citations = await proven(renderSearch(page, { m, asker, isPrivate: true, canShare: false }));
    expect(citations).toHaveLength(page.hits.length);
  });

  it("what supports a message", async () => {
    const statements = await Promise.all(
      ["Der Leuchtturm wurde 1887 gebaut.", "Zwirbeline kocht Fliegenpilzsuppe."].map(async (statement) => {
        const answer = await app.fundstelle.ask(statement, { limit: 1 });
        return { statement, certainty: answer.certainty, passages: answer.passages };
      }),
    );
    expect(
      (
        await proven(
          renderStatements(statements, {
            more: 0,
            messageUrl: "https://discord.com/channels/1/2/3",
            m,
            asker,
            canShare: false,
          }),
        )
      ).length,
    ).toBeGreaterThan(0);
  });
});
