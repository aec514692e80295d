import { describe, expect, it } from "vitest";
import { openDocuments } from "./open-documents.ts";

const documents: Readonly<Record<string, string>> = {
  "signs.md":
    "# Signs\n\n`<=>` compares two values.\n\n`!!` turns a value around.\n\n`q` quits the program.\n\n`===` compares strictly.\n\n`||` takes either.\n\n`...` spreads a list.",
  "mathematics.md": "# In formulas\n\nThe sign ~= means about equal. The sign >= means at least.",
  "units.md":
    "# Stores\n\nDie Q-8 braucht 200 W. Die Q-9 braucht 200 V.\n\nSalt comes in bags of 10 g. Sugar comes in bags of 10 kg. Flour comes in bags of 1.5 kg.",
  "millions.md": "# Zuwendungen\n\nDer Zoo bekam 1.250.000 Euro. Das Museum bekam 125 000 Euro.",
  "shifts.md": "# Shifts\n\nThe first shift starts at 6:30 am. The second shift starts at 6:30 pm.",
  "statute.md": "# Ordnung\n\n## § 7 Beitrag\n\nAlle zahlen.\n\n## § 7a Ermäßigung\n\nSchüler zahlen die Hälfte.",
  "grades.md": "# Noten\n\nEine A+ bekommt, wer alles richtig hat. Eine A- bekommt, wer einen Fehler hat.",
  "whistle.md":
    "# Safety\n\n## When to use the whistle\n\nOnly in danger.\n\n## The whistle\n\nThe whistle hangs at the door.",
  "exchange.md": "# Wechsel\n\nAus Kreuzer in Taler wechselt Schalter 1. Aus Taler in Kreuzer wechselt Schalter 2.",
  "flow.md": "# Alles im Fluss\n\nEin Roman über einen Bach.",
  "river.md": "# Am Fluss\n\nAlles steht im Fluss. Im Fluss ist alles nass.",
  "zh.md": "# 通知\n\n美馆星期一休息。动馆星期三休息。",
  "grants.md": "# Zuschüsse\n\nAnträge auf Nistgeld nimmt Schalter 3 an. Stegpachtanträge nimmt Schalter 4 an.",
  "deposit.md": "# Pfand\n\nDas Pfand wird zwei Wochen nach der Rückgabe zurückgezahlt.",
  "entry.md": "# Zutritt\n\nMitglieder dürfen in die Halle. Gäste dürfen nicht in die Halle.",
};

const app = openDocuments(documents);

describe("what is put in another way than the documents do", () => {
  it.each([
    [
      "hey all my friend says he cannot find it anywhere and i looked for hours, when should i use the whistle pls",
      "whistle.md",
      "in danger",
    ],
    ["Wer darf nicht in die Halle?", "entry.md", "Gäste dürfen nicht"],
    ["Welche Pumpe braucht 200 Watt?", "units.md", "Q-8 braucht 200 W"],
    ["Welche Pumpe braucht 200V?", "units.md", "Q-9 braucht 200 V"],
    ["What comes in bags of 10g?", "units.md", "Salt"],
    ["What comes in bags of 1.5kg?", "units.md", "Flour"],
    ["Wer bekam 1250000 Euro?", "millions.md", "Zoo"],
    ["Wer bekam 1,25 Millionen Euro?", "millions.md", "Zoo"],
    ["What does === do?", "signs.md", "strictly"],
    ["What does || do?", "signs.md", "either"],
    ["What does ... do?", "signs.md", "spreads"],
    ["What does ~= mean?", "mathematics.md", "about equal"],
    ["Which shift starts at 18:30?", "shifts.md", "second"],
    ["Was steht in § 7 a?", "statute.md", "Hälfte"],
    ["Wer bekommt eine A-?", "grades.md", "einen Fehler"],
    ["When should I use the whistle?", "whistle.md", "in danger"],
    ["Welcher Schalter wechselt Taler in Kreuzer?", "exchange.md", "Schalter 2"],
    ["Alles im Fluss", "flow.md", "Bach"],
    ["Wo stelle ich einen Nistgeldantrag?", "grants.md", "Schalter 3"],
    ["Wo stellen wir einen Antrag auf Stegpacht?", "grants.md", "Schalter 4"],
    ["WANN BEKOMME ICH DAS PFAND ZURÜCK???", "deposit.md", "zwei Wochen"],
    ["Wann kriege ich das Pfand zurück?", "deposit.md", "zwei Wochen"],
    ["Worum geht es in „Alles im Fluss“?", "flow.md", "Bach"],
    ["美馆", "zh.md", "美馆"],
  ])("%s", async (question, file, words) => {
    const answer = await app().fundstelle.ask(question);
    const [best] = answer.passages;
    const offset = best?.passage.range.start ?? 0;
    expect(best?.file).toBe(file);
    expect(best?.text.slice(best.highlight.start - offset, best.highlight.end - offset)).toContain(words);
    expect(answer.certainty).not.toBe("none");
  });

  it.each(["?!", "12345", "„“"])("is told as not answered: %s", async (question) => {
    expect((await app().fundstelle.ask(question)).certainty).toBe("none");
  });
});
