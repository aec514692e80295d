import { afterAll, beforeAll, expect, it } from "vitest";
import { withReaderLinks } from "../../src/answering/linking/reader-links.ts";
import type { Fundstelle } from "../../src/answering/service.ts";
import { renderAnswer } from "../../src/discord/render/answer-view.ts";
import { renderReading } from "../../src/discord/render/reading-view.ts";
import { renderSources } from "../../src/discord/render/sources-view.ts";
import { messagesFor } from "../../src/locales/choose-messages.ts";
import { guild, pathOf, type Served, serve } from "./served.ts";

const m = messagesFor("de");
const asker = "1";
const filter = { audience: { guild } };
let served: Served;
let linked: Fundstelle;
beforeAll(async () => {
  served = await serve();
  linked = withReaderLinks(served.fundstelle, served.signed);
});
afterAll(() => served.close());

/** Where the first title that is a link leads. */
function addressesIn(view: unknown): string[] {
  return [...JSON.stringify(view).matchAll(/\[\*\*[^\]]+\*\*\]\(([^)]+)\)/g)].flatMap(([, address]) => address ?? []);
}

it("lead from a list of documents to each of them, also to one that only this server may see", async () => {
  const addresses = addressesIn(renderSources(linked.sources(filter), { page: 0, m, asker }));
  expect(addresses).toHaveLength(3);
  const pages = await Promise.all(addresses.map((address) => served.page(pathOf(address))));
  expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(pages.map(({ html }) => html).join("")).toContain("Kolibri");
});

it("lead from a document that is read to its page", async () => {
  const [address = ""] = addressesIn(renderReading(await linked.read("bridge", { filter }), undefined, m));
  expect((await served.page(pathOf(address))).html).toContain("62 Meter");
});

it("lead from an answer to its passage, which is marked there", async () => {
  const answer = await linked.ask("Wann wurde die Brücke über den Fluss gebaut?", { filter });
  const page = { answer, passages: answer.passages.slice(0, 1), offset: 0 };
  const view = renderAnswer(page, {
    m,
    asker,
    scope: { source: "", from: "", until: "" },
    previous: "",
    isPrivate: false,
    canShare: false,
    isClosest: false,
  });
  const [address = ""] = addressesIn(view);
  const { status, html } = await served.page(pathOf(address));
  expect(status).toBe(200);
  expect(html).toMatch(/<mark[^>]*>[^<]*Die Brücke/);
});
