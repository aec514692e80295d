import { expect, it } from "vitest";
import { ofEachDocument } from "../../../src/search/index/of-each-document.ts";
import { DocumentChangedError } from "../../../src/search/index/texts/text-store.ts";

const documentOf = (one: string) => Number(one.charAt(0));

it("reads what is wanted of a document together, in the order given", async () => {
  const read: [number, readonly string[]][] = [];
  await ofEachDocument(["2a", "1a", "2b", "3a", "1b"], documentOf, async (document, some) => {
    read.push([document, some]);
  });
  expect(read).toEqual([
    [2, ["2a", "2b"]],
    [1, ["1a", "1b"]],
    [3, ["3a"]],
  ]);
});

it("reads a document while others are waited for", async () => {
  let letGo: () => void = () => undefined;
  const second = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await ofEachDocument(["1", "2"], documentOf, async (document) => {
    if (document === 1) await second;
    else letGo();
  });
});

it("reads all of them, and names each that has changed, in the order given", async () => {
  const read: number[] = [];
  const wanted = ["1", "2", "3", "4"];
  const failed = ofEachDocument(wanted, documentOf, async (document) => {
    // Later ones are through before the first.
    for (let turn = document; turn < wanted.length; turn++) await Promise.resolve();
    read.push(document);
    if (document % 2 === 1) throw new DocumentChangedError([`${document}.md`]);
  });
  await expect(failed).rejects.toMatchObject({ code: "document-changed", files: ["1.md", "3.md"] });
  expect(read.toSorted()).toEqual([1, 2, 3, 4]);
});

it("fails with anything else that goes wrong", async () => {
  const failed = ofEachDocument(["1", "2"], documentOf, async (document) => {
    if (document === 2) throw new Error("no");
  });
  await expect(failed).rejects.toThrow("no");
});

it("reads nothing where nothing is wanted", async () => {
  await ofEachDocument([], documentOf, () => Promise.reject(new Error("no")));
});
