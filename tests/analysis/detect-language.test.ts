import { describe, expect, it } from "vitest";
import { detectLanguage } from "../../src/analysis/detect-language.ts";
import { createLexicon } from "../../src/analysis/lexicon/create-lexicon.ts";
import { readLexicon } from "../../src/analysis/lexicon/read-lexicon.ts";
import { slowdownOf } from "../support/slowdown.ts";

const lexicon = createLexicon(readLexicon());

/** Questions as people type them: short, with names, in lower case, with typing errors. */
const german = `
Wer regiert in Lissabon?
Wann begann der Streik?
Wo liegt Kap Hoorn?
Warum schloss die Fabrik?
Wie hoch ist der Turm?
Wie alt ist Merkel?
Was sagt Macron dazu?
Wohin flog die Delegation?
Wem gehört die Insel?
Welche Partei gewann?
Wie viele Menschen kamen?
Wer erfand den Dieselmotor?
Seit wann gilt das?
Was kostet die Brücke?
Wie heißt der Minister?
Wer leitet die Behörde?
Gab es Verletzte?
Was wurde beschlossen?
Wer ist Ursula Hansen?
Was passierte in Nairobi?
Hat Kanada zugestimmt?
Kennt Biden den Plan?
Wer traf Erdogan in Sotschi?
Was exportiert Brasilien?
Wie reagierte Tokio?
Wofür steht die NATO?
Wann besuchte Obama Berlin?
Wo wohnt der Papst?
Welche Rolle spielt China?
Was plant Elon Musk?
wer ist präsident von chile
wann war das erdbeben
wie viele soldaten hat polen
wo steht das denkmal
was macht die regierung dagegen
warum ist wasser so teuer
wieviel kostet strom heute
was bedeutet der vertrag
welche waffen liefert schweden
wer hat das gesagt
WER REGIERT IN LISSABON?
WANN BEGANN DER STREIK?
WIE HOCH IST DER TURM?
WAS SAGT DIE OPPOSITION?
WO LIEGT DAS DORF?
WARUM STEIGEN DIE PREISE?
Wer ist Präsidnet von Chile?
Wann begnan der Streik?
Wie vile Menschen kamen?
Was sagte der Minsiter?
Wo ligt die Grenze?
Warum schlos die Fabrk?
Welche Partie gewan?
Wer leited die Behoerde?
was plahnt die regierug
wie teuer wirt das
Waffenlieferungen an die Ukraine
Gründe für den Rücktritt
Folgen der Dürre
Einwohnerzahl von Bremen
Ergebnis der Wahl
Reaktion auf das Urteil
Zahl der Toten
Gipfel in Brüssel
Kosten des Umbaus
Und im September?
Und warum?
Nenne die Gründe
Erklär mir den Vertrag
Vergleiche beide Vorschläge
`
  .trim()
  .split("\n");

const english = `
Who governs in Lisbon?
When did it start?
Where is Cape Horn?
Why did they close?
How tall is it?
How old is Merkel?
What does Macron say?
Where did they fly?
Who owns the island?
Which party won?
How many people came?
Who invented the engine?
Since when is that?
What does it cost?
What is his name?
Who leads the agency?
Was anyone hurt?
What was decided?
Who is Ursula Hansen?
What happened in Nairobi?
Did Canada agree?
Does Biden know it?
Who met Erdogan in Sochi?
What does Brazil export?
How did Tokyo react?
What is NATO for?
When did Obama visit Berlin?
Where does the pope live?
What role does China play?
What is Elon Musk planning?
who is president of chile
when was the earthquake
how many soldiers has poland
where is the monument
what is the government doing
why is water so expensive
how much is power today
what does the treaty mean
which weapons does sweden send
who said that
WHO GOVERNS IN LISBON?
WHEN DID THE STRIKE BEGIN?
HOW TALL IS THE TOWER?
WHAT DOES THE OPPOSITION SAY?
WHERE IS THE VILLAGE?
WHY ARE PRICES RISING?
Who is presidnet of Chile?
When did the stirke begin?
How mny people came?
What did the minsiter say?
Were is the bordre?
Why did teh factory clsoe?
Which praty won?
Who laeds the agency?
what is the goverment planing
how expensiv will it be
weapons deliveries to Ukraine
reasons for the resignation
consequences of the drought
population of Bremen
result of the election
reaction to the verdict
number of deaths
summit in Brussels
cost of the renovation
And in September?
And why?
Name the reasons
Explain the treaty
Compare both proposals
`
  .trim()
  .split("\n");

function shareOf(questions: readonly string[], code: "de" | "en"): number {
  return questions.filter((question) => detectLanguage(question, lexicon) === code).length / questions.length;
}

describe("the language of a question", () => {
  it("is found in German ones of a few words", () => {
    expect(german.length).toBeGreaterThanOrEqual(60);
    expect(shareOf(german, "de")).toBeGreaterThanOrEqual(0.97);
  });

  it("is found in English ones of a few words", () => {
    expect(english.length).toBeGreaterThanOrEqual(60);
    expect(shareOf(english, "en")).toBeGreaterThanOrEqual(0.97);
  });

  it.each([
    ["en", "Who is Frau Weiß?"],
    ["en", "What about Frau Weiß?"],
    ["de", "Wer ist der Chief Executive Officer?"],
    ["de", "Wann spielen The Who in Köln?"],
  ])("is %s, whatever the language of the names: %s", (code, question) => {
    expect(detectLanguage(question, lexicon)).toBe(code);
  });

  it("is hardly ever taken for the other one", () => {
    // "Was plant Elon Musk?" is German, and every word of it English.
    expect(shareOf(german, "en")).toBeLessThanOrEqual(0.02);
    expect(shareOf(english, "de")).toBeLessThanOrEqual(0.02);
  });

  it.each(["", "???", "42", "Schoigu", "2024-06-19"])("is open where no word tells: %j", (question) => {
    expect(detectLanguage(question, lexicon)).toBeUndefined();
  });

  it.each([
    ["The Straße von Hormus is closed because of Müller, Öztürk and Schröder.", "en"],
    ["Der Song „The Power of Love“ von Frankie Goes to Hollywood wurde im Radio gespielt.", "de"],
  ])("is that of most words in a mixed text: %s", (text, code) => {
    expect(detectLanguage(text, lexicon)).toBe(code);
  });

  it("is told of a long text by its beginning: four times the text takes no longer", async () => {
    const texts = new Map([25_000, 100_000].map((repeats) => [repeats, "Der Zug hält in Bremen. ".repeat(repeats)]));
    const work = (repeats: number) => expect(detectLanguage(texts.get(repeats) ?? "", lexicon)).toBe("de");
    expect(await slowdownOf(work, 25_000, 2)).toBeLessThan(2);
  });
});
