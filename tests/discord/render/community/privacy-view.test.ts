import { describe, expect, it } from "vitest";
import { renderPrivacy } from "../../../../src/discord/render/community/privacy-view.ts";
import { messagesFor } from "../../../../src/locales/choose-messages.ts";
import type { QuestionRow, SolvedPostRow, VoteRow } from "../../../../src/store/tables.ts";
import { shown } from "../support/shown.ts";

const time = Date.UTC(2024, 1, 29);

const vote = (others: Partial<VoteRow> = {}): VoteRow => ({
  message: "1",
  person: "me",
  guild: "1",
  vote: 1,
  word: null,
  citation: null,
  question: null,
  voted_at: time,
  ...others,
});
const question = (words: string | null): QuestionRow => ({
  id: "1",
  guild: "1",
  asked_at: time,
  trigger_kind: "ask",
  language: "de",
  certainty: "sure",
  reason: null,
  latency_ms: 1,
  citations: null,
  question: words,
  person: "me",
});
const post = (others: Partial<SolvedPostRow>): SolvedPostRow => ({
  guild: "1",
  forum: "2",
  thread: "3",
  answer: "4",
  asker: "other",
  answerer: "another",
  asker_agreed_at: null,
  answerer_agreed_at: null,
  prompt: null,
  document: null,
  marked_at: time,
  ...others,
});

type Options = Parameters<typeof renderPrivacy>[1];
type Stored = Parameters<typeof renderPrivacy>[0];

const view = (stored: Partial<Stored> = {}, options: Partial<Options> = {}): string[] =>
  shown(
    renderPrivacy(
      { votes: [], questions: [], solvedPosts: [], ...stored },
      {
        m: messagesFor("de"),
        person: "me",
        blockedSince: undefined,
        retentionDays: 90,
        keepsQuestions: false,
        ...options,
      },
    ),
  );

describe("what is stored about a person", () => {
  it("is nothing, and what would be stored is told", () => {
    expect(view()).toEqual([
      "=== plain",
      "## Was über dich gespeichert ist",
      "Über dich ist nichts gespeichert.",
      "-# Gespeichert wird hier: dass etwas gefragt wurde und ob es eine Antwort gab, ohne Namen; Stimmen unter einem Kürzel, aus dem sich deine Kennung nicht zurückrechnen lässt. Der Wortlaut von Fragen wird hier nicht gespeichert. Nach 90 Tagen wird alles davon gelöscht.",
    ]);
    expect(view({ inDocuments: { added: 0, messages: 0 } }, { keepsQuestions: true, blockedSince: time })).toEqual([
      "=== plain",
      "## Was über dich gespeichert ist",
      "Über dich ist nichts gespeichert.",
      "Auf diesem Server bist du seit 29. Februar 2024 gesperrt. Das können nur die aufheben, die ihn verwalten.",
      "-# Gespeichert wird hier: dass etwas gefragt wurde und ob es eine Antwort gab, ohne Namen; Stimmen unter einem Kürzel, aus dem sich deine Kennung nicht zurückrechnen lässt. Auf diesem Server auch der Wortlaut von Fragen, unter demselben Kürzel. Nach 90 Tagen wird alles davon gelöscht.",
    ]);
  });

  it("is votes, questions, documents and solved posts, and can be erased", () => {
    const votes = [
      vote(),
      vote({ vote: -1, citation: "turm:7", question: "Wann *fiel* er?", word: "Fal_sch" }),
      vote({ vote: 0, question: "x".repeat(300), word: "y".repeat(300) }),
    ];
    const stored = {
      votes,
      questions: [question("Wann *fiel* er?"), question(null)],
      inDocuments: { added: 1, messages: 2 },
      solvedPosts: [
        post({ asker: "me", asker_agreed_at: 1 }),
        post({ asker: "me", answerer: "me", asker_agreed_at: 1 }),
        post({ answerer: "me", answerer_agreed_at: 1 }),
      ],
    };
    expect(view(stored)).toEqual([
      "=== plain",
      "## Was über dich gespeichert ist",
      "**3 Stimmen** zu Antworten:\n- hilfreich, 29. Februar 2024\n- nicht hilfreich, 29. Februar 2024 · `turm:7` · Wann \\*fiel\\* er? · *Fal\\_sch*\n- nicht hilfreich, 29. Februar 2024 · xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx… · *yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy…*",
      "**2 Fragen** im Wortlaut:\n- 29. Februar 2024 · Wann \\*fiel\\* er?\n- 29. Februar 2024 · ",
      "**1 Dokument** von dir hinzugefügt und **2 Nachrichten** von dir in Dokumenten. Das bleibt, bis es gelöscht wird.",
      "**3 gelöste Beiträge** mit Worten von dir, 2 davon hast du zugestimmt.",
      "-# Gespeichert wird hier: dass etwas gefragt wurde und ob es eine Antwort gab, ohne Namen; Stimmen unter einem Kürzel, aus dem sich deine Kennung nicht zurückrechnen lässt. Der Wortlaut von Fragen wird hier nicht gespeichert. Nach 90 Tagen wird alles davon gelöscht.",
      "[Danger Alles über mich löschen -> f1|z]",
    ]);
  });

  it.each<[string, Partial<Stored>]>([
    ["a vote", { votes: [vote()] }],
    ["a question", { questions: [question("x")] }],
    ["a document", { inDocuments: { added: 1, messages: 0 } }],
    ["a message in one", { inDocuments: { added: 0, messages: 1 } }],
    ["a solved post", { solvedPosts: [post({ asker: "me" })] }],
  ])("can be erased where it is %s alone", (_what, stored) => {
    const lines = view(stored);
    expect(lines.at(-1)).toMatch(/^\[Danger /u);
    expect(lines).toHaveLength(5);
  });

  it("names eight of each, and how many more there are", () => {
    const many = (count: number): string[] =>
      view({ votes: Array(count).fill(vote()), questions: Array(count).fill(question("Wann?")) }).slice(2, 4);
    expect(many(8).map((list) => list.split("\n").length)).toEqual([9, 9]);
    expect(many(10).map((list) => list.split("\n").slice(8))).toEqual([
      ["- hilfreich, 29. Februar 2024", "- … und 2 weitere"],
      ["- 29. Februar 2024 · Wann?", "- … und 2 weitere"],
    ]);
  });

  it("fits a message, however long the words are", () => {
    const long = "*".repeat(500);
    const reference = `${"k".repeat(64)}:123456`;
    const stored = {
      votes: Array(30).fill(vote({ citation: reference, question: long, word: long, vote: -1 })),
      questions: Array(30).fill(question(long)),
      inDocuments: { added: 1000, messages: 1000 },
      solvedPosts: [post({ asker: "me" })],
    };
    for (const locale of ["de", "en"] as const) {
      const options = { m: messagesFor(locale), blockedSince: time, retentionDays: 3650, keepsQuestions: true };
      const lists = view(stored, options)
        .slice(2, 4)
        .map((list) => list.split("\n"));
      for (const lines of lists) expect(lines.length).toBeGreaterThan(3);
      for (const lines of lists) expect(lines.at(-1)).toContain(String(30 - (lines.length - 2)));
    }
  });
});
