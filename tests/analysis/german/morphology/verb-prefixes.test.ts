import { describe, expect, it } from "vitest";
import { german } from "../../../../src/analysis/german/german.ts";
import { withoutVerbInfix } from "../../../../src/analysis/german/morphology/verb-prefixes.ts";

describe("ge and zu inside separable verbs", () => {
  it.each([
    ["angereist", "anreist"],
    ["rausgefunden", "rausfunden"],
    ["runtergefahren", "runterfahren"],
    ["anzureisen", "anreisen"],
    ["abgelehnt", "ablehnt"],
    ["abzulehnen", "ablehnen"],
    ["aufgenommen", "aufnommen"],
    ["einzuladen", "einladen"],
    ["zuruckgekehrt", "zuruckkehrt"],
    ["auszugleichen", "ausgleichen"],
    ["vorgestellte", "vorstellte"],
    ["wiederzueroffnen", "wiedereroffnen"],
  ])("are taken out of %s", (word, expected) => {
    expect(withoutVerbInfix(word)).toBe(expected);
  });

  it.each(["gegangen", "gesehen", "angela", "aufgaben", "umgebungen", "zugaben", "ingenieur", "haus", "zuzug"])(
    "stay in %s",
    (word) => {
      expect(withoutVerbInfix(word)).toBe(word);
    },
  );

  it.each([
    ["angereist", "anreisen"],
    ["anzureisen", "anreist"],
    ["eingeführt", "einführen"],
    ["vorzustellen", "vorgestellt"],
    ["abgelehnt", "ablehnen"],
  ])("give %s and %s one stem", (one, other) => {
    expect(german.stem(german.fold(one))).toBe(german.stem(german.fold(other)));
  });
});
