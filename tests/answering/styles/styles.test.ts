import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { cslItem } from "../../../src/answering/styles/csl-json.ts";
import { factOnOneLine, titleOf } from "../../../src/answering/styles/facts.ts";
import type { ReferenceData } from "../../../src/answering/styles/reference-data.ts";
import {
  findStyle,
  renderReference,
  renderReferences,
  styleNames,
} from "../../../src/answering/styles/render-reference.ts";
import { styles } from "../../../src/answering/styles/styles.ts";
import { readBack } from "./read-back.ts";

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
  authors: ["Erika Muster"],
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

const namePartsSchema = z.object({
  family: z.string().optional(),
  given: z.string().optional(),
  literal: z.string().optional(),
});
const parsedItem = z.looseObject({
  title: z.string(),
  author: z.array(namePartsSchema).optional(),
  publisher: z.string().optional(),
  issued: z.object({ "date-parts": z.tuple([z.array(z.number())]) }).optional(),
  language: z.string().optional(),
  note: z.string(),
  URL: z.string().optional(),
});
const parsedItems = z.tuple([parsedItem]);

/** A name as one text, however a reader takes it apart. */
const wholeName = ({ family, given, literal }: z.infer<typeof namePartsSchema>) =>
  literal ?? (given === undefined ? (family ?? "") : `${family}, ${given}`);

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
  .map((text) => factOnOneLine(`A ${text} z`));
/** With one comma in the middle or with none: more would tell of parts that a stated name does not have. */
const asName = (text: string) => {
  const [family = "", ...given] = text.replaceAll(/[,;]/g, " ").split("|");
  const parts = [family, given.join(" ")].map((part) => factOnOneLine(part)).filter((part) => part !== "");
  return parts.join(", ");
};
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
    authors: optional(fc.array(fact.map(asName), { minLength: 1, maxLength: 4 })),
    publisher: optional(fact),
    published: optional(published),
    url: optional(fc.webUrl({ withQueryParameters: true, withFragments: true })),
    paragraph: fc.integer({ min: 1, max: 9_999 }),
  })
  .map(({ authors, publisher, published: date, url, ...rest }): ReferenceData => {
    const known = Object.entries({ authors, publisher, published: date, url }).filter(
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
        const [item] = parsedItems.parse(readBack(format, await renderReference(format, data, "de")));
        const expected = cslItem(data, "de");
        expect(item.title).toBe(titleOf(data));
        expect(item.author?.map(wholeName)).toEqual(expected.author?.map(wholeName));
        expect(item.publisher).toBe(expected.publisher);
        // BibTeX has no field for the day that every reader knows.
        const parts = format === "bibtex" ? 2 : 3;
        expect(item.issued?.["date-parts"][0].slice(0, parts)).toEqual(
          expected.issued?.["date-parts"][0].slice(0, parts),
        );
        expect(item.note).toBe(expected.note);
        expect(decoded(item.URL)).toBe(decoded(data.url));
      }),
      { numRuns: 300 },
    );
  });

  it("writes each passage once, and no id twice", async () => {
    const other = { ...full, citation: "waffengeschaeft:3b@ba9876543210" };
    const text = await renderReferences(format, [full, full, other], "en");
    const ids = [...text.matchAll(/^(?:@\w+\{([^,]+),|ID {2}- (.+))$/gm)].map((match) => match[1] ?? match[2]);
    expect(ids).toEqual(["waffengeschaeft-3", "waffengeschaeft-3-2"]);
  });
});

it("BibTeX names the month as styles want it, and keeps several authors apart", async () => {
  const authors = ["Meier, Anna", "Bernd Kunz", "Verband & Söhne"];
  const text = await renderReference("bibtex", { ...full, authors }, "de");
  expect(text).toContain("  month = sep,\n  day = {12},\n");
  expect(text).toContain("  author = {{Meier}, {Anna} and {Bernd Kunz} and {Verband \\& Söhne}},\n");
  expect(await renderReference("ris", { ...full, authors }, "de")).toContain(
    "AU  - Meier, Anna\nAU  - Bernd Kunz\nAU  - Verband & Söhne\n",
  );
});

it("names that Unicode writes in two ways are written in one", async () => {
  for (const { name } of styles) {
    const text = await renderReference(name, { ...full, authors: ["Ju\u0308rgen Mu\u0308ller"] }, "de");
    expect(text).toContain("Jürgen Müller");
  }
});

/** Debian's, where it is installed; RIS is among its formats from version 3 on. */
const pandocFormats = spawnSync("pandoc", ["--list-input-formats"], { encoding: "utf8" }).stdout?.split("\n") ?? [];
describe.each(["bibtex", "biblatex", "ris"] as const)("pandoc", (format) => {
  const authors = ["Meier, Anna", "Bernd Kunz"];

  it.skipIf(!pandocFormats.includes(format))(`reads ${format}`, async () => {
    const input = await renderReference(format, { ...full, authors }, "de");
    const { stdout, stderr } = spawnSync("pandoc", ["--from", format, "--to", "csljson"], { input, encoding: "utf8" });
    expect(stderr).toBe("");
    const [item] = z.tuple([parsedItem.partial({ note: true })]).parse(JSON.parse(stdout));
    expect(item.title.replaceAll(/<\/?span[^>]*>/g, "")).toBe(full.title);
    expect(item.author?.map(wholeName)).toEqual(authors);
    expect(item.issued?.["date-parts"][0]).toEqual([2023, 9, 12]);
    expect(item.URL).toBe(full.url);
    expect(item.publisher).toBe("Tageblatt");
  });
});

it("CSL-JSON is the item itself", async () => {
  expect(JSON.parse(await renderReference("csl-json", full, "de"))).toEqual([cslItem(full, "de")]);
});
