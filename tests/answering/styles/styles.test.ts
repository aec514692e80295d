import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { importItems } from "../../../src/answering/styles/citation-js.ts";
import { cslItem } from "../../../src/answering/styles/csl-json.ts";
import { oneLine, titleOf } from "../../../src/answering/styles/facts.ts";
import type { ReferenceData } from "../../../src/answering/styles/reference-data.ts";
import { findStyle, renderReference, styleNames } from "../../../src/answering/styles/render-reference.ts";
import { styles } from "../../../src/answering/styles/styles.ts";

const bare: ReferenceData = {
  id: "waffengeschaeft-3",
  citation: "waffengeschaeft:3@0123456789ab",
  title: "Was beide von einem Geschäft hätten",
  titleSource: "described",
  language: "de",
  paragraph: 3,
  headingPath: [],
  quote: "Ein Satz.",
};
const day = { stated: "2023-09-12T11:57", from: "2023-09-12", until: "2023-09-12", precision: "minute" } as const;
const full: ReferenceData = {
  ...bare,
  titleSource: "stated",
  author: "Erika Muster",
  publisher: "Tageblatt",
  published: day,
  url: "https://example.org/a",
  page: 4,
  part: "b",
};

describe("the list of styles", () => {
  it("has names and aliases of its own", () => {
    const names = styles.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
    expect(styleNames).toEqual(styles.map(({ name }) => name));
    expect(findStyle(" BibTeX ")?.name).toBe("bibtex");
    expect(() => renderReference("nonsense", full, "de")).toThrow("nonsense");
  });
});

describe.each(styles)("$name", ({ name, description }) => {
  it("is described in both languages, and writes every known fact", async () => {
    expect(description.de).not.toBe("");
    expect(description.en).not.toBe("");
    for (const locale of ["de", "en"] as const) {
      const text = await renderReference(name, full, locale);
      for (const fact of ["Geschäft", "Erika Muster", "Tageblatt", "2023", "https://example.org/a"]) {
        expect(text).toContain(fact);
      }
      expect(text).toBe(text.replace(/\n+$/, ""));
    }
  });

  it("invents nothing where facts are missing, and brackets a described title", async () => {
    for (const locale of ["de", "en"] as const) {
      const text = await renderReference(name, bare, locale);
      expect(text.replaceAll("\\", "")).toContain("[Was beide von einem Geschäft hätten]");
      expect(text).not.toMatch(/undefined|null|NaN|Invalid|\b(?:19|20)\d\d\b|https?:|\(\)|, ,|\.\./);
    }
  });
});

describe("reference lines", () => {
  it.each([
    [
      "chicago-author-date",
      "de",
      "Erika Muster. 2023. „Was beide von einem Geschäft hätten“. Tageblatt. 12. September 2023. S. 4, Absatz 3b. https://example.org/a",
    ],
    [
      "chicago-author-date",
      "en",
      "Erika Muster. 2023. “Was beide von einem Geschäft hätten.” Tageblatt. September 12, 2023. P. 4, para. 3b. https://example.org/a",
    ],
    [
      "chicago-footnote",
      "en",
      "Erika Muster, “Was beide von einem Geschäft hätten,” Tageblatt, September 12, 2023, p. 4, para. 3b, https://example.org/a",
    ],
    [
      "iso690-author-date",
      "de",
      "Erika Muster, 2023. Was beide von einem Geschäft hätten [online]. Tageblatt, 12. September 2023. S. 4, Absatz 3b. Verfügbar unter: https://example.org/a",
    ],
    [
      "iso690-footnote",
      "en",
      "Erika Muster: Was beide von einem Geschäft hätten [online]. Tageblatt, 12 September 2023, p. 4, para. 3b. Available from: https://example.org/a",
    ],
  ] as const)("%s in %s", async (style, locale, line) => {
    expect(await renderReference(style, full, locale)).toBe(line);
  });

  it.each([
    ["chicago-author-date", "de", "[Was beide von einem Geschäft hätten]. o. D. Absatz 3."],
    ["chicago-footnote", "en", "[Was beide von einem Geschäft hätten], n.d., para. 3."],
    ["iso690-author-date", "de", "o. V., o. D. [Was beide von einem Geschäft hätten]. Absatz 3."],
    ["iso690-footnote", "de", "o. V.: [Was beide von einem Geschäft hätten]. o. D., Absatz 3."],
    ["iso690-author-date", "en", "[Was beide von einem Geschäft hätten], n.d. Para. 3."],
  ] as const)("%s in %s, with nothing known", async (style, locale, line) => {
    expect(await renderReference(style, bare, locale)).toBe(line);
  });
});

const parsedItems = z.tuple([
  z.looseObject({
    title: z.string(),
    author: z.tuple([z.looseObject({ family: z.string().optional(), literal: z.string().optional() })]).optional(),
    publisher: z.string().optional(),
    issued: z.object({ "date-parts": z.tuple([z.array(z.number())]) }).optional(),
    language: z.string().optional(),
    note: z.string(),
    URL: z.string().optional(),
  }),
]);

const fact = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(..."\\{}~^`&%$#_\"'-<>|@=:;!?[]()*/+ äßéЯ北🙂„“–—"),
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    ),
    minLength: 1,
    maxLength: 40,
  })
  // Marks that a value cannot begin or end with in any format, and what a line cannot hold.
  .map((text) => oneLine(`A ${text} z`));
const published = fc.constantFrom(
  day,
  { stated: "2022-08", from: "2022-08-01", until: "2022-08-31", precision: "month" } as const,
  { stated: "2019", from: "2019-01-01", until: "2019-12-31", precision: "year" } as const,
);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const reference = fc
  .record({
    title: fact,
    titleSource: fc.constantFrom("stated" as const, "described" as const),
    author: optional(fact.map((name) => name.replaceAll(",", " "))),
    publisher: optional(fact),
    published: optional(published),
    url: optional(fc.webUrl({ withQueryParameters: true, withFragments: true })),
    paragraph: fc.integer({ min: 1, max: 9_999 }),
  })
  .map(({ author, publisher, published: date, url, ...rest }): ReferenceData => {
    const known = Object.entries({ author, publisher, published: date, url }).filter(
      ([, value]) => value !== undefined,
    );
    return { ...bare, ...rest, ...Object.fromEntries(known) };
  });

/** Without percent-encoding, of which the library adds a second layer where it finds reserved characters encoded. */
function decoded(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  if (!/%[0-9a-f]{2}/i.test(url) || /%(?![0-9a-f]{2})/i.test(url)) return url;
  return decoded(decodeURIComponent(url));
}

describe.each(["bibtex", "biblatex", "ris"] as const)("%s", (format) => {
  it("is read back as the same data, whatever the characters", async () => {
    await fc.assert(
      fc.asyncProperty(reference, async (data) => {
        const text = await renderReference(format, data, "de");
        const [item] = parsedItems.parse(await importItems(format, text));
        const expected = cslItem(data, "de");
        expect(item.title).toBe(titleOf(data));
        expect(item.author?.[0].literal ?? item.author?.[0].family).toBe(expected.author?.[0].literal);
        expect(item.publisher).toBe(expected.publisher);
        expect(item.issued).toEqual(expected.issued);
        expect(item.note).toBe(expected.note);
        // BibTeX has no field for the language.
        if (format !== "bibtex") expect(item.language).toBe("de");
        expect(decoded(item.URL)).toBe(decoded(data.url));
      }),
      { numRuns: 300 },
    );
  });
});

it("CSL-JSON is the item itself", async () => {
  expect(JSON.parse(await renderReference("csl-json", full, "de"))).toEqual([cslItem(full, "de")]);
});
