import { describe, expect, it } from "vitest";
import { compare } from "../../../src/answering/judging/comparing/comparison.ts";
import { questionView } from "../../../src/answering/judging/comparing/question-view.ts";
import { type Judgement, judgementOf } from "../../../src/answering/judging/judge.ts";
import { rankingSettings } from "../../../src/search/settings/ranking-settings.ts";
import { index, lexicon } from "../island.ts";

describe("the form of an answer", () => {
  it.each([
    ["Was ist eine Varroamilbe?", "Die Varroamilbe kam im Juni.", "no-definition"],
    ["Darf man im Leuchtturm wohnen?", "Im Leuchtturm wohnen Schwalben.", "no-permission"],
    ["Muss man die Laterne putzen?", "Wiebke putzt die Laterne am Montag.", "no-duty"],
    ["Unter welchen Bedingungen fährt das Boot?", "Das Boot fährt zur Insel.", "no-condition"],
    ["Wie alt ist Wiebke Harms?", "Wiebke Harms steht vor dem Leuchtturm.", "no-age"],
    ["Was sagt Wiebke über den Honig?", "Onno sagt über den Honig, er sei süß.", "other-speaker"],
    ["Was plant Wiebke im Leuchtturm?", "Am Hafen fragt man sich: „Was plant Wiebke im Leuchtturm?“", "only-asks"],
  ])("%s %s", (question, text, what) => {
    expect(findingsOf(question, text)).toContain(what);
  });

  it.each([
    ["Was ist eine Varroamilbe?", "Die Varroamilbe ist ein Parasit der Bienen.", "no-definition"],
    ["Darf man im Leuchtturm wohnen?", "Im Leuchtturm darf niemand wohnen.", "no-permission"],
    ["Muss man die Laterne putzen?", "Die Laterne muss jede Woche geputzt werden.", "no-duty"],
    ["Unter welchen Bedingungen fährt das Boot?", "Das Boot fährt, wenn der Wind schwach ist.", "no-condition"],
    ["Was sagt Wiebke über den Honig?", "Wiebke sagt über den Honig, er sei süß.", "other-speaker"],
    ["Was plant Wiebke im Leuchtturm?", "„Warum?“, fragt Onno. Wiebke plant im Leuchtturm ein Museum.", "only-asks"],
    ["Was plant Wiebke im Leuchtturm?", "Was plant Wiebke im Leuchtturm? Ein Museum.", "only-asks"],
  ])("is there: %s %s", (question, text, what) => {
    expect(findingsOf(question, text)).not.toContain(what);
  });
});

describe("numbers alone", () => {
  it.each([
    ["Wer gewann die Weltmeisterschaft 1911?", "Im Jahr 1911 stand die ganze Welt am Hafen.", true],
    ["Wer gewann die Regatta 1911?", "Die Regatta von 1911 war an der Mole.", false],
    ["Was war 1911?", "Im Jahr 1911 brannte die Mole.", false],
    ["Wer gewann die Weltmeisterschaft?", "Im Jahr 1911 stand die ganze Welt am Hafen.", false],
  ])("are nothing to be sure of: %s %s %s", (question, text, areAlone) => {
    const { hasMismatch, evidence } = judgementFor(question, text);
    expect([evidence.numbersAlone, hasMismatch]).toEqual(areAlone ? [1, true] : [0, expect.anything()]);
  });
});

function findingsOf(question: string, text: string): string[] {
  return judgementFor(question, text).findings.map(({ what }) => what);
}

function judgementFor(question: string, text: string): Judgement {
  const query = index.prepare(question, "de");
  const view = questionView(
    query,
    query.concepts.map(() => 1),
    lexicon,
    rankingSettings.alternatives,
  );
  const comparison = compare(
    view,
    { text, start: 0, sentences: sentencesOf(text), isTable: false, language: "de", context: [] },
    lexicon,
  );
  if (comparison === undefined) throw new Error("There is nothing to compare.");
  return judgementOf(comparison, false);
}

/** Each up to the next one that begins behind a full stop or a question mark. */
function sentencesOf(text: string): { start: number; end: number }[] {
  const starts = [0, ...[...text.matchAll(/(?<=[.?] )\p{Lu}/gu)].map(({ index }) => index)];
  return starts.map((start, at) => ({ start, end: starts[at + 1] ?? text.length }));
}
