import { describe, expect, it } from "vitest";
import type { ReferenceData } from "../../src/answering/styles/reference-data.ts";
import { findStyle, renderReferences } from "../../src/answering/styles/render-reference.ts";
import { styles } from "../../src/answering/styles/styles.ts";
import { locales } from "../../src/locales/locale.ts";

const ferry: ReferenceData = {
  id: "ferry-3",
  citation: "ferry:3@0123456789ab",
  title: "The new ferry",
  titleSource: "stated",
  language: "en",
  paragraph: 3,
  headingPath: [],
  quote: "It took eight years.",
};
const harbour: ReferenceData = { ...ferry, id: "harbour-7", citation: "harbour:7@ba9876543210", title: "The harbour" };
const french: ReferenceData = { ...ferry, language: "fr", title: "Le phare" };

describe.each(styles)("$name as a reference style", ({ name, aliases, description }) => {
  it("is found by its name and its aliases, in any writing", () => {
    for (const alias of [name, ...aliases]) {
      expect(alias).toMatch(/^[\p{Ll}0-9]+(?:-[\p{Ll}0-9]+)*$/u);
      expect(findStyle(` ${alias.replaceAll("-", " ")} `)?.name).toBe(name);
    }
    for (const locale of locales) expect(description[locale]).not.toBe("");
  });

  it.each(locales)("writes several references as one text, the same each time, in %s", async (locale) => {
    const text = await renderReferences(name, [ferry, harbour], locale);
    for (const title of ["The new ferry", "The harbour"]) expect(text).toContain(title);
    expect(text).not.toMatch(/\n$/);
    expect(text).not.toMatch(/undefined|\bNaN\b|\[object/);
    expect(await renderReferences(name, [ferry, harbour], locale)).toBe(text);
  });

  it("writes documents in other languages than people are spoken to in", async () => {
    expect(await renderReferences(name, [french], "de")).toContain("Le phare");
  });
});
