import { expect, it } from "vitest";
import { fingerprintOf } from "../../../src/answering/citing/fingerprint.ts";
import { findMovedText } from "../../../src/answering/citing/moved-text.ts";
import type { Passage, SourceDocument } from "../../../src/documents/document.ts";
import { paragraphPassagesOf } from "../../../src/documents/passages/passages.ts";
import { documentOf } from "../../documents/make-document.ts";
import { proportional, slowdownOf } from "../../support/slowdown.ts";

it.each([
  ["a box", "☐ Ich möchte Mitglied des Hafenvereins werden.", "Ich möchte Mitglied des Hafenvereins werden."],
  ["a drop cap", "Die Kommission hat am Montag getagt.", "ie Kommission hat am Montag getagt."],
])("finds the very words behind %s that used to stand apart", async (_, text, quote) => {
  const document = await documentOf(`Der Hafen hat einen Verein.\n\n${text}`);
  const search = findMovedText(document, paragraphPassagesOf(document), fingerprintOf(quote), 2);
  let step = search.next();
  while (step.done !== true) step = search.next();
  expect(document.canonicalText.slice(step.value?.range.start, step.value?.range.end)).toBe(quote);
});

interface Searched {
  readonly document: SourceDocument;
  readonly parts: readonly Passage[];
}

const smaller = 800;

it.each(["Begriff: erklärt und noch mehr dazu gesagt, ", "Der Fischer flickt am Morgen sein Netz. "])(
  "looks for words in one long paragraph in proportion to its length: %j",
  async (unit) => {
    const searched = new Map<number, Searched>();
    for (const count of [smaller, 4 * smaller]) {
      const document = await documentOf(unit.repeat(count));
      searched.set(count, { document, parts: paragraphPassagesOf(document) });
    }
    const search = (count: number): void => {
      const { document, parts = [] } = searched.get(count) ?? {};
      if (document !== undefined) for (const _ of findMovedText(document, parts, "0123456789ab", 1) ?? []);
    };
    expect(await slowdownOf(search, smaller)).toBeLessThan(proportional);
  },
);
