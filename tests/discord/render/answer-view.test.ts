import { describe, expect, it } from "vitest";
import type { Answer } from "../../../src/answering/answer.ts";
import {
  type AnswerPage,
  type AnswerView,
  renderAnswer,
  shownAtFirst,
} from "../../../src/discord/render/answer-view.ts";
import { everything } from "../../../src/discord/scope.ts";
import { messagesFor } from "../../../src/locales/choose-messages.ts";
import { abstained, answered, asker, sampleOf } from "./support/samples.ts";
import { shown } from "./support/shown.ts";

const fell = sampleOf("Der Turm fiel 1911. Er stand lange.");
const stood = sampleOf("Er stand auf dem Hügel.", { metadata: { key: "hügel" }, passage: { paragraph: 3 } });
const rebuilt = sampleOf("Er wurde 1920 neu gebaut.", { metadata: { key: "bau" }, passage: { paragraph: 9 } });
const painted = sampleOf("Er war rot.", { metadata: { key: "farbe" }, passage: { paragraph: 1 } });

function view(page: AnswerPage, options: Partial<AnswerView> = {}): string[] {
  return shown(
    renderAnswer(page, {
      m: messagesFor("de"),
      asker,
      scope: everything,
      previous: "",
      isPrivate: false,
      canShare: true,
      isClosest: false,
      ...options,
    }),
  );
}

/** The first page of an answer. */
function first(answer: Answer, passages = answer.passages.slice(0, shownAtFirst(answer))): AnswerPage {
  return { answer, passages, offset: 0 };
}

describe("an answer", () => {
  it("is a quote with its source, the question, and what can be done", () => {
    const linked = { ...fell, readerLink: "https://read.example/turm#7" };
    expect(view(first(answered([linked], { worthShowing: 1 })))).toEqual([
      "=== sure",
      "> **Der Turm fiel 1911.** Er stand lange.\n-# [**Titel von turm**](https://read.example/turm#7) · ohne Datum · Absatz 7 · `turm:7@fb267acc72a6`",
      "#101 -# Frage: Wann fiel der Turm?",
      "[Kontext -> f1|b|turm:7@fb267acc72a6|1] [Weiterfragen -> f1|f|||] [Quelle -> https://read.example/turm#7]",
      "{Mehr … -> f1|n|xrls1wq49ji}\n Zitieren = cite|turm:7@fb267acc72a6\n Im Dokument weiterlesen = read|turm:7@fb267acc72a6\n 🗑️Antwort löschen = delete\n",
    ]);
  });

  it("is private, can be shared, judged and corrected", () => {
    const options = { isPrivate: true, canVote: true, canPoint: true };
    expect(view(first(answered([fell, stood], { worthShowing: 1 })), options)).toEqual([
      "=== sure",
      "> **Der Turm fiel 1911.** Er stand lange.\n-# **Titel von turm** · ohne Datum · Absatz 7 · `turm:7@fb267acc72a6`",
      "#101 -# Frage: Wann fiel der Turm?",
      "[Kontext -> f1|b|turm:7@fb267acc72a6|1] [Weitere ▶ -> f1|p|xrls1wq49ji|de|1|0|||] [Weiterfragen -> f1|f|||]",
      "{Mehr … -> f1|n|xrls1wq49ji}\n Zitieren = cite|turm:7@fb267acc72a6\n Im Dokument weiterlesen = read|turm:7@fb267acc72a6\n 👍War hilfreich = helpful\n 👎War nicht hilfreich = not-helpful\n 📌Diese Stelle beantwortet es … = point\n Für alle sichtbar machen = share\n",
    ]);
    expect(view(first(answered([fell])), { isPrivate: true, canShare: false })).toEqual([
      "=== sure",
      "> **Der Turm fiel 1911.** Er stand lange.\n-# **Titel von turm** · ohne Datum · Absatz 7 · `turm:7@fb267acc72a6`",
      "#101 -# Frage: Wann fiel der Turm?",
      "[Kontext -> f1|b|turm:7@fb267acc72a6|1] [Weiterfragen -> f1|f|||]",
      "{Mehr … -> f1|n|xrls1wq49ji}\n Zitieren = cite|turm:7@fb267acc72a6\n Im Dokument weiterlesen = read|turm:7@fb267acc72a6\n",
    ]);
  });

  it("says what speaks against it where it is uncertain", () => {
    const uncertain = answered([fell, stood], {
      certainty: "uncertain",
      lookedFor: [
        { word: "Turm", isFound: true, isInBestPassage: true },
        { word: "gefallen", isFound: true, isInBestPassage: false },
        { word: "Tum", correctedTo: "Turm", isFound: false, isInBestPassage: false },
      ],
      missing: ["gefallen"],
      findings: [{ what: "opposite", words: ["fiel", "stand"] }],
    });
    expect(view(first(uncertain))).toEqual([
      "=== uncertain",
      "#221 ⚠️ *Unsicher: Vielleicht steht die Antwort nicht darin.*\n-# Dagegen spricht: das Gegenteil: „stand“ statt „fiel“",
      "#222 -# Gesucht: Turm (gefunden), gefallen (nur an anderer Stelle), Tum (als „Turm“) (nirgends gefunden)",
      "> **Der Turm fiel 1911.** Er stand lange.\n-# **Titel von turm** · ohne Datum · Absatz 7 · `turm:7@fb267acc72a6`",
      "#101 -# Frage: Wann fiel der Turm?",
      "[Kontext -> f1|b|turm:7@fb267acc72a6|1] [Weitere ▶ -> f1|p|xrls1wq49ji|de|1|0|||] [Weiterfragen -> f1|f|||]",
      "{Mehr … -> f1|n|xrls1wq49ji}\n Zitieren = cite|turm:7@fb267acc72a6\n Im Dokument weiterlesen = read|turm:7@fb267acc72a6\n 🗑️Antwort löschen = delete\n",
    ]);
    expect(view(first({ ...uncertain, missing: [], findings: [] }))).toEqual([
      "=== uncertain",
      "#221 ⚠️ *Unsicher: Vielleicht steht die Antwort nicht darin.*",
      "> **Der Turm fiel 1911.** Er stand lange.\n-# **Titel von turm** · ohne Datum · Absatz 7 · `turm:7@fb267acc72a6`",
      "#101 -# Frage: Wann fiel der Turm?",
      "[Kontext -> f1|b|turm:7@fb267acc72a6|1] [Weitere ▶ -> f1|p|xrls1wq49ji|de|1|0|||] [Weiterfragen -> f1|f|||]",
      "{Mehr … -> f1|n|xrls1wq49ji}\n Zitieren = cite|turm:7@fb267acc72a6\n Im Dokument weiterlesen = read|turm:7@fb267acc72a6\n 🗑️Antwort löschen = delete\n",
    ]);
  });

  it("says that a person has pointed to it", () => {
    const pointer = "11111111-2222-4333-8444-555555555555";
    expect(view({ ...first(answered([fell])), pointer }, { canPoint: true })).toEqual([
      "=== sure",
      "-# 📌 Diese Stelle haben Menschen auf diesem Server der Frage zugeordnet.",
      "> **Der Turm fiel 1911.** Er stand lange.\n-# **Titel von turm** · ohne Datum · Absatz 7 · `turm:7@fb267acc72a6`",
      "#101 -# Frage: Wann fiel der Turm?",
      "[Kontext -> f1|b|turm:7@fb267acc72a6|1] [Weiterfragen -> f1|f|||]",
      "{Mehr … -> f1|n|xrls1wq49ji}\n Zitieren = cite|turm:7@fb267acc72a6\n Im Dokument weiterlesen = read|turm:7@fb267acc72a6\n 📌Zuordnung aufheben = unpoint|11111111-2222-4333-8444-555555555555\n 🗑️Antwort löschen = delete\n",
    ]);
  });

  it("has the question as it was typed, the one before it, and what it is limited to", () => {
    const answer = answered([fell], { undatedLeftOut: 2, editionsLeftOut: 3, modelVerdict: "partly" });
    const scope = { source: "turm", from: "2020-01-02", until: "2021-12-31" };
    const page = { ...first(answer), question: "Wann fiel ||der Turm||?" };
    expect(view(page, { scope, previous: "Welche *Türme* gibt es?" })).toEqual([
      "=== sure",
      "> **Der Turm fiel 1911.** Er stand lange.\n-# **Titel von turm** · ohne Datum · Absatz 7 · `turm:7@fb267acc72a6`",
      "#101 -# Frage: Wann fiel ||der Turm||?",
      "#102 -# Anschluss an: Welche \\*Türme\\* gibt es?",
      "#224 -# nur in `turm` · ab 2. Januar 2020 · bis 31. Dezember 2021 · 2 Dokumente ohne Datum blieben unberücksichtigt. · 3 Stellen anderer Fassungen sind weggelassen; wer nach „alter Fassung“ oder einem Jahr fragt, bekommt sie. · Ein Sprachmodell hat mitgelesen: Die Stelle nennt einen Teil der Antwort.",
      "[Kontext -> f1|b|turm:7@fb267acc72a6|1] [Weiterfragen -> f1|f|7f94f26938|2020-01-02|2021-12-31]",
      "{Mehr … -> f1|n|xrls1wq49ji}\n Zitieren = cite|turm:7@fb267acc72a6\n Im Dokument weiterlesen = read|turm:7@fb267acc72a6\n 🗑️Antwort löschen = delete\n",
    ]);
  });

  it("shows passages side by side that say different things", () => {
    const second = { ...stood, score: 0.9 };
    const far = { ...rebuilt, score: 0.5 };
    const answer = answered([fell, second, far, painted], { saysDifferentThings: true });
    expect(view(first(answer))).toEqual([
      "=== sure",
      "**Die Dokumente nennen Verschiedenes, die neuesten zuerst.**",
      "> **Der Turm fiel 1911.** Er stand lange.\n-# 1 · **Titel von turm** · ohne Datum · Absatz 7 · `turm:7@fb267acc72a6`",
      "---",
      "> **Er stand auf dem Hügel.**\n-# 2 · **Titel von hügel** · ohne Datum · Absatz 3 · `hügel:3@168c797a5796`",
      "---",
      "> Er wurde 1920 neu gebaut.\n-# 3 · **Titel von bau** · ohne Datum · Absatz 9 · `bau:9@bbd12704041b`",
      "#101 -# Frage: Wann fiel der Turm?",
      "[Weitere ▶ -> f1|p|xrls1wq49ji|de|3|0|||] [Weiterfragen -> f1|f|||]",
      "{Mehr … -> f1|n|xrls1wq49ji}\n Kontext zeigen (turm:7) = context|turm:7@fb267acc72a6|1\n Zitieren (turm:7) = cite|turm:7@fb267acc72a6\n Im Dokument weiterlesen (turm:7) = read|turm:7@fb267acc72a6\n Kontext zeigen (hügel:3) = context|hügel:3@168c797a5796|1\n Zitieren (hügel:3) = cite|hügel:3@168c797a5796\n Im Dokument weiterlesen (hügel:3) = read|hügel:3@168c797a5796\n Kontext zeigen (bau:9) = context|bau:9@bbd12704041b|1\n Zitieren (bau:9) = cite|bau:9@bbd12704041b\n Im Dokument weiterlesen (bau:9) = read|bau:9@bbd12704041b\n 🗑️Antwort löschen = delete\n",
    ]);
  });

  it("shows those of later pages one after the other", () => {
    const passages = [fell, stood, rebuilt, painted];
    const answer = answered(passages, { saysDifferentThings: true });
    expect(view({ answer, passages: [painted], offset: 3 })[2]).toMatch(/^> Er war rot\.\n/u);
  });

  it("leaves passages the room that the question leaves", () => {
    const long = [0, 1, 2].map((index) => sampleOf("*".repeat(400), { metadata: { key: `turm-${index}` } }));
    const answer = answered(long, { question: "*".repeat(600), lookedFor: [] });
    const lines = view(first(answer), { previous: "*".repeat(1000) });
    expect(lines.filter((line) => line.startsWith("> "))).toHaveLength(3);
  });

  it("has further pages", () => {
    const answer = answered([fell, stood, rebuilt, painted, fell], { worthShowing: 1 });
    const at = (offset: number, end: number): AnswerPage => ({
      answer,
      passages: answer.passages.slice(offset, end),
      offset,
    });
    expect(view(at(0, 1))).toEqual([
      "=== sure",
      "> **Der Turm fiel 1911.** Er stand lange.\n-# **Titel von turm** · ohne Datum · Absatz 7 · `turm:7@fb267acc72a6`",
      "#101 -# Frage: Wann fiel der Turm?",
      "[Kontext -> f1|b|turm:7@fb267acc72a6|1] [Weitere ▶ -> f1|p|xrls1wq49ji|de|1|0|||] [Weiterfragen -> f1|f|||]",
      "{Mehr … -> f1|n|xrls1wq49ji}\n Zitieren = cite|turm:7@fb267acc72a6\n Im Dokument weiterlesen = read|turm:7@fb267acc72a6\n 🗑️Antwort löschen = delete\n",
    ]);
    expect(view(at(1, 4))).toEqual([
      "=== sure",
      "#223 -# 2–4 von 5",
      "> Er stand auf dem Hügel.\n-# 2 · **Titel von hügel** · ohne Datum · Absatz 3 · `hügel:3@168c797a5796`",
      "---",
      "> Er wurde 1920 neu gebaut.\n-# 3 · **Titel von bau** · ohne Datum · Absatz 9 · `bau:9@bbd12704041b`",
      "---",
      "> Er war rot.\n-# 4 · **Titel von farbe** · ohne Datum · Absatz 1 · `farbe:1@c25ab6301888`",
      "#101 -# Frage: Wann fiel der Turm?",
      "[◀ Zurück -> f1|p|xrls1wq49ji|de|0|0|||] [Weitere ▶ -> f1|p|xrls1wq49ji|de|4|0|||] [Weiterfragen -> f1|f|||]",
      "{Mehr … -> f1|n|xrls1wq49ji}\n Kontext zeigen (hügel:3) = context|hügel:3@168c797a5796|1\n Zitieren (hügel:3) = cite|hügel:3@168c797a5796\n Im Dokument weiterlesen (hügel:3) = read|hügel:3@168c797a5796\n Kontext zeigen (bau:9) = context|bau:9@bbd12704041b|1\n Zitieren (bau:9) = cite|bau:9@bbd12704041b\n Im Dokument weiterlesen (bau:9) = read|bau:9@bbd12704041b\n Kontext zeigen (farbe:1) = context|farbe:1@c25ab6301888|1\n Zitieren (farbe:1) = cite|farbe:1@c25ab6301888\n Im Dokument weiterlesen (farbe:1) = read|farbe:1@c25ab6301888\n 🗑️Antwort löschen = delete\n",
    ]);
    expect(view(at(4, 5))).toEqual([
      "=== sure",
      "#223 -# 5 von 5",
      "> Der Turm fiel 1911. Er stand lange.\n-# **Titel von turm** · ohne Datum · Absatz 7 · `turm:7@fb267acc72a6`",
      "#101 -# Frage: Wann fiel der Turm?",
      "[Kontext -> f1|b|turm:7@fb267acc72a6|1] [◀ Zurück -> f1|p|xrls1wq49ji|de|1|0|||] [Weiterfragen -> f1|f|||]",
      "{Mehr … -> f1|n|xrls1wq49ji}\n Zitieren = cite|turm:7@fb267acc72a6\n Im Dokument weiterlesen = read|turm:7@fb267acc72a6\n 🗑️Antwort löschen = delete\n",
    ]);
  });
});

describe("an abstention", () => {
  it("says why, and offers what came closest", () => {
    const lookedFor = [{ word: "Turm", isFound: true, isInBestPassage: false }];
    const answer = abstained([fell, stood, rebuilt, painted], { lookedFor });
    expect(view(first(answer))).toEqual([
      "=== none",
      "Darauf steht in den Dokumenten keine Antwort. Was gefunden wurde, ergibt keine Antwort.",
      "#222 -# Gesucht: Turm (nur an anderer Stelle)",
      "#101 -# Frage: Wann fiel der Turm?",
      "[Nächstliegende Stellen -> f1|p|xrls1wq49ji|de|0|1|||] [Weiterfragen -> f1|f|||]",
      "{Mehr … -> f1|n|xrls1wq49ji}\n 🗑️Antwort löschen = delete\n",
    ]);
    expect(view(first(answer), { isClosest: true })).toEqual([
      "=== none",
      "Darauf steht in den Dokumenten keine Antwort. Was gefunden wurde, ergibt keine Antwort.",
      "#222 -# Gesucht: Turm (nur an anderer Stelle)",
      "Das kommt am nächsten:",
      "> Der Turm fiel 1911. Er stand lange.\n-# 1 · **Titel von turm** · ohne Datum · Absatz 7 · `turm:7@fb267acc72a6`",
      "---",
      "> Er stand auf dem Hügel.\n-# 2 · **Titel von hügel** · ohne Datum · Absatz 3 · `hügel:3@168c797a5796`",
      "---",
      "> Er wurde 1920 neu gebaut.\n-# 3 · **Titel von bau** · ohne Datum · Absatz 9 · `bau:9@bbd12704041b`",
      "#101 -# Frage: Wann fiel der Turm?",
      "[Weitere ▶ -> f1|p|xrls1wq49ji|de|3|1|||] [Weiterfragen -> f1|f|||]",
      "{Mehr … -> f1|n|xrls1wq49ji}\n Kontext zeigen (turm:7) = context|turm:7@fb267acc72a6|1\n Zitieren (turm:7) = cite|turm:7@fb267acc72a6\n Im Dokument weiterlesen (turm:7) = read|turm:7@fb267acc72a6\n Kontext zeigen (hügel:3) = context|hügel:3@168c797a5796|1\n Zitieren (hügel:3) = cite|hügel:3@168c797a5796\n Im Dokument weiterlesen (hügel:3) = read|hügel:3@168c797a5796\n Kontext zeigen (bau:9) = context|bau:9@bbd12704041b|1\n Zitieren (bau:9) = cite|bau:9@bbd12704041b\n Im Dokument weiterlesen (bau:9) = read|bau:9@bbd12704041b\n 🗑️Antwort löschen = delete\n",
    ]);
    const later = { answer, passages: [painted], offset: 3 };
    expect(view(later, { isClosest: true })).toEqual([
      "=== none",
      "Darauf steht in den Dokumenten keine Antwort. Was gefunden wurde, ergibt keine Antwort.",
      "#222 -# Gesucht: Turm (nur an anderer Stelle)",
      "Das kommt am nächsten:",
      "#223 -# 4 von 4",
      "> Er war rot.\n-# **Titel von farbe** · ohne Datum · Absatz 1 · `farbe:1@c25ab6301888`",
      "#101 -# Frage: Wann fiel der Turm?",
      "[Kontext -> f1|b|farbe:1@c25ab6301888|1] [◀ Zurück -> f1|p|xrls1wq49ji|de|0|1|||] [Weiterfragen -> f1|f|||]",
      "{Mehr … -> f1|n|xrls1wq49ji}\n Zitieren = cite|farbe:1@c25ab6301888\n Im Dokument weiterlesen = read|farbe:1@c25ab6301888\n 🗑️Antwort löschen = delete\n",
    ]);
  });

  it("answers small talk in its own words, with nothing to look for", () => {
    expect(view(first(abstained([], { reason: "thanks" })))).toEqual([
      "=== none",
      "Gern geschehen.",
      "#101 -# Frage: Wann fiel der Turm?",
      "[Weiterfragen -> f1|f|||]",
      "{Mehr … -> f1|n|xrls1wq49ji}\n 🗑️Antwort löschen = delete\n",
    ]);
  });
});

describe("the answer to several questions", () => {
  const parts: Answer[] = [
    answered([fell, stood], { question: "Wann *fiel* der Turm?" }),
    answered([rebuilt], {
      question: "Wer baute ihn?",
      certainty: "uncertain",
      findings: [{ what: "opposite", words: ["baute", "fiel"] }],
    }),
    abstained([painted], { question: "Was kostete er?", reason: "not-found" }),
  ];
  const answer = answered([fell, rebuilt], { parts, worthShowing: 2, certainty: "uncertain" });

  it("has each question with its best passage", () => {
    expect(view(first(answer))).toEqual([
      "=== uncertain",
      "#201 **1. Wann \\*fiel\\* der Turm?**",
      "> **Der Turm fiel 1911.** Er stand lange.\n-# **Titel von turm** · ohne Datum · Absatz 7 · `turm:7@fb267acc72a6`",
      "---",
      "#202 **2. Wer baute ihn?**\n⚠️ *Unsicher: Vielleicht steht die Antwort nicht darin.*\n-# Dagegen spricht: das Gegenteil: „fiel“ statt „baute“",
      "> **Er wurde 1920 neu gebaut.**\n-# **Titel von bau** · ohne Datum · Absatz 9 · `bau:9@bbd12704041b`",
      "---",
      "#203 **3. Was kostete er?**\nDarauf steht in den Dokumenten keine Antwort. Wichtige Wörter der Frage kommen in keinem Dokument vor.",
      "#101 -# Frage: Wann fiel der Turm?",
      "[Weiterfragen -> f1|f|||]",
      "{Mehr … -> f1|n|xrls1wq49ji}\n Kontext zeigen (turm:7) = context|turm:7@fb267acc72a6|1\n Zitieren (turm:7) = cite|turm:7@fb267acc72a6\n Im Dokument weiterlesen (turm:7) = read|turm:7@fb267acc72a6\n Kontext zeigen (bau:9) = context|bau:9@bbd12704041b|1\n Zitieren (bau:9) = cite|bau:9@bbd12704041b\n Im Dokument weiterlesen (bau:9) = read|bau:9@bbd12704041b\n 🗑️Antwort löschen = delete\n",
    ]);
  });

  it("has the best passage of each of six that are uncertain", () => {
    const six = Array.from({ length: 6 }, (_, index) =>
      answered([sampleOf("Turm ".repeat(80).trim(), { metadata: { key: `turm-${index}` } })], {
        question: `Wann fiel der ${index + 1}. Turm von Sandersoog?`,
        certainty: "uncertain",
        findings: Array(3).fill({ what: "opposite", words: ["gebaut und dann erneuert", "abgerissen"] }),
      }),
    );
    const question = six.map((part) => part.question).join(" ");
    const passages = six.flatMap((part) => part.passages);
    const lines = view(first(answered(passages, { parts: six, question, certainty: "uncertain" })));
    expect(lines.filter((line) => line.startsWith("> ")).map((line) => /`(turm-\d):7@/u.exec(line)?.[1])).toEqual(
      six.map((_, index) => `turm-${index}`),
    );
  });

  it.each([2, 3, 4, 5, 6])("fits a message where all of %d are long", (count) => {
    const long = "*".repeat(300);
    const standing = { kind: "former", replacedBy: [{ title: long }] } as const;
    const many = Array.from({ length: count }, (_, index) =>
      answered([sampleOf(long, { metadata: { key: `turm-${index}`, title: long, publisher: long }, standing })], {
        question: long,
        certainty: "uncertain",
        findings: Array(3).fill({ what: "opposite", words: [long, long] }),
      }),
    );
    const passages = many.flatMap((part) => part.passages);
    const scope = { source: "k".repeat(60), from: "2020-01-01", until: "2021-01-01" };
    const others = { undatedLeftOut: 2, editionsLeftOut: 3, modelVerdict: "partly", certainty: "uncertain" } as const;
    const whole = answered(passages, { parts: many, question: "*".repeat(600), ...others });
    for (const locale of ["de", "en"] as const) {
      const lines = view(first(whole), { m: messagesFor(locale), scope, previous: "*".repeat(200) });
      expect(lines.filter((line) => /^#20\d /u.test(line))).toHaveLength(count);
    }
  });

  it("is like any other behind the first page, and where the closest passages are shown", () => {
    expect(view({ answer, passages: [rebuilt], offset: 1 })).toEqual([
      "=== uncertain",
      "#223 -# 2 von 2",
      "> Er wurde 1920 neu gebaut.\n-# **Titel von bau** · ohne Datum · Absatz 9 · `bau:9@bbd12704041b`",
      "#101 -# Frage: Wann fiel der Turm?",
      "[Kontext -> f1|b|bau:9@bbd12704041b|1] [◀ Zurück -> f1|p|xrls1wq49ji|de|0|0|||] [Weiterfragen -> f1|f|||]",
      "{Mehr … -> f1|n|xrls1wq49ji}\n Zitieren = cite|bau:9@bbd12704041b\n Im Dokument weiterlesen = read|bau:9@bbd12704041b\n 🗑️Antwort löschen = delete\n",
    ]);
    const none = abstained([fell], { parts });
    expect(view(first(none), { isClosest: true })).toEqual([
      "=== none",
      "Darauf steht in den Dokumenten keine Antwort. Was gefunden wurde, ergibt keine Antwort.",
      "Das kommt am nächsten:",
      "> Der Turm fiel 1911. Er stand lange.\n-# **Titel von turm** · ohne Datum · Absatz 7 · `turm:7@fb267acc72a6`",
      "#101 -# Frage: Wann fiel der Turm?",
      "[Kontext -> f1|b|turm:7@fb267acc72a6|1] [Weiterfragen -> f1|f|||]",
      "{Mehr … -> f1|n|xrls1wq49ji}\n Zitieren = cite|turm:7@fb267acc72a6\n Im Dokument weiterlesen = read|turm:7@fb267acc72a6\n 🗑️Antwort löschen = delete\n",
    ]);
  });
});

describe("how many passages the first page has", () => {
  const four = [fell, stood, rebuilt, painted];

  it.each<[string, Answer, number, number?]>([
    ["those worth showing", answered(four, { worthShowing: 2 }), 2],
    ["all that there are", answered([fell], { worthShowing: 2 }), 1],
    ["as many as are wanted", answered(four, { worthShowing: 2 }), 1, 1],
    ["one where it is uncertain", answered(four, { worthShowing: 2, certainty: "uncertain" }), 1],
    ["three where they say different things", answered(four, { worthShowing: 1, saysDifferentThings: true }), 3],
    ["three where several are asked for", answered(four, { worthShowing: 1, question: "Nenne die Türme" }), 3],
    ["three where there is no answer", abstained(four), 3],
    ["one of each part", answered(four, { parts: [], worthShowing: 4 }), 4],
    ["three where no part has an answer", abstained(four, { parts: [], worthShowing: 4 }), 3],
  ])("is %s", (_what, answer, count, most) => {
    expect(most === undefined ? shownAtFirst(answer) : shownAtFirst(answer, most)).toBe(count);
  });
});
