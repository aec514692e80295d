import { describe, expect, it } from "vitest";
import { openDocuments } from "./open-documents.ts";

const documents: Readonly<Record<string, string>> = {
  "d.md": "# D\n\nFür D nehmen wir Ahorn.",
  "dplus.md": "# D++\n\nFür D++ nehmen wir Birke.",
  "dsharp.md": "# D#\n\nFür D# nehmen wir Zeder.",
  "gates.md": "# Gates\n\nFlight NW 204 leaves from gate B7. Flight NW 240 leaves from gate B17.",
  "tel.md": "# Kontakt\n\nDas Büro hat die 030 / 123 45 67. Die Werkstatt hat die 030 / 123 45 76.",
  "options.md": "# Options\n\n-x extracts an archive.\n\n-X excludes a file.\n\n--wait waits for the end.",
  "signs.md": "# Signs\n\n`<=>` compares two values.\n\n`!!` turns a value around.\n\n`q` quits the program.",
  "quit-all.md": "# quit_all\n\n`quit_all` quits every program, one after the other.",
  "quit.md": "# quit\n\n`quit` ends one program.",
  "releases.md": "# Releases\n\nRelease 1931.2.1 mends the door.\n\nRelease 1931.2.10 mends the roof.",
  "prices.md": "# Preise\n\nDie Karte kostet 12,50 Euro. Das Heft kostet 12,50 Dollar. Der Kurs dauert 12,5 Stunden.",
  "grants.md": "# Zuschüsse\n\nDer Chor erhielt 14 000 Euro. Die Kita erhielt 41.000 Euro.",
  "bus.md": "# Fähre\n\nDie Fähre legt um 8.45 Uhr am Kai ab. Um 20.45 Uhr legt sie am Turm ab.",
  "floors.md": "# Etagen\n\nIn der 3. Etage ist das Labor. In der 13. Etage ist die Küche. Das Haus hat 3 Aufzüge.",
  "kings.md": "# Könige\n\nKarl V. baute das Schloss. Karl IV. baute die Mühle.",
  "film-a.md": "# Film A\n\nDer Film „Lied der Wolken“ läuft um acht.",
  "film-b.md": "# Film B\n\nDer Film „Wolken im Lied“ läuft um neun. Das Lied handelt von Wolken, die Wolken vom Lied.",
  "es.md": "# Es\n\nDer Roman erzählt von einem Clown.",
  "wetter.md": "# Wetter\n\nEs regnet oft. Es ist kalt.",
  "song.md": "# Not Yet\n\nA song by the town choir.",
  "later.md": "# Later\n\nIt is not yet time.",
  "oak.md": "# Room Oak\n\nRoom Oak has a window.",
  "elm.md": "# Room Elm\n\nRoom Elm does not have a window.",
  "ash.md": "# Room Ash\n\nRoom Ash has a window to the sea.",
  "ferry.md":
    "# Ferries\n\nThe ferry from Ostby to Westby leaves at seven. The ferry from Westby to Ostby leaves at nine. After dinner the band plays. Before dinner the choir sings.",
  "rules-2020.md": "---\ntitle: Garten-Regeln 2020\n---\n\n# Garten-Regeln 2020\n\nGegossen wird ab 18 Uhr.",
  "rules-2024.md": "---\ntitle: Garten-Regeln 2024\n---\n\n# Garten-Regeln 2024\n\nGegossen wird ab 19 Uhr.",
  "changelog.md": "# Changelog\n\n## 3.1\n\n- on_save: on_save is faster.\n- on_save no longer waits.",
  "hooks.md": "# Hooks\n\nA form takes the option on_save. It says what happens when somebody saves the form.",
  "client.md":
    "# Handbook\n\n## Server\n\n### Backup\n\nThe server is copied at night.\n\n## Client\n\n### Backup\n\nPress the red button.",
  "hall.md": "# Halle\n\nDer Eintritt kostet 8 Euro.",
  "bath.md": "# Schwimmbad\n\nDie Sauna kostet 12 Euro.",
  "library.md": "# Leihstelle\n\nDie Leihstelle leiht Spiele vier Wochen aus.",
  "ja.md": "# 美術館\n\n美術館は火曜日に休みです。水族館は木曜日に休みです。",
  "smile.md": "# Knöpfe\n\nWer fertig ist, drückt 👍. Wer Hilfe braucht, drückt 🆘.",
  "deposit.md": "# Pfand\n\nDas Pfand für den Schlüssel wird nach vier Wochen ausgezahlt.",
};

const app = openDocuments(documents);

async function first(question: string): Promise<{ file: string; marked: string; certainty: string }> {
  const answer = await app().fundstelle.ask(question);
  const [best] = answer.passages;
  const offset = best?.passage.range.start ?? 0;
  const marked = best?.text.slice(best.highlight.start - offset, best.highlight.end - offset) ?? "";
  return { file: best?.file ?? "", marked, certainty: answer.certainty };
}

describe("what a question fixes to the letter is found first", () => {
  it.each([
    ["Was nehmen wir für D++?", "dplus.md", "Birke"],
    ["Was nehmen wir für D#?", "dsharp.md", "Zeder"],
    ["Was nehmen wir für D?", "d.md", "Ahorn"],
    ["Which gate for NW240?", "gates.md", "B17"],
    ["Which gate for NW-204?", "gates.md", "B7"],
    ["Wer hat die 0301234576?", "tel.md", "Werkstatt"],
    ["Wer hat die +49 30 1234567?", "tel.md", "Büro"],
    ["What does -x do?", "options.md", "extracts"],
    ["What does -X do?", "options.md", "excludes"],
    ["What does <=> do?", "signs.md", "compares"],
    ["!!", "signs.md", "turns"],
    ["What does q do?", "signs.md", "`q` quits"],
    ["quit", "quit.md", "ends one"],
    ["What does quit_all do?", "quit-all.md", "every program"],
    ["What is mended in v1931.2.10?", "releases.md", "roof"],
    ["What is mended in 1931.2.1?", "releases.md", "door"],
    ["Was kostet 12.50 Dollar?", "prices.md", "Heft"],
    ["Was kostet 12,50 €?", "prices.md", "Karte"],
    ["Wer erhielt 14.000 Euro?", "grants.md", "Chor"],
    ["Wer erhielt einundvierzigtausend Euro?", "grants.md", "Kita"],
    ["Wo legt die Fähre um 20:45 ab?", "bus.md", "Turm"],
    ["Wo legt die Fähre um 8:45 Uhr ab?", "bus.md", "Kai"],
    ["Was ist in der dritten Etage?", "floors.md", "Labor"],
    ["What is on the 13th floor?", "floors.md", "Küche"],
    ["Was baute Karl der Vierte?", "kings.md", "Mühle"],
    ["Was baute Karl der 5.?", "kings.md", "Schloss"],
    ["Wann läuft »Lied der Wolken«?", "film-a.md", "acht"],
    ["Wann läuft der Film “Wolken im Lied”?", "film-b.md", "neun"],
    ["Was ist Es?", "es.md", "Clown"],
    ["Which room has no window?", "elm.md", "does not have"],
    ["Which room is without a window?", "elm.md", "does not have"],
    ["When does the ferry from Westby to Ostby leave?", "ferry.md", "nine"],
    ["When does the ferry from Ostby to Westby leave?", "ferry.md", "seven"],
    ["Who plays after dinner?", "ferry.md", "band"],
    ["Ab wann wird gegossen?", "rules-2024.md", "19 Uhr"],
    ["Ab wann wird laut Garten-Regeln 2020 gegossen?", "rules-2020.md", "18 Uhr"],
    ["What does on_save do?", "hooks.md", "on_save"],
    ["How do I make a backup of the client?", "client.md", "red button"],
    ["水族館", "ja.md", "水族館"],
    ["🆘", "smile.md", "🆘"],
    [
      "Hallo zusammen! Ich bin gestern aus Zimmer 12 ausgezogen und habe den Schlüssel im zweiten Stock abgegeben. Keiner war da. Weiß jemand, wann das Pfand ausgezahlt wird? Danke und LG",
      "deposit.md",
      "vier Wochen",
    ],
    ["WANN WIRD DAS PFAND AUSGEZAHLT???", "deposit.md", "vier Wochen"],
    ["Not Yet", "song.md", "song"],
    ["What is Not Yet about?", "song.md", "song"],
    ["What happens before dinner?", "ferry.md", "choir"],
  ])("%s", async (question, file, words) => {
    const found = await first(question);
    expect(found.file).toBe(file);
    expect(found.marked).toContain(words);
    expect(found.certainty).not.toBe("none");
  });
});

describe("what is nowhere to the letter", () => {
  it.each([
    "Was nehmen wir für E++?",
    "Which gate for NW 205?",
    "What is mended in v1931.2.11?",
    "Wer erhielt 15.000 Euro?",
    "Wo legt die Fähre um 9:45 Uhr ab?",
    "Was ist in der vierten Etage?",
    "Wann läuft der Film „Lied ohne Wolken“?",
    "What does --no-wait do?",
  ])("is never told as sure: %s", async (question) => {
    expect((await first(question)).certainty).not.toBe("sure");
  });

  it.each(["Was kostet der Eintritt ins Schwimmbad?", "Wie viele Spiele hat die Leihstelle?", "???", "…"])(
    "is told as not answered: %s",
    async (question) => {
      expect((await first(question)).certainty).toBe("none");
    },
  );
});
