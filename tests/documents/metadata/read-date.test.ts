import { describe, expect, it } from "vitest";
import { dateAtStart, readDate } from "../../../src/documents/metadata/read-date.ts";
import { statedDate } from "../../../src/documents/parsers/stated-date.ts";

describe("a date as people and machines write it", () => {
  it.each([
    "2024-05-03",
    "2024/5/3",
    "2024.05.03",
    "20240503",
    "03.05.2024",
    "3.5.2024",
    "3. 5. 2024",
    "03.05.24",
    "3. Mai 2024",
    "3.Mai 2024",
    "Freitag, 3. Mai 2024",
    "Fr., 3. Mai 2024",
    "Freitag, den 3. Mai 2024",
    "den 3. Mai 2024",
    "3rd May 2024",
    "3rd of May 2024",
    "3 May 2024",
    "03-May-2024",
    "May 3, 2024",
    "May 3rd, 2024",
    "Friday, May 3, 2024.",
    "Freitag, der 3. Mai 2024",
    "2024-05-03 Fri",
    "3. Mai 2024 (Freitag)",
    "03.05.2024, Fr.",
    "3.Mai.2024",
    "3. Mai '24",
    "3.5.’24",
    "may-3-2024",
    "2024-May-03",
    "2024, May 3",
    "Fri May  3 10:30:00 CEST 2024",
  ])("%s is the third of May", (text) => {
    expect(readDate(text)).toBe("2024-05-03");
  });

  it.each([
    ["2024-05-03T10:15:00+02:00", "2024-05-03T10:15"],
    ["2024-05-03T10:15:00.000Z", "2024-05-03T10:15"],
    ["Fri, 03 May 2024 10:15:00 GMT", "2024-05-03T10:15"],
    ["03.05.2024, 10:15 Uhr", "2024-05-03T10:15"],
    ["3. Mai 2024 um 10.15 Uhr", "2024-05-03T10:15"],
    ["May 3, 2024 at 2:30 p.m.", "2024-05-03T14:30"],
    ["May 3, 2024, 12:05 AM EST", "2024-05-03T00:05"],
    ["Sept. 12, 2023", "2023-09-12"],
    ["1. Jänner 2024", "2024-01-01"],
    ["13/05/2024", "2024-05-13"],
    ["05/13/2024", "2024-05-13"],
    ["12.09.99", "1999-09-12"],
    ["Fri, 05/03/2024 - 10:15", "2024-05-03T10:15"],
    ["Fr., 03/05/2024", "2024-05-03"],
    ["2024-05-03 10:15:00+02", "2024-05-03T10:15"],
    ["Fri May 03 2024 10:15:00 GMT+0200", "2024-05-03T10:15"],
    ["05.2024", "2024-05"],
    ["Mai 2024", "2024-05"],
    ["2024", "2024"],
  ])("%s is %s", (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  it.each([
    "05/06/2024",
    "Mon, 05/03/2024",
    "31.02.2024",
    "2024-13-01",
    "3. Mai 2024 12",
    "3 mars 2024",
    "0001-01-01T00:00:00",
    "0000-00-00",
    "9999-12-31",
    "am Dienstag",
    "12 noon",
    "",
  ])("%j is none", (text) => {
    expect(readDate(text)).toBeUndefined();
  });

  it("is found at the beginning of a text, with its length", () => {
    expect(dateAtStart("3. Mai 2024, der Hafen")).toEqual({ date: "2024-05-03", length: 11 });
  });
});

it.each(["1970-01-01T00:00:00Z", "1900-01-00", "1899-12-30", "0001-01-01"])(
  "%s is what programs write for none",
  (text) => {
    expect(statedDate(text)).toBeUndefined();
  },
);
