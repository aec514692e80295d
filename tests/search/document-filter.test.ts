import { describe, expect, it } from "vitest";
import type { DocumentMetadata, PublicationDate } from "../../src/documents/document.ts";
import { documentTest, isVisible } from "../../src/search/document-filter.ts";
import type { IndexedDocument } from "../../src/search/index/passage-table.ts";

function documentWith(metadata: Partial<DocumentMetadata>): IndexedDocument {
  return {
    file: "a.txt",
    metadata: { key: "a", title: "A", titleSource: "stated", language: "de", ...metadata },
    parser: { name: "text", version: 1 },
    isPlainText: true,
    encoding: "utf-8",
    fileSha256: "",
    textSha256: "",
    readWith: "",
    paragraphs: 1,
    hidden: 0,
    headings: [],
  };
}

const month: PublicationDate = { stated: "2023-09", from: "2023-09-01", until: "2023-09-30", precision: "month" };

describe("isVisible", () => {
  it.each([
    [undefined, undefined, true],
    [undefined, {}, true],
    [undefined, { guild: "1" }, true],
    [["1", "2"], undefined, true], // the host sees all
    [["1", "2"], { guild: "2" }, true],
    [["1", "2"], { guild: "3" }, false],
    [["1", "2"], {}, false], // a direct message
    [[], { guild: "1" }, false],
  ])("document of servers %j for the audience %j", (guilds, audience, expected) => {
    const document = documentWith(guilds === undefined ? {} : { guilds });
    expect(isVisible(document, audience === undefined ? {} : { audience })).toBe(expected);
  });

  it.each([
    [{ from: "2023-09-01", until: "2023-09-30" }, true],
    [{ from: "2023-09-30" }, true],
    [{ from: "2023-10-01" }, false],
    [{ until: "2023-09-01" }, true],
    [{ until: "2023-08-31" }, false],
    [{ from: "2023-09-10", until: "2023-09-12" }, true],
  ])("document of a month for %j", (filter, expected) => {
    expect(isVisible(documentWith({ published: month }), filter)).toBe(expected);
    expect(isVisible(documentWith({}), filter)).toBe(false); // undated
  });

  it("lets every document through where there is no filter", () => {
    for (const metadata of [{}, { published: month }, { guilds: ["1"] }])
      expect(isVisible(documentWith(metadata), undefined)).toBe(true);
  });

  it("lets the documents alone through that a server has added, where nothing else is asked for", () => {
    const documents = [documentWith({ ofServer: true }), documentWith({})];
    expect(documents.map((document) => isVisible(document, { ofServer: true }))).toEqual([true, false]);
    expect(documents.map((document) => isVisible(document, {}))).toEqual([true, true]);
  });

  it("lets the keys through that are named", () => {
    expect(isVisible(documentWith({}), { keys: ["b", "a"] })).toBe(true);
    expect(isVisible(documentWith({}), { keys: [] })).toBe(false);
  });
});

describe("documentTest", () => {
  it("never lets removed documents through", () => {
    const documents = [documentWith({}), undefined, documentWith({ key: "c" })];
    const seen = (filter: Parameters<typeof documentTest>[1]) => [0, 1, 2, 3].map(documentTest(documents, filter));
    expect(seen(undefined)).toEqual([true, false, true, false]);
    expect(seen({})).toEqual([true, false, true, false]);
    expect(seen({ keys: ["c"] })).toEqual([false, false, true, false]);
  });
});
