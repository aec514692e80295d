import { describe, expect, it } from "vitest";
import { mentionOf, renderModeration } from "../../../../src/discord/render/community/moderation-view.ts";
import { messagesFor } from "../../../../src/locales/choose-messages.ts";
import type { AuditRow, BlockRow } from "../../../../src/store/tables.ts";
import { shown } from "../support/shown.ts";

const time = Date.UTC(2024, 1, 29);
const person = "100000000000000001";

const block = (others: Partial<BlockRow> = {}): BlockRow => ({
  guild: "1",
  kind: "person",
  subject: person,
  blocked_at: time,
  ...others,
});
const done = (action: string, detail: string): AuditRow => ({
  id: "x",
  guild: "1",
  done_at: time,
  manager: "200000000000000002",
  action,
  detail,
});

const view = (blocks: readonly BlockRow[], audit: readonly AuditRow[], locale: "de" | "en" = "de"): string[] =>
  shown(renderModeration(blocks, audit, messagesFor(locale)));

describe("moderation", () => {
  it("is nothing yet", () => {
    expect(view([], [])).toEqual([
      "=== plain",
      "## Gesperrt\nNiemand und kein Kanal ist gesperrt.",
      "---",
      "## Was zuletzt getan wurde\nNoch nichts.",
    ]);
  });

  it("says who and what is blocked, and what managers did", () => {
    const audit = [
      done("blocked-person", person),
      done("unblocked-channel", "300000000000000003"),
      done("answer-marked", "400000000000000004"),
      done("solved-post-added", "400000000000000004"),
      done("solved-post-removed", "400000000000000004"),
      done("set", "LOCALE=*de*"),
      done("document-added", `turm ${"x".repeat(200)}`),
      done("made_up", "*etwas*"),
      done("toString", "x"),
    ];
    expect(view([block(), block({ kind: "channel", subject: "3" })], audit)).toEqual([
      "=== plain",
      "## Gesperrt\n- <@100000000000000001>, seit 29. Februar 2024\n- <#3>, seit 29. Februar 2024",
      "---",
      "## Was zuletzt getan wurde\n- 29. Februar 2024 · <@200000000000000002> · Person gesperrt: <@100000000000000001>\n- 29. Februar 2024 · <@200000000000000002> · Kanal entsperrt: <#300000000000000003>\n- 29. Februar 2024 · <@200000000000000002> · Als Antwort festgehalten: <#400000000000000004>\n- 29. Februar 2024 · <@200000000000000002> · Gelöster Beitrag wurde Dokument: <#400000000000000004>\n- 29. Februar 2024 · <@200000000000000002> · Gelöster Beitrag ist kein Dokument mehr: <#400000000000000004>\n- 29. Februar 2024 · <@200000000000000002> · Einstellung geändert: LOCALE=\\*de\\*\n- 29. Februar 2024 · <@200000000000000002> · Dokument hinzugefügt: turm xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…\n- 29. Februar 2024 · <@200000000000000002> · made\\_up: \\*etwas\\*\n- 29. Februar 2024 · <@200000000000000002> · toString: x",
    ]);
  });

  it("mentions a person and a channel as Discord shows them", () => {
    expect([mentionOf("person", "1"), mentionOf("channel", "2")]).toEqual(["<@1>", "<#2>"]);
  });

  it("fits a message: the newest of what is blocked, and the newest of what was done", () => {
    const blocks = Array.from({ length: 60 }, (_, index) =>
      block({ subject: String(100_000_000_000_000_000 + index * 100) }),
    );
    const audit = Array.from({ length: 15 }, (_, index) =>
      done("solved-post-removed-x", `${index} ${"*".repeat(200)}`),
    );
    for (const locale of ["de", "en"] as const) {
      const [, blocked = "", , told = ""] = view(blocks, audit, locale);
      expect(blocked.split("\n").length).toBe(26);
      expect(blocked).toContain("<@100000000000005900>");
      expect(told.split("\n").length).toBeGreaterThan(10);
      expect(told).toContain(": 0 ");
    }
  });
});
