import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { requireCitation } from "../../../src/answering/citing/citation.ts";
import { renderAnswerJson } from "../../../src/answering/json/answer-json.ts";
import { renderReference } from "../../../src/answering/styles/render-reference.ts";
import type { App } from "../../../src/app.ts";
import { renderAnswer } from "../../../src/discord/render/answer-view.ts";
import { renderPassage } from "../../../src/discord/render/passage-view.ts";
import { renderReading } from "../../../src/discord/render/reading-view.ts";
import { messagesFor } from "../../../src/locales/choose-messages.ts";
import { renderLookedUp } from "../../../src/terminal/render/passages/passage.ts";
import { createStyle } from "../../../src/terminal/text/style.ts";
import { createCollection } from "../collection.ts";

const shown = z.object({
  passages: z.array(z.looseObject({ anchor: z.string().optional(), link: z.string().optional() })),
});
const de = messagesFor("de");
const page = `<!doctype html><html lang="de"><body><h1>Leuchttürme</h1><p>Sie stehen an der Küste und warnen Schiffe.</p>
  <h2 id="wärter">Die Wärter</h2><p>Der Leuchtturmwärter hieß Hinrich Petersen.</p></body></html>`;
const markdown = "# Mühlen\n\nSie mahlen Korn.\n\n## Die **Müller**\n\nDer Müller hieß Claas Brodersen.\n";

const collection = createCollection();
let app: App;
beforeAll(async () => {
  collection.write("turm.html", page);
  collection.write("heim.html", page.replaceAll("Leuchtturm", "Bahnhof").replaceAll("Petersen", "Thomsen"));
  collection.write("muehle.md", markdown);
  collection.write(
    "sources.json",
    JSON.stringify({
      documents: [
        { file: "turm.html", url: "https://example.org/turm" },
        { file: "muehle.md", url: "https://example.org/muehle#oben" },
      ],
    }),
  );
  await (await collection.open()).close();
  app = await collection.open();
}, 60_000);
afterAll(async () => {
  await app.close();
  collection.remove();
});

async function bestOf(question: string) {
  const answer = await app.fundstelle.ask(question);
  const [best] = answer.passages;
  if (best === undefined) throw new Error("no passage was found");
  return { answer, best, json: shown.parse(JSON.parse(renderAnswerJson(answer))).passages[0] };
}

const sentence = ":~:text=Der%20Leuchtturmw%C3%A4rter%20hie%C3%9F%20Hinrich%20Petersen.";
const link = `https://example.org/turm#w%C3%A4rter${sentence}`;

describe("a passage below an anchor", () => {
  it("is opened there, wherever it is shown", async () => {
    expect(app.index).toBe("loaded");
    const { answer, best, json } = await bestOf("Wie hieß der Leuchtturmwärter?");
    expect(json).toMatchObject({ anchor: "wärter", link });
    const found = await app.fundstelle.lookUp(requireCitation(best.citation));
    expect(renderLookedUp(found, de, createStyle({ isTerminal: false, noColor: true }))).toContain(link);
    const reference = await app.fundstelle.reference(requireCitation(best.citation));
    expect(await renderReference("markdown", reference, "de")).toContain(`(<${link}>)`);

    const scope = { source: "", from: "", until: "" };
    const asked = { m: de, asker: "1", scope, previous: "", isPrivate: false, canShare: false, isClosest: true };
    const read = await app.fundstelle.read(best.metadata.key, { around: best.passage });
    for (const view of [
      renderAnswer({ answer, passages: [best], offset: 0 }, asked),
      renderPassage(found, asked),
      renderReading(read, undefined, de),
    ]) {
      expect(JSON.stringify(view)).toContain(JSON.stringify({ url: link }).slice(1, -1));
    }
  });

  it("leaves the fragment of the document's own address as it is", async () => {
    const { json } = await bestOf("Wie hieß der Müller?");
    expect(json?.anchor).toBe("die-müller");
    expect(json?.link).toMatch(/^https:\/\/example\.org\/muehle#oben:~:text=Der%20M%C3%BCller/);
  });

  it("names the anchor where the document has no address", async () => {
    const { json } = await bestOf("Wie hieß der Bahnhofwärter?");
    expect(json?.anchor).toBe("wärter");
    expect(json).not.toHaveProperty("link");
  });
});
