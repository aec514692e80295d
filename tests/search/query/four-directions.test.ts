import { describe, expect, it } from "vitest";
import { createLexicon } from "../../../src/analysis/lexicon/create-lexicon.ts";
import { readLexicon } from "../../../src/analysis/lexicon/read-lexicon.ts";
import { search } from "../../../src/search/search.ts";
import { indexed } from "../../support/indexed.ts";
import { inventedDocument } from "../storage/invented.ts";

const lexicon = createLexicon(readLexicon());
const german = inventedDocument(
  "chronik",
  [
    "Der Leuchtturm von Sandersoog wurde 1887 aus Backstein gebaut. Seine Laterne leuchtet weit über das Meer.",
    "Die Wärterin Wiebke Harms zog mit ihren vier Kindern in den Turm und zündete jeden Abend das Licht an.",
    "Im Winter 1962 zerstörte eine Sturmflut die Brücke; die Fischer verloren ihre Boote.",
    "Der Bürgermeister eröffnete im Sommer ein Krankenhaus mit vierzig Betten.",
    "Ein Bäcker verkauft am Markt Brot aus Roggen und Kuchen mit Kirschen.",
    "Die Schule bekam neue Fenster, weil die alten im Herbst zerbrochen waren.",
  ].join("\n\n"),
);
const english = inventedDocument(
  "bramley",
  [
    "The beekeepers of Bramley harvest honey twice a year and sell it at the market on Saturdays.",
    "In 2019 a disease killed half of the bees. The farmers bought new queens in the spring.",
    "The old castle burned down in 1745, and the soldiers left the valley in winter.",
    "A museum shows the weapons and coins that workers found in the river.",
    "The railway station closed because the company had no money for the bridge.",
    "Children learn to swim in the lake before they visit the school in the village.",
  ].join("\n\n"),
  "en",
);
const { data, index } = indexed([german, english], lexicon);

describe("German and English documents asked in German and English", () => {
  it.each([
    ["de", "Wann wurde der Leuchtturm gebaut?", "chronik:1"],
    ["de", "Was zerstörte die Flut im Winter?", "chronik:3"],
    ["de", "Wo kauft man Roggenbrot?", "chronik:5"],
    ["en", "When was the lighthouse built?", "chronik:1"],
    ["en", "Who lit the light every evening?", "chronik:2"],
    ["en", "Which fishermen lost their boats?", "chronik:3"],
    ["en", "Who opened the hospital in summer?", "chronik:4"],
    ["en", "Why did the school get new windows?", "chronik:6"],
    ["en", "How often do the beekeepers harvest honey?", "bramley:1"],
    ["en", "What killed the bees?", "bramley:2"],
    ["en", "When did the soldiers leave?", "bramley:3"],
    ["de", "Wie oft ernten die Imker Honig?", "bramley:1"],
    ["de", "Welche Krankheit tötete die Bienen?", "bramley:2"],
    ["de", "Wann brannte die alte Burg ab?", "bramley:3"],
    ["de", "Was zeigt das Museum?", "bramley:4"],
    ["de", "Warum wurde der Bahnhof geschlossen?", "bramley:5"],
    ["de", "Wer hat den lighthouse gebaut?", "chronik:1"],
  ] as const)("%s: %s", async (language, question, expected) => {
    const [best] = (await search(index, index.prepare(question, language), { limit: 20 })).hits;
    const place =
      best === undefined
        ? ""
        : `${data.documents[best.document]?.metadata.key}:${data.table.columns.paragraph.at(best.id)}`;
    expect(place).toBe(expected);
  });
});
