import { describe, expect, it } from "vitest";
import type { SourceDocument } from "../../../src/documents/document.ts";
import { paragraphPassagesOf, passagesOf } from "../../../src/documents/passages/passages.ts";
import { code, markdown, prose, wordsOf } from "./markdown-passages.ts";

function leadInsOf(document: SourceDocument): string[][] {
  return passagesOf(document).map(({ context }) =>
    context.leadIns.map(({ range }) => document.canonicalText.slice(range.start, range.end)),
  );
}

describe("a paragraph that leans on the one before it", () => {
  it("stays with that", async () => {
    const example = code("kran.heben();");
    expect(wordsOf(await markdown(`${prose("So geht es")} Man schreibt:`, example, prose("Dies hebt")))).toHaveLength(
      1,
    );
    expect(wordsOf(await markdown(prose("Der Kran hebt"), prose("Der Kran ruht")))).toHaveLength(2);
    expect(wordsOf(await markdown(prose("Es kann sein").slice(0, -1), "oder dass er ruht."))).toHaveLength(1);
  });

  it("has the line that it speaks of in small print, where both do not fit", async () => {
    const long = code(...Array.from({ length: 60 }, (_, n) => `kran.heben(${n}); // Last ${n}`));
    const document = await markdown("So hebt man Lasten:", long, prose("Dies hebt"));
    expect(leadInsOf(document).at(-1)).toEqual(["So hebt man Lasten:"]);
    const after = await markdown(`${"Der Kran hebt Lasten. ".repeat(45)}Er ruht nachts.`, prose("Dies spart Strom"));
    expect(leadInsOf(after).at(-1)).toEqual(["Er ruht nachts."]);
  });

  it("is the second half of a pair", async () => {
    const [old, now] = [code("kran.alt();"), code("kran.neu();")];
    expect(wordsOf(await markdown("Der Aufruf wurde geändert von:", old, "zu", now))).toHaveLength(1);
    const long = (name: string) => code(...Array.from({ length: 45 }, (_, n) => `kran.${name}(${n});`));
    const document = await markdown("Der Aufruf wurde geändert von:", long("alt"), "zu", long("neu"));
    expect(leadInsOf(document).at(-1)).toEqual(["Der Aufruf wurde geändert von:"]);
  });

  it("is a list of letters that its opening line breaks off for", async () => {
    const list = `a. ${prose("mit dem Austritt")}\nb. durch Rücktritt.`;
    const document = await markdown("## § 7 Vorstand", prose("(9) Er tagt"), "(10) Die Mitglieder scheiden aus", list);
    expect(wordsOf(document).at(-1)).toMatch(/^\(10\) Die Mitglieder[\s\S]*Rücktritt\.$/u);
  });
});

describe("what a paragraph leans on", () => {
  it.each([
    ["Ist diese Funktion an, so wartet der Kran", "Der Kran fragt den Hafen."],
    ["Dabei ruht der Kran", "Der Kran hebt nachts nicht."],
    ["Dann öffnet man die Schleuse", "Zuerst lässt man das Wasser ab."],
    ["Dort liegt der Schlüssel", "Neben der Tür hängt ein Kasten."],
    ["Wenn dies geschieht, so ruht der Kran", "Manchmal fällt der Strom aus."],
    ["Es ist im Regal der Hafenmeisterei zu finden", "Das Handbuch der Kräne ist alt."],
    ["Then, click the lever of the crane", "You open the box beside the door."],
    ["To get there, one follows the quay", "The crane is in the old harbour."],
    ["As you can see, it lifts", "The crane is running."],
    ["By doing this, you save oil", "You stop the crane at night."],
    ["If that overhead grows, keep the crane small", "Each crane costs time."],
    ["When this happens, the lock closes", "The crane may stop."],
    ["Both of them lift twelve tonnes", "There are two cranes."],
    ["Sollte dies nicht gelingen, so ruht er", "Man ruft den Hafen an."],
    ["Ist dies nicht möglich, so ruht er", "Man ruft den Hafen an."],
    ["In beiden Fällen ruht er", "Der Kran hebt, oder er fährt."],
  ])("is in small print: %s", async (words, before) => {
    const document = await markdown(`${prose("Es ist so").repeat(3)} ${before}`, prose(words));
    expect(wordsOf(document)).toHaveLength(2);
    expect(leadInsOf(document)).toEqual([[], [before]]);
  });

  it("is in small print over a picture between them", async () => {
    const document = await markdown(
      `${prose("Es ist so").repeat(3)} Man öffnet den Kasten.`,
      "![Kasten](kasten.png)",
      prose("Dann zieht man den Hebel"),
    );
    expect(leadInsOf(document)).toEqual([[], ["Man öffnet den Kasten."]]);
  });

  it.each([
    "Butter liegt im Kühlhaus",
    "Some cranes lift twelve tonnes",
    "Order is kept by the harbour master",
    "Nowhere is it deeper",
    "Der Kran ist alt",
    "Dortmund hat einen Hafen",
    "Esel dürfen nicht auf den Kai",
    "Undichte Boote hebt der Kran",
    "If thistles grow on the quay, they are cut",
    "Once a year the crane is painted",
    "The formers of the hull are made of oak",
    "Ist der Kran alt, so ruht er",
  ])("is nothing where it begins anew: %s", async (words) => {
    const document = await markdown(`${prose("Es ist so").repeat(3)} Er ruht.`, prose(words));
    expect(leadInsOf(document)).toEqual([[], []]);
  });

  it("is not its own subject", async () => {
    const document = await markdown(prose("Es ist so"), prose("Für alle in dieser Satzung gilt das"));
    expect(leadInsOf(document)).toEqual([[], []]);
  });
});

describe("a long table", () => {
  it("has no passage of its head alone", async () => {
    const wide = (words: string) => words.padEnd(400, " ");
    const table = [
      `| ${wide("Name")} | ${wide("Wert")} |`,
      `| ${"-".repeat(400)} | ${"-".repeat(400)} |`,
      `| ${wide("kran")} | ${wide("zwölf")} |`,
    ];
    const document = await markdown(table.join("\n"));
    expect(wordsOf(document)).toHaveLength(1);
    expect(wordsOf(document)[0]).toContain("zwölf");
    expect(document.canonicalText.slice(passagesOf(document)[0]?.context.tableHead?.range.start)).toMatch(/^\| Name/u);
  });
});

describe("a line that heads what follows", () => {
  it("does not end the passage before it", async () => {
    const document = await markdown(prose("Der Hafen"), "Zum Kran", prose("Er hebt"));
    expect(wordsOf(document)).toEqual([prose("Der Hafen"), `Zum Kran\n\n${prose("Er hebt")}`]);
    const quoted = await markdown("Kurz.", "> ⚠️ **Fassung**", `> ${prose("Man braucht die fünfte")}`);
    expect(wordsOf(quoted)).toHaveLength(2);
  });

  it("may be several questions, over several lines", async () => {
    const document = await markdown(
      "**Was kostet es?**",
      prose("Es kostet nichts"),
      "**Was, wenn es regnet? Was, wenn es\nschneit?**",
      prose("Dann bleibt der Hafen zu"),
      prose("Der Kran ruht dann"),
    );
    expect(wordsOf(document)).toHaveLength(3);
    const [last] = passagesOf(document).slice(-1);
    expect(document.canonicalText.slice(last?.context.question?.range.start).startsWith("**Was, wenn es regnet?")).toBe(
      true,
    );
  });
});

describe("an announcement", () => {
  const long = code(...Array.from({ length: 60 }, (_, n) => `kran.heben(${n}); // Last ${n}`));

  it("is none where only its beginning stands there", async () => {
    const list = Array.from({ length: 20 }, (_, n) => `- ${prose(`keep crane ${n} dry`)}`).join("\n\n");
    const statement = Array.from({ length: 4 }, (_, n) => prose(`Crane ${n} rusts`)).join(" ");
    const document = await markdown(`${statement} In addition,`, list);
    expect(wordsOf(document)[0]).toBe(statement);
    expect(wordsOf(await markdown("1. der Rat,", "2. der Vorstand,", `3. ${prose("der Kran")}`))[0]).toMatch(
      /^1\. der Rat,\s+2\./u,
    );
  });

  it("is a line that breaks off above what it opens, too long to stay with it", async () => {
    const items = Array.from({ length: 25 }, (_, n) => `${n + 1}. ${prose(`der Antrag auf Kran ${n}`)}`).join("\n");
    const document = await markdown(
      "## § 7 Anträge",
      prose("(2) Er tagt"),
      "(3) Anträge zur Ordnung sind insbesondere",
      items,
    );
    expect(wordsOf(document)).not.toContain("(3) Anträge zur Ordnung sind insbesondere");
    expect(leadInsOf(document).at(-1)).toEqual(["(3) Anträge zur Ordnung sind insbesondere"]);
    const statement = "Der Kran hält die Norm 2.0 des Hafens ein";
    expect(wordsOf(await markdown(prose("Vorher"), "## Norm", statement, long))[1]).toBe(statement);
  });

  it("is left out with the name of the code below it", async () => {
    const step = "Ein vollständiges Beispiel für den Kran im Hafen könnte im Winter auch so aussehen:";
    expect(wordsOf(await markdown(prose("Vorher"), "## Beispiel", step, "**Beispiel**:", long))[1]).toMatch(
      /^(?:```|\*\*)/u,
    );
  });

  it("stands above what it announces, and not below what it follows", async () => {
    const document = await markdown(`${prose("Der Kran hebt Lasten")} So geht es:`, long);
    const [statement, ...parts] = passagesOf(document);
    expect(wordsOf(document)[0]).toBe(prose("Der Kran hebt Lasten"));
    expect(parts.length).toBeGreaterThan(1);
    expect(
      leadInsOf(document)
        .slice(1)
        .every(([line = ""]) => line.endsWith("So geht es:")),
    ).toBe(true);
    expect(wordsOf(document, paragraphPassagesOf(document))).toContain(`${prose("Der Kran hebt Lasten")} So geht es:`);
    expect(statement?.lastParagraph).toBeUndefined();
  });

  it("that nothing follows is one where it says what to do", async () => {
    const instruction = "Wer ein Protokoll haben will, legt den Hebel am linken Rand des Krans um:";
    expect(wordsOf(await markdown(instruction, "![](kran.png)", "## Später", prose("Er ruht")))).toContain(instruction);
    expect(
      wordsOf(await markdown("Der Kran hebt folgende Lasten und noch einige, die hier nicht stehen:", "## Später")),
    ).toEqual([]);
  });

  it("of things that it does not name is none above their sections", async () => {
    const several = "There are several common reasons for why the crane does not lift.";
    const section = ["### Strom", prose("Er fehlt")];
    expect(wordsOf(await markdown("## Kran", several, ...section))).toEqual([prose("Er fehlt")]);
    expect(wordsOf(await markdown("## Kran", "Es gibt mehrere Gründe, weshalb er ruht.", ...section))).toHaveLength(2);
    expect(wordsOf(await markdown("## Kran", "Es gibt einige Möglichkeiten zu heben.", ...section))).toEqual([
      prose("Er fehlt"),
    ]);
    expect(wordsOf(await markdown("## Kran", several, "## Später", prose("Er ruht")))).toContain(several);
    const named = "There are several reasons to close the lock: ice, storm and low water.";
    expect(wordsOf(await markdown("## Kran", named, ...section))).toContain(named);
    expect(wordsOf(await markdown("## Kran", "There are three ways to lift.", ...section))).toHaveLength(2);
  });

  it("of so many cases is none, whatever follows", async () => {
    const cases = "How the crane behaves when the storm comes boils down to two cases:";
    expect(wordsOf(await markdown("## Kran", cases, "### Strom", prose("Er fehlt")))).toEqual([prose("Er fehlt")]);
  });

  it("is no statement that the paragraph below it leans on", async () => {
    const statement =
      "Die folgenden zwei Kräne hebt man nur bei Ebbe und nur mit dem alten Seil aus dem Wasser heraus.";
    const document = await markdown("## Kran", statement, prose("Danach ruht man"));
    expect(wordsOf(document)).toEqual([statement, prose("Danach ruht man")]);
    expect(leadInsOf(document)).toEqual([[], [statement]]);
  });

  it("that is all of a named step stays with its name", async () => {
    const step =
      "Man legt eine Datei an, die bei jedem Wetter und zu jeder Stunde sagt, wie viel der Kran zu heben hat:";
    const document = await markdown("## Kran", prose("Er ruht"), `Schritt 4\n: ${step}`, long);
    expect(wordsOf(document).join("\n")).toContain(step);
  });

  it("of speech stands with it, or above it", async () => {
    const said = "„Der Hafen bleibt offen, auch wenn es regnet, und der Kran hebt weiter, was zu heben ist.“";
    expect(wordsOf(await markdown(`${prose("Der Rat tagte")} Die Meisterin sagte:`, said))).toHaveLength(1);
  });

  it("without a colon is one right above what it announces, and none elsewhere", async () => {
    const announcement = "Man lege dafür eine Datei kran.ts mit dem folgenden Inhalt in denselben Ordner";
    expect(wordsOf(await markdown(announcement, long)).join("\n")).not.toContain("denselben Ordner");
    expect(leadInsOf(await markdown(announcement, long))[0]).toEqual([announcement]);
    expect(wordsOf(await markdown(`${announcement}.`, "## Später", prose("Er hebt")))).toContain(`${announcement}.`);
    const whole = "Man schreibt dafür die folgende Zeile in die Datei kran.ts: `kran.heben()`.";
    expect(wordsOf(await markdown(whole, long))).toContain(whole);
    const statement = "Der Kran hebt im Hafen Lasten bis zu zwölf Tonnen, und das steht seit langem fest:";
    expect(wordsOf(await markdown(`${statement.slice(0, -1)}.`, long))[0]).toBe(`${statement.slice(0, -1)}.`);
  });

  it("that leans on the sentence before it has that with it", async () => {
    const before = "Wer weiter als zwölf Seemeilen vom Hafen fährt, muss das vorher dem Rat des Hafens melden.";
    const list = Array.from({ length: 12 }, (_, n) => `${n + 1}. ${prose(`Gebühr ${n}`)}`).join("\n");
    const document = await markdown(`${prose("Es gilt")} ${before} In diesem Fall kostet es mehr:`, list);
    expect(leadInsOf(document).at(-1)).toEqual([`${before} In diesem Fall kostet es mehr:`]);
  });

  it("is a question that its answer below has above it", async () => {
    const answer = `    ${prose("Alle").repeat(12)}`;
    const document = await markdown(`- Wer darf den Kran bedienen, wenn es regnet?\n\n${answer}`);
    expect(wordsOf(document).some((words) => words.startsWith("- Wer darf"))).toBe(false);
    expect(wordsOf(await markdown(prose("Man fragt"), "## Fragen", "- Wer darf den Kran bedienen?"))).toHaveLength(2);
  });

  it("of the text itself is no passage", async () => {
    const document = await markdown("## Kran", "Dieser Abschnitt beschreibt den Kran.", "### Heben", prose("Er hebt"));
    expect(wordsOf(document)).toEqual([prose("Er hebt")]);
  });
});

describe("code", () => {
  it("that stands for another block is no passage", async () => {
    expect(wordsOf(await markdown("So geht es:", code("// @include: hafen")))).toEqual([]);
    expect(wordsOf(await markdown("So geht es:", code("const a = 1;", "// ---cut---", "// @include: hafen")))).toEqual(
      [],
    );
    expect(wordsOf(await markdown("So geht es:", code("#include <hafen.h>")))).toHaveLength(1);
  });
});

describe("in Markdown", () => {
  it("a box whose title is all of it says that", async () => {
    const tip =
      "> [!tip] Man kann den Kran auch mit der rechten Hand bedienen, wenn die linke Hand das Seil hält, das ihn führt.";
    expect(wordsOf(await markdown(prose("Er hebt"), tip, "## Später", prose("Er ruht")))).toHaveLength(3);
    expect(wordsOf(await markdown(prose("Er hebt"), `${tip}\n> ${prose("Das geht")}`))).toHaveLength(2);
  });

  it("what stands in a shortcode with a title answers that", async () => {
    const document = await markdown(
      '{{< accordion title="Was kostet es?" >}}',
      prose("Es kostet nichts"),
      prose("Auch Gäste zahlen nichts"),
      "{{< /accordion >}}",
      prose("Der Hafen ist alt"),
    );
    const questions = passagesOf(document).map(({ context }) => context.question !== undefined);
    expect(questions).toEqual([false, true, false]);
  });
});
