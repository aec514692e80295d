import { describe, expect, it } from "vitest";
import { renderKeptPost, renderPrompt } from "../../../../src/discord/render/documents/solved-view.ts";
import { messagesFor } from "../../../../src/locales/choose-messages.ts";
import { shown } from "../support/shown.ts";

const m = messagesFor("de");
const people = { answer: "300000000000000003", asker: "100000000000000001", answerer: "200000000000000002" };

describe("a solved post", () => {
  it("asks both whose words it holds, and says who has agreed", () => {
    const [, words, rules, buttons] = shown(renderPrompt(people, { asker: true, answerer: false }, m));
    expect([words, rules, buttons]).toEqual([
      "**Das hat die Frage beantwortet.** Darf daraus ein Dokument dieses Servers werden, mit dem ich später Fragen beantworte?\n✓ <@100000000000000001>: Titel und erste Nachricht dieses Beitrags\n– <@200000000000000002>: die Antwort",
      "-# Behalten wird nur etwas, wenn alle Genannten zustimmen: Wortlaut, Tag und Name. Zurücknehmen geht jederzeit, hier oder mit `/datenschutz`.",
      "[Primary Einverstanden -> f1|sa|2a1x4hedjdhf|rcn1hssight|1ipa2zll0wzm] [Lieber nicht -> f1|sd|2a1x4hedjdhf]",
    ]);
    expect(shown(renderPrompt(people, { asker: false, answerer: true }, m))[1]).toEqual(
      "**Das hat die Frage beantwortet.** Darf daraus ein Dokument dieses Servers werden, mit dem ich später Fragen beantworte?\n– <@100000000000000001>: Titel und erste Nachricht dieses Beitrags\n✓ <@200000000000000002>: die Antwort",
    );
  });

  it("asks one person who wrote both", () => {
    const own = { ...people, answerer: people.asker };
    expect(shown(renderPrompt(own, { asker: false, answerer: false }, m))[1]).toEqual(
      "**Das hat die Frage beantwortet.** Darf daraus ein Dokument dieses Servers werden, mit dem ich später Fragen beantworte?\n– <@100000000000000001>: Titel und erste Nachricht dieses Beitrags, und die Antwort",
    );
  });

  it("can be taken back when it is kept", () => {
    expect(shown(renderKeptPost(people.answer, m))).toEqual([
      "=== plain",
      "Dieser Beitrag und seine Antwort sind jetzt ein Dokument dieses Servers.",
      "[Zurücknehmen -> f1|sd|2a1x4hedjdhf]",
    ]);
  });
});
