import { expect, it } from "vitest";
import { outlineOf, storeInSteps } from "../../../src/app/collection/stored-outline.ts";
import { documentOf } from "../../documents/make-document.ts";

it("stores the outline of a text of many short lines in steps of a few hundred paragraphs", async () => {
  const lines = Array.from({ length: 5_000 }, (_, at) => `Zeile ${at} für den Hafen.`);
  const document = await documentOf(lines.join("\n\n"), { file: "zeilen.txt" });
  const steps = storeInSteps(document);
  let count = 1;
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) count += 1;
  expect(count).toBe(Math.floor(5_000 / 256) + 1);
  const { textBytes, paragraphs } = outlineOf(step.value);
  expect(textBytes).toBe(Buffer.byteLength(document.canonicalText));
  expect(paragraphs.map(({ range }) => range)).toEqual(document.paragraphs.map(({ range }) => range));
});
