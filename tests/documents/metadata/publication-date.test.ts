import { describe, expect, it } from "vitest";
import {
  isPublicationDate,
  monthNumber,
  parsePublicationDate,
} from "../../../src/documents/metadata/publication-date.ts";
import { AppError } from "../../../src/errors.ts";

describe("parsePublicationDate", () => {
  it.each([
    ["2023-09-12T11:57", "2023-09-12", "2023-09-12", "minute"],
    ["2023-09-12", "2023-09-12", "2023-09-12", "day"],
    ["2023-09", "2023-09-01", "2023-09-30", "month"],
    ["2024-02", "2024-02-01", "2024-02-29", "month"],
    ["1900-02", "1900-02-01", "1900-02-28", "month"],
    ["2023", "2023-01-01", "2023-12-31", "year"],
  ])("reads %s", (stated, from, until, precision) => {
    expect(parsePublicationDate(stated)).toEqual({ stated, from, until, precision });
  });

  it.each([
    "",
    "2023-13",
    "2023-00",
    "2023-02-29",
    "2023-04-31",
    "2023-9-1",
    "2023-09-12T24:00",
    "12.09.2023",
    "gestern",
  ])("refuses %j", (stated) => {
    expect(() => parsePublicationDate(stated)).toThrow(AppError);
    expect(isPublicationDate(stated)).toBe(false);
  });
});

describe("monthNumber", () => {
  it("knows German and English names and their beginnings", () => {
    expect(["Januar", "jan", "März", "Mrz", "mar", "May", "Mai", "Okt.", "October", "Dez"].map(monthNumber)).toEqual([
      1, 1, 3, 3, 3, 5, 5, 10, 10, 12,
    ]);
    expect(["", "ma", "Montag", "Hafen"].map(monthNumber)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
