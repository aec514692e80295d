import { describe, expect, it } from "vitest";
import { findBoilerplate } from "../../../src/documents/boilerplate/apply.ts";
import { boilerplateRules } from "../../../src/documents/boilerplate/boilerplate-rules.ts";
import { endMatterHeadings } from "../../../src/documents/boilerplate/end-matter.ts";
import { proportional, slowdownOf } from "../../support/slowdown.ts";

const prose = [
  "Am Montag hat die neue Fähre zum ersten Mal im Hafen angelegt, und viele Menschen waren gekommen, um sie zu sehen.",
  "Die Stadt hatte acht Jahre lang auf das Schiff gewartet, weil die Werft zweimal den Besitzer gewechselt hatte.",
  "Nun soll die Überfahrt nur noch vierzig Minuten dauern, halb so lange wie mit dem alten Schiff aus den Siebzigern.",
];

/** The rule of a paragraph in the middle of an article. */
function ruleOf(paragraph: string): string | undefined {
  return findBoilerplate([...prose, paragraph, ...prose]).get(prose.length);
}

/** What stays of an article's end, below three paragraphs of prose. */
function visibleBelow(...end: readonly string[]): string[] {
  const hidden = findBoilerplate([...prose, ...end]);
  return end.filter((_, i) => !hidden.has(prose.length + i));
}

describe("what is hidden", () => {
  it.each([
    ["advertisement", "Weiterlesen nach der Anzeige"],
    ["advertisement", "– Anzeige –"],
    ["advertisement", "ADVERTISEMENT"],
    ["advertisement", "Story continues below advertisement"],
    ["skip-link", "zum Inhalt"],
    ["skip-link", "Direkt zum Inhalt springen"],
    ["skip-link", "Skip to main content"],
    [
      "external-content",
      "An dieser Stelle finden Sie einen externen Inhalt von Videoportal, der den Artikel ergänzt. Sie können ihn sich mit einem Klick anzeigen lassen und wieder ausblenden.",
    ],
    [
      "external-content",
      "This article contains content provided by Clipster. We ask for your permission before anything is loaded, as they may be using cookies and other technologies.",
    ],
    [
      "consent",
      "Wir verwenden Cookies, um unser Angebot zu verbessern. Näheres steht in unserer Datenschutzerklärung. Alle akzeptieren",
    ],
    ["consent", "We use cookies to give you the best experience. Read our privacy policy. Accept all"],
    ["newsletter", "Newsletter abonnieren"],
    ["newsletter", "Abonnieren Sie jetzt kostenlos unseren Newsletter und verpassen Sie nichts mehr."],
    [
      "newsletter",
      "Hafenpost Das Wichtigste von der Küste. Jeden Freitag. Abonnieren Mit meiner Anmeldung zum Newsletter stimme ich der Werbevereinbarung zu.",
    ],
    ["newsletter", "Sign up for our weekly newsletter to get the best stories."],
    ["app", "Laden Sie hier unsere Hafen-App für Android und iOS herunter"],
    ["app", "Download our free app for iOS and Android."],
    ["live-blog", "+++ Alle Entwicklungen zur Sturmflut im Liveblog +++"],
    ["live-blog", "Follow the latest on the storm in our live blog"],
    ["read-also", "Lesen Sie auch:"],
    ["read-also", "Lesen Sie auch: Warum die Werft zweimal verkauft wurde"],
    ["read-also", "**Read more:** [Why the yard was sold](https://example.org/yard)"],
    ["skip-link", "↑ Back to top"],
    ["skip-link", "[Zurück nach oben](#top)"],
    ["forum", "Like · Reply · Share"],
    ["forum", "Antworten Zitieren Melden"],
    ["forum", "Beiträge: 1.204"],
    ["forum", "Registriert seit: 12. März 2015"],
    ["forum", "Joined: Mar 2015"],
    ["forum", "14 replies · 2301 views"],
    ["page-tools", "[Edit this page on GitHub](https://example.org/edit)"],
    ["page-tools", "Diese Seite bearbeiten"],
    ["page-tools", "← Previous | Next →"],
    ["page-tools", "War diese Seite hilfreich?"],
    ["sharing", "Artikel teilen"],
    ["sharing", "Facebook Twitter WhatsApp E-Mail"],
    ["audience-label", "Mitglieder Öffentlichkeit"],
    ["comments", "12 Kommentare"],
    ["comments", "Leave a comment"],
    ["members", "Dieser Artikel ist exklusiv für Abonnenten."],
    ["members", "Already a subscriber? Log in"],
    ["controls", "Bild vergrößern"],
    ["reading-time", "Lesezeit: 4 Minuten"],
    ["reading-time", "4 min read"],
    ["rights", "© 2021 Hafenbote. Alle Rechte vorbehalten."],
    ["ornament", "* * *"],
  ])("%s: %s", (rule, paragraph) => {
    expect(ruleOf(paragraph)).toBe(rule);
  });

  it("hides a line that was cut off and that the next one repeats", () => {
    const whole = "Die Fähre bei ihrer ersten Einfahrt in den Hafen am frühen Morgen.";
    const hidden = findBoilerplate([...prose, "Die Fähre bei ihrer ersten Einfahrt in...", whole, ...prose]);
    expect([...hidden]).toEqual([[3, "cut-duplicate"]]);
  });

  it("hides initials of agencies and editors at the end only", () => {
    expect(visibleBelow("dpa/lno/kr")).toEqual([]);
    expect(visibleBelow("(mit Material von dpa)")).toEqual([]);
    expect(ruleOf("dpa/lno")).toBeUndefined();
  });

  it("hides the teasers of other articles, to the end", () => {
    expect(
      visibleBelow(
        "Mehr zum Thema",
        "Werft findet neuen Käufer",
        "Ein Konzern aus dem Norden übernimmt die Anlagen und will alle Beschäftigten…",
        "Brücke bleibt gesperrt",
        "Der Verkehr wird bis zum Herbst umgeleitet.",
      ),
    ).toEqual([]);
    expect(
      visibleBelow(
        "Kommentare",
        "Aktuelles",
        "Ein Kran am Kai.",
        "Kran kippt um",
        "Bei Arbeiten am Kai ist ein Kran...",
      ),
    ).toEqual([]);
    expect(visibleBelow("Related stories", "Yard finds a buyer", "A group from the north takes over...")).toEqual([]);
    expect(visibleBelow("## Related", "- [Yard finds a buyer](a.html)\n- [Bridge stays closed](b.html)")).toEqual([]);
    expect(visibleBelow("Comments")).toEqual([]);
  });
});

describe("what survives", () => {
  it.each([
    "Eine Anzeige im Lokalblatt kostet vierzig Euro, sagt die Verlegerin.",
    "Die Polizei nahm eine Anzeige auf. Das Weiterlesen nach der Anzeige des Diebstahls war Sache der Staatsanwaltschaft.",
    "Zum Inhalt des Gesprächs wollte der Minister nichts sagen.",
    "Skip to content is a link that helps people who use a keyboard.",
    "Der Newsletter des Vereins erscheint immer dienstags und hat viertausend Leser, die ihn kostenlos abonnieren.",
    "The newsletter goes to four thousand readers, and many sign up for it after a visit.",
    "Laden Sie die App nicht aus unbekannten Quellen herunter, rät das Bundesamt.",
    "Download speeds doubled when the town got our new cable. The app of the ferry company now works.",
    "Viele Seiten zeigen einen Hinweis: „Wir verwenden Cookies.“ Wer auf „Alle akzeptieren“ klickt, liest die Bedingungen meist nicht. „Mehr dazu in unserer Datenschutzerklärung“, heißt es dann.",
    "We use cookies in our bakery only on Sundays, says the owner, and laughs.",
    "Lesen Sie auch das Kleingedruckte, bevor Sie unterschreiben.",
    "Read more slowly, the teacher said, and you will understand the poem.",
    "Im Liveblog der Zeitung stand am Abend, dass die Sturmflut abgeflaut sei.",
    "Die Mitglieder und die Öffentlichkeit wurden eingeladen.",
    "Kommentare im Netz seien oft verletzend, sagt die Forscherin.",
    "Comments are closed doors to some people, the author writes, and she means it.",
    "Die Lesezeit: 4 Minuten dauerte es, bis die Jury den Text verstanden hatte.",
    "Teilen und merken Sie sich diese Regel, sagte der Lehrer.",
    "Wer mit der Antwort nicht zufrieden ist, kann sie zitieren und melden.",
    "Zurück nach oben führt nur die Treppe am Nordturm.",
    "Beiträge: 20 Euro im Jahr für Erwachsene, 10 für Kinder.",
    "Mitglied seit dem ersten Tag zu sein, bringt keine Vorteile mit sich, heißt es in der Satzung des Vereins.",
    "Edit this page only if you have read the rules of the wiki.",
    "The next page shows the map, the previous one the list.",
    "Reply within two weeks, or the offer lapses.",
    "Und dann kam das Schiff ... Niemand hatte damit gerechnet.",
    "1 + 1 = 2",
  ])("%s", (paragraph) => {
    expect(ruleOf(paragraph)).toBeUndefined();
  });

  it("keeps real prose below a word that also stands above teasers", () => {
    const news = [
      "Aktuelles",
      "Der Verein hat im Frühjahr zwei neue Boote gekauft, die seit Mai auf dem See liegen und gemietet werden können.",
      "Außerdem wurde das Bootshaus gestrichen, und die Jugendgruppe hat eine eigene Werkstatt bekommen.",
    ];
    expect(visibleBelow(...news)).toEqual(news);
    const comments = [
      "Comments",
      "The committee received forty comments on the draft, most of them from people who live near the harbour.",
      "Three of them asked for a longer pier, and one asked for none at all, which the committee declined.",
    ];
    expect(visibleBelow(...comments)).toEqual(comments);
    const more = [
      "Mehr zum Thema",
      "Wer mehr wissen will, findet im Archiv der Stadt alle Pläne des alten Hafens. ".repeat(5),
    ];
    expect(visibleBelow(...more)).toEqual(more);
  });

  it("keeps the sections below one of links, and what follows a list of them", () => {
    const end = ["Related", "- Yard finds a buyer\n- Bridge stays closed", "License", "The text is free for all."];
    const levels = new Map([prose.length, prose.length + 2].map((at) => [at, 2]));
    const hidden = findBoilerplate([...prose, ...end], (i) => levels.has(i), { levelOf: (i) => levels.get(i) });
    expect([...hidden.keys()]).toEqual([prose.length, prose.length + 1]);
    expect(visibleBelow(...end)).toEqual(end.slice(2));
  });

  it("leaves aside what the format has hidden already", () => {
    const end = ["Related", "Yard finds a buyer", "Who pays?", "The insurance pays."];
    const ruleOf = (i: number) => (i >= prose.length && i < prose.length + 2 ? "teasers" : undefined);
    const hidden = findBoilerplate([...prose, ...end], undefined, { ruleOf });
    expect([...hidden.keys()]).toEqual([prose.length, prose.length + 1]);
  });

  it("never hides more than it leaves", () => {
    const page = [
      "Ein Satz.",
      "Aktuelles",
      "Hafenfest",
      "Am Sonntag feiert die ganze Stadt den Hafen…",
      "Markt",
      "Neu…",
    ];
    expect(findBoilerplate(page).size).toBe(0);
  });

  it("keeps a heading of one word that the format marks as one", () => {
    const page = [...prose, "## Anzeige", ...prose];
    expect(findBoilerplate(page, (i) => i === 3).size).toBe(0);
  });
});

describe("the rules", () => {
  it("are written as they are compared: lower case, nothing around them", () => {
    for (const rule of boilerplateRules) {
      const lines = rule.scope === "line" ? (rule.lines ?? []) : rule.scope === "words" ? rule.words : [];
      for (const line of lines) {
        expect(line).toBe(line.toLowerCase());
        expect(line).toMatch(/^[\p{L}\p{N}].*[\p{L}\p{N})]$|^[\p{L}\p{N}]$/u);
        if (rule.scope === "line") expect(ruleOf(line), line).toBeDefined();
      }
      expect(new Set(lines).size).toBe(lines.length);
    }
    for (const heading of endMatterHeadings.keys()) expect(heading).toBe(heading.toLowerCase());
  });

  it("of boxes name a word for each of their signs", () => {
    for (const rule of boilerplateRules) {
      if (rule.scope !== "box") continue;
      for (const sign of rule.signs) {
        const written = sign.source.toLowerCase();
        expect(
          rule.words.some((word) => written.includes(word)),
          written,
        ).toBe(true);
      }
    }
  });

  it("take time in proportion to the length, also on hostile paragraphs", async () => {
    const hostile = ["(", "[", "„", '"', " +", "a/", "Foto: ", "Wir verwenden ", "....", "Abonnieren Sie unseren "];
    const work = (repeats: number) =>
      findBoilerplate(hostile.flatMap((unit) => [unit.repeat(60), unit.repeat(300), unit.repeat(repeats)]));
    expect(await slowdownOf(work, 25_000)).toBeLessThan(proportional);
  });
});
