import { describe, expect, it } from "vitest";
import { deleteId, moreId, openId, shareFileId, shareId } from "../../../src/discord/custom-ids/ids.ts";
import {
  button,
  container,
  menus,
  notice,
  rows,
  sourceButtons,
  text,
  type View,
} from "../../../src/discord/render/parts/layout.ts";
import { moreOptions } from "../../../src/discord/render/parts/more-menu.ts";
import { renderAfterSharing, renderShared } from "../../../src/discord/render/sharing-view.ts";
import { remarkId, textIds } from "../../../src/discord/render/text/message-text.ts";
import { messagesFor } from "../../../src/locales/choose-messages.ts";
import { asker, sampleOf } from "./support/samples.ts";
import { shown, shownComponents } from "./support/shown.ts";

const m = messagesFor("de");
const cited = sampleOf("Der Turm fiel.");
const more = (canShare: boolean) =>
  menus(moreId.encode({ asker }), "Mehr", moreOptions([cited], { m, isPrivate: true, canShare }));
const share = button(shareId.encode({ asker }), "Teilen");
const shareFile = button(shareFileId.encode({ asker, file: "0123456789" }), "Teilen");
const foreign = button("f0|s|x", "Altes");

const shared = ({ components }: View, seesMore = false, standing: readonly string[] = []): string[] =>
  shown(renderShared(components, { asker, seesMore, standing, m }));

describe("a private message that is shared", () => {
  it("says who shared it, and that person can delete it", () => {
    const link = sourceButtons(["https://a.example/"], "Quelle");
    const view = container([text("Der Turm fiel."), ...rows([foreign, share, ...link]), ...more(true)], 0);
    expect(shared(view)).toEqual([
      "=== 0",
      "-# Geteilt von <@123456789012345678>",
      "Der Turm fiel.",
      "[Altes -> f0|s|x] [Danger Löschen -> f1|d|xrls1wq49ji] [Quelle -> https://a.example/]",
      "{Mehr -> f1|n|xrls1wq49ji}\n Zitieren = cite|turm:7@8754414f23f3\n Im Dokument weiterlesen = read|turm:7@8754414f23f3\n 🗑️Antwort löschen = delete\n",
    ]);
    expect(shared(container([text("x"), ...rows([shareFile])], 0))).toEqual([
      "=== 0",
      "-# Geteilt von <@123456789012345678>",
      "x",
      "[Danger Löschen -> f1|d|xrls1wq49ji]",
    ]);
  });

  it("says so above what is in a frame, and where there is room", () => {
    expect(shared(notice("Der Turm"))).toEqual(["Der Turm"]);
    const [label = ""] = shared(container([text("x")], 0)).slice(1);
    const longest = "x".repeat(4000 - label.length);
    expect(shared(container([text(longest)], 0))).toEqual(["=== 0", label, longest]);
    expect(shared(container([text(`${longest}x`)], 0))).toEqual(["=== 0", `${longest}x`]);
  });

  it("has no remarks if whoever asked sees more than others do", () => {
    const view = container(
      [
        text("Kein Treffer.\n-# Gesucht: Turm\n-# mehr", remarkId(0)),
        text("-# 3 Treffer", remarkId(1)),
        text("-# Frage: Wann?", textIds.question),
        text("-# Quelle"),
        ...rows([foreign]),
      ],
      0,
    );
    expect(shared(view, true).slice(2)).toEqual([
      "#201 Kein Treffer.",
      "#101 -# Frage: Wann?",
      "-# Quelle",
      "[Altes -> f0|s|x]",
    ]);
    expect(shared(view, false).slice(2)).toEqual(shownComponents(view.components).slice(1));
    expect(shared({ components: notice("-# klein").components }, true)).toEqual(["-# klein"]);
  });
});

describe("a quote that is shared by somebody who sees more than others", () => {
  const foot = "-# **Turm \\`a:1@abcd\\`** · Absatz 7 · `turm:7@fb267acc72a6`";
  const former = "-# ⚠️ gilt nicht mehr, ersetzt durch: Neue Satzung (neu)";
  const quote = `-# Es gilt:\n> Der Turm fiel. \`x:1@abcd\` · Ebenso\n${foot}`;
  const view = container([text(`${quote} · Ebenso in geheim-1:3 · Ähnlich in geheim-2:4\n${former}`)], 0);

  it("names no other documents that say the same", () => {
    expect(shared(view, true).at(-1)).toBe(quote);
    expect(shared(view, false).slice(1)).toEqual([
      "-# Geteilt von <@123456789012345678>",
      `${quote} · Ebenso in geheim-1:3 · Ähnlich in geheim-2:4\n${former}`,
    ]);
  });

  it("says that it is not in force as others are told", () => {
    expect(shared(view, true, ["-# ⚠️ gilt noch nicht", former]).at(-1)).toBe(`${quote}\n${former}`);
    expect(shared(view, true, ["-# ⚠️ gilt nicht mehr"]).at(-1)).toBe(quote);
    const cut = container([text(`${foot}\n-# ⚠️ gilt nicht mehr, ersetzt…`)], 0);
    expect(shared(cut, true, [former]).at(-1)).toBe(`${foot}\n-# ⚠️ gilt nicht mehr, ersetzt…`);
    expect(shared(container([text("⚠️ Die Stelle ist umgezogen.")], 0), true).at(-1)).toBe(
      "⚠️ Die Stelle ist umgezogen.",
    );
  });
});

describe("what is left of the private message", () => {
  it("can no longer be shared", () => {
    const entries = [{ label: "Teilen", value: "share" }];
    const other = menus(openId.encode({}), "Öffne", entries);
    const remove = button(deleteId.encode({ asker }), "Löschen");
    const view = container([text("x"), ...rows([share, remove]), ...rows([shareFile]), ...more(true), ...other], 0);
    expect(shown(renderAfterSharing(view.components))).toEqual(
      shown(container([text("x"), ...rows([remove]), ...more(false), ...other], 0)),
    );
  });
});
