import { describe, expect, it } from "vitest";
import {
  addedNotice,
  renderOwnDocuments,
  renderRemoval,
  renderRestriction,
  renderStaged,
  unreadableWords,
} from "../../../../src/discord/render/documents/documents-view.ts";
import type { ServerDocument, StagedDocument } from "../../../../src/documents/servers/server-documents.ts";
import { AppError } from "../../../../src/errors.ts";
import { messagesFor } from "../../../../src/locales/choose-messages.ts";
import { shown } from "../support/shown.ts";

const m = messagesFor("de");
const long = "*".repeat(300);
const problem = new AppError("document-unparsable", `Es *ging* nicht. ${long}`, "Nichts hilft.");

const staged: StagedDocument = {
  id: "0123456789abcdef",
  key: "turm",
  title: "Der *Turm*",
  name: "turm_1.txt",
  bytes: 2048,
  passages: 3,
  language: "de",
  remarks: [],
};

function added(others: Partial<ServerDocument> = {}, entry: Partial<ServerDocument["entry"]> = {}): ServerDocument {
  return {
    entry: {
      key: "turm",
      file: "turm.txt",
      sha256: "x",
      name: "turm_1.txt",
      bytes: 2048,
      added: { at: "2024-02-29T12:00:00.000Z", by: "hash" },
      ...entry,
    },
    title: "Der *Turm*",
    passages: 3,
    remarks: [],
    ...others,
  };
}

describe("a document that may be added", () => {
  it("is shown with what is known of it, to be added or not", () => {
    expect(shown(renderStaged(staged, m))).toEqual([
      "=== plain",
      "### Soll dieses Dokument hinzukommen?",
      "**Der \\*Turm\\***\n-# turm\\_1.txt · 2 KB · 3 Textstellen",
      "[Primary Hinzufügen -> f1|aa|0123456789abcdef] [Verwerfen -> f1|ad|0123456789abcdef]",
    ]);
  });

  it("says who will see it, and what is wrong with it", () => {
    const remarks = [
      { kind: "gap", gap: { kind: "encoding-guessed", encoding: "windows-1252" } },
      { kind: "no-passages" },
      { kind: "same", title: `An*deres ${long}` },
    ] as const;
    expect(shown(renderStaged({ ...staged, channels: ["1", "2"], remarks }, m))[2]).toEqual(
      "**Der \\*Turm\\***\n-# turm\\_1.txt · 2 KB · 3 Textstellen\n🔒 nur in <#1> oder <#2>\n⚠️ Zeichensatz geraten: windows-1252\n⚠️ Darin ist keine Textstelle, die sich finden ließe.\n⚠️ Dieselbe Datei gibt es hier schon: An\\*deres \\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*…",
    );
    expect(shown(renderStaged({ ...staged, title: long, name: long }, m))[2]).toEqual(
      "**\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*…**\n-# \\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*… · 2 KB · 3 Textstellen",
    );
  });

  it("may be none", () => {
    expect(unreadableWords("turm_1.txt", problem, m)).toEqual(
      "turm\\_1.txt: Das lässt sich nicht lesen. Das Dokument lässt sich nicht auswerten.\n-# Es \\*ging\\* nicht. \\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*…",
    );
    expect(unreadableWords("turm.txt", new AppError("file-unreadable", "x", "y"), m)).toEqual(
      "turm.txt: Das lässt sich nicht lesen. Die Datei lässt sich nicht lesen.\n-# x",
    );
  });
});

describe("a document that was added", () => {
  it("is told with its key, unless it is read later or not at all", () => {
    expect(shown(addedNotice(added(), m))).toEqual(["**Der \\*Turm\\*** ist hinzugekommen: `turm`\n-# 3 Textstellen"]);
    const { passages: _, ...unread } = added();
    expect(shown(addedNotice(unread, m))).toEqual([
      "**Der \\*Turm\\*** ist gespeichert und wird gefunden, sobald der Index fertig ist.",
    ]);
    expect(shown(addedNotice(added({ problem }), m))).toEqual([unreadableWords("turm_1.txt", problem, m)]);
  });

  it("goes only when that is confirmed", () => {
    expect(shown(renderRemoval(added(), m))).toEqual([
      "=== plain",
      "**Der \\*Turm\\*** (`turm`) entfernen? Die Datei wird gelöscht, und Fundstellen daraus gehen nicht mehr auf.",
      "[Danger Entfernen -> f1|ar|turm]",
    ]);
  });

  it("is restricted by menus", () => {
    expect(shown(renderRestriction(added(), m))).toEqual([
      "=== plain",
      "### Wer sieht **Der \\*Turm\\***?",
      "-# Ohne Auswahl: alle auf diesem Server. Mit Rollen: nur wer eine davon hat, und nur in Antworten, die sonst niemand sieht. Mit Kanälen: nur dort. Mit beiden: nur wer beides erfüllt.",
      "---",
      "{Rollen -> f1|ao|turm, 0 to 25: }",
      "{Kanäle -> f1|ac|turm, 0 to 25 of undefined: }",
    ]);
    const ids = Array.from({ length: 26 }, (_, index) => String(100_000_000_000_000_000n + BigInt(index)));
    const [, , , , roles = "", channels = ""] = shown(renderRestriction(added({}, { roles: ids, channels: ids }), m));
    expect([roles, channels].map((menu) => menu.split(", ").length)).toEqual([26, 26]);
    expect(roles).toContain(": role 100000000000000000, role 100000000000000001");
    expect(channels).toContain(": channel 100000000000000000, channel 100000000000000001");
  });
});

describe("the documents of a server", () => {
  const quota = { documents: 50, bytes: 1 };
  const list = (documents: readonly ServerDocument[], page = 0, head?: string): string[] =>
    shown(renderOwnDocuments(documents, { page, quota, m, ...(head === undefined ? {} : { head }) }));

  it("may be none", () => {
    expect(list([])).toEqual(["Dieser Server hat noch keine eigenen Dokumente. `/documents add` fügt eines hinzu."]);
  });

  it("have each what is known of it", () => {
    const { passages: _, ...unread } = added({ problem });
    const restricted = added({ remarks: [{ kind: "no-passages" }] }, { roles: ["1", "2"], channels: ["3"] });
    expect(list([restricted, unread], 0, "Neu gelesen.")).toEqual([
      "=== plain",
      "Neu gelesen.",
      "## Dokumente dieses Servers: 2 von höchstens 50",
      "**Der \\*Turm\\***\n-# `turm` · 3 Textstellen · 2 KB · seit 29. Februar 2024\n-# 🔒 nur für <@&1> oder <@&2>\n-# 🔒 nur in <#3>\n-# ⚠️ Darin ist keine Textstelle, die sich finden ließe.",
      "**Der \\*Turm\\***\n-# `turm` · ⚠️ nicht im Index · 2 KB · seit 29. Februar 2024\n-# ⚠️ Das Dokument lässt sich nicht auswerten. Es \\*ging\\* nicht. \\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*…",
    ]);
  });

  it("have pages of eight, of which one past the end is the last", () => {
    const documents = Array.from({ length: 17 }, (_, index) => added({}, { key: `d${index}` }));
    const outline = (page: number): string[] =>
      list(documents, page).map((line) => /`(d\d+)`/u.exec(line)?.[1] ?? line);
    expect([0, 1, 2].map(outline)).toEqual([
      [
        "=== plain",
        "## Dokumente dieses Servers: 17 von höchstens 50 · Seite 1 von 3",
        "d0",
        "d1",
        "d2",
        "d3",
        "d4",
        "d5",
        "d6",
        "d7",
        "[Weitere ▶ -> f1|al|1]",
      ],
      [
        "=== plain",
        "## Dokumente dieses Servers: 17 von höchstens 50 · Seite 2 von 3",
        "d8",
        "d9",
        "d10",
        "d11",
        "d12",
        "d13",
        "d14",
        "d15",
        "[◀ Zurück -> f1|al|0] [Weitere ▶ -> f1|al|2]",
      ],
      ["=== plain", "## Dokumente dieses Servers: 17 von höchstens 50 · Seite 3 von 3", "d16", "[◀ Zurück -> f1|al|1]"],
    ]);
    expect(outline(3)).toEqual(outline(2));
    expect(list(documents.slice(0, 8)).at(-1)).toContain("`d7`");
  });

  it("fit a message, however many may see them and whatever was not read", () => {
    const ids = Array.from({ length: 25 }, (_, index) => String(100_000_000_000_000_000 + index * 100));
    const gap = { kind: "attachments-unread", names: ids.map((id) => `anhang_${id}.pdf`) } as const;
    const remarks = [{ kind: "gap", gap }, { kind: "no-passages" }, { kind: "same", title: long }] as const;
    const crowded = added({ title: long, remarks, problem }, { key: "k".repeat(64), roles: ids, channels: ids });
    for (const locale of ["de", "en"] as const) {
      const words = messagesFor(locale);
      const options = { page: 1, quota: { documents: 100_000, bytes: 1 }, m: words, head: "x".repeat(200) };
      const lines = shown(renderOwnDocuments(Array(17).fill(crowded), options));
      expect(lines.filter((line) => line.startsWith("**\\*"))).toHaveLength(8);
      expect(shown(renderStaged({ ...staged, title: long, name: long, channels: ids, remarks }, words))).toHaveLength(
        4,
      );
    }
  });
});
