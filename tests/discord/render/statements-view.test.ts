import { describe, expect, it } from "vitest";
import {
  type CheckedStatement,
  renderStatements,
  type StatementsView,
} from "../../../src/discord/render/statements-view.ts";
import { messagesFor } from "../../../src/locales/choose-messages.ts";
import { asker, sampleOf } from "./support/samples.ts";
import { shown } from "./support/shown.ts";

const fell = sampleOf("Der Turm fiel 1911. Er stand lange.", { standing: { kind: "former", replacedBy: [] } });
const stood = sampleOf("Er stand auf dem Hügel.", { metadata: { key: "hügel" }, passage: { headingPath: ["Ort"] } });

const sure: CheckedStatement = { statement: "Der Turm fiel *1911*.", certainty: "sure", passages: [fell, stood] };
const uncertain: CheckedStatement = { statement: "Er stand unten.", certainty: "uncertain", passages: [stood] };
const none: CheckedStatement = { statement: "Er war rot.", certainty: "none", passages: [fell] };

function view(statements: readonly CheckedStatement[], options: Partial<StatementsView> = {}): string[] {
  const messageUrl = "https://discord.com/channels/1/2/3";
  return shown(
    renderStatements(statements, { more: 0, messageUrl, m: messagesFor("de"), asker, canShare: false, ...options }),
  );
}

describe("the statements of a message", () => {
  it("have each what supports it best, or that nothing does", () => {
    expect(view([sure, uncertain, none])).toEqual([
      "=== sure",
      "## Was die Dokumente zu dieser Nachricht sagen\n-# [Zur Nachricht](https://discord.com/channels/1/2/3)",
      "---",
      "**Der Turm fiel \\*1911\\*.**",
      "> **Der Turm fiel 1911.** Er stand lange.\n-# **Titel von turm** · ohne Datum · Absatz 7 · `turm:7@fb267acc72a6`\n-# ⚠️ gilt nicht mehr",
      "---",
      "**Er stand unten.**\n⚠️ *Unsicher: Vielleicht steht die Antwort nicht darin.*",
      "> **Er stand auf dem Hügel.**\n-# **Titel von hügel** · ohne Datum · Ort · Absatz 7 · `hügel:7@168c797a5796`",
      "---",
      "**Er war rot.**\n-# Dazu fand sich nichts.",
      "{Mehr … -> f1|n|xrls1wq49ji}\n Kontext zeigen (turm:7) = context|turm:7@fb267acc72a6|1\n Zitieren (turm:7) = cite|turm:7@fb267acc72a6\n Im Dokument weiterlesen (turm:7) = read|turm:7@fb267acc72a6\n Kontext zeigen (hügel:7) = context|hügel:7@168c797a5796|1\n Zitieren (hügel:7) = cite|hügel:7@168c797a5796\n Im Dokument weiterlesen (hügel:7) = read|hügel:7@168c797a5796\n",
    ]);
  });

  it("can be shared where any is supported", () => {
    expect(view([none, sure], { canShare: true })).toContain("[Teilen -> f1|s|xrls1wq49ji]");
    expect(view([none], { canShare: true })).toEqual([
      "=== none",
      "## Was die Dokumente zu dieser Nachricht sagen\n-# [Zur Nachricht](https://discord.com/channels/1/2/3)",
      "Zu keiner Aussage der Nachricht fand sich ein Beleg.",
      "---",
      "**Er war rot.**\n-# Dazu fand sich nichts.",
    ]);
  });

  it("are told how many were not looked at", () => {
    expect(view([sure], { more: 2 })).toEqual([
      "=== sure",
      "## Was die Dokumente zu dieser Nachricht sagen\n-# [Zur Nachricht](https://discord.com/channels/1/2/3)",
      "---",
      "**Der Turm fiel \\*1911\\*.**",
      "> **Der Turm fiel 1911.** Er stand lange.\n-# **Titel von turm** · ohne Datum · Absatz 7 · `turm:7@fb267acc72a6`\n-# ⚠️ gilt nicht mehr",
      "-# 2 weitere Aussagen nicht geprüft.",
      "{Mehr … -> f1|n|xrls1wq49ji}\n Zitieren = cite|turm:7@fb267acc72a6\n Im Dokument weiterlesen = read|turm:7@fb267acc72a6\n",
    ]);
    expect(view([none], { more: 1 })).toEqual([
      "=== none",
      "## Was die Dokumente zu dieser Nachricht sagen\n-# [Zur Nachricht](https://discord.com/channels/1/2/3)",
      "Zu keiner Aussage der Nachricht fand sich ein Beleg.",
      "---",
      "**Er war rot.**\n-# Dazu fand sich nichts.",
      "-# 1 weitere Aussage nicht geprüft.",
    ]);
  });

  it("have one entry each in the menu where two are supported by the same passage", () => {
    const twice = view([sure, { ...uncertain, passages: [fell] }]);
    expect(twice.at(-1)).toEqual(
      "{Mehr … -> f1|n|xrls1wq49ji}\n Kontext zeigen (turm:7) = context|turm:7@fb267acc72a6|1\n Zitieren (turm:7) = cite|turm:7@fb267acc72a6\n Im Dokument weiterlesen (turm:7) = read|turm:7@fb267acc72a6\n",
    );
  });

  it("share the room of a message", () => {
    const long = (paragraph: number) => sampleOf("Turm ".repeat(200).trim(), { passage: { paragraph } });
    const quotes = (count: number, statement: string): number[] =>
      view(Array.from({ length: count }, (_, index) => ({ statement, certainty: "sure", passages: [long(index)] })))
        .filter((line) => line.startsWith("> "))
        .map((line) => (line.split("\n")[0] ?? "").length);
    expect(quotes(2, "Er steht.")).toEqual([460, 460]);
    expect(quotes(8, "s".repeat(400))).toEqual([170, 170, 170, 170, 170, 170, 170, 170]);
  });
});
