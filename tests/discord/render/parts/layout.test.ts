import { ButtonStyle, ComponentType, MessageFlags } from "discord.js";
import { describe, expect, it } from "vitest";
import {
  button,
  colors,
  container,
  deleteRow,
  menus,
  notice,
  rowOf,
  rows,
  section,
  separator,
  sourceButtons,
  text,
  textChars,
  toPayload,
  toPlainPayload,
  toPrivatePayload,
} from "../../../../src/discord/render/parts/layout.ts";

const url = "https://example.org/turm";
const mentions = { parse: [], repliedUser: false };

describe("a message", () => {
  it("pings nobody, and is seen by everybody or by whoever acted", () => {
    const view = notice("Der Turm");
    expect(view).toEqual({ components: [{ type: ComponentType.TextDisplay, content: "Der Turm" }] });
    const { components } = view;
    expect(toPayload(view)).toEqual({
      components,
      flags: [MessageFlags.IsComponentsV2],
      allowedMentions: mentions,
    });
    expect(toPrivatePayload(view)).toEqual({
      components,
      flags: [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral],
      allowedMentions: mentions,
    });
    expect(toPlainPayload("Der Turm")).toEqual({ content: "Der Turm", allowedMentions: mentions });
  });

  it("holds blocks in a frame of a colour", () => {
    const blocks = [text("Der Turm"), separator()];
    expect(container(blocks, colors.sure)).toEqual({
      components: [{ type: ComponentType.Container, accent_color: colors.sure, components: blocks }],
    });
    expect(new Set(Object.values(colors)).size).toBe(4);
  });

  it("has as many characters as its texts, those beside buttons too", () => {
    const beside = section("fiel", button("a", "Weiter"));
    expect(textChars([text("Der Turm"), separator(), beside, ...rows([button("b", "Zurück")])])).toBe(12);
    expect(textChars([])).toBe(0);
  });
});

describe("a block", () => {
  it("is a text, with a number where it is to be found again", () => {
    expect(text("Turm")).toStrictEqual({ type: ComponentType.TextDisplay, content: "Turm" });
    expect(text("Turm", 7)).toStrictEqual({ type: ComponentType.TextDisplay, content: "Turm", id: 7 });
  });

  it("is a line, or a text with a button beside it", () => {
    expect(separator()).toEqual({ type: ComponentType.Separator, divider: true, spacing: 1 });
    const accessory = button("a", "Weiter");
    expect(section("Turm", accessory)).toEqual({
      type: ComponentType.Section,
      components: [{ type: ComponentType.TextDisplay, content: "Turm" }],
      accessory,
    });
  });
});

describe("buttons", () => {
  it("have a label that is cut, a style, and may be disabled", () => {
    const plain = { type: ComponentType.Button, style: ButtonStyle.Secondary, custom_id: "a", label: "Weiter" };
    expect(button("a", "Weiter")).toStrictEqual(plain);
    expect(button("a", "Weiter", { isDisabled: false })).toStrictEqual(plain);
    expect(button("a", "Weiter", { isDisabled: true, style: ButtonStyle.Primary })).toStrictEqual({
      ...plain,
      style: ButtonStyle.Primary,
      disabled: true,
    });
    expect(button("a", "x".repeat(100))).toMatchObject({ label: `${"x".repeat(79)}…` });
  });

  it("stand five in a row, and make no row where there are none", () => {
    const six = Array.from("abcdef", (id) => button(id, id));
    const row = { type: ComponentType.ActionRow, components: six.slice(0, 5) };
    expect(rows(six)).toEqual([row]);
    expect(rowOf(six)).toEqual(row);
    expect(rows([])).toEqual([]);
  });

  it("take a message away in red, in a row of their own", () => {
    expect(deleteRow("a", "Löschen")).toEqual(rows([button("a", "Löschen", { style: ButtonStyle.Danger })]));
  });

  it("open the first address that Discord takes", () => {
    const opens = (address: string, label = "Quelle") => [
      { type: ComponentType.Button, style: ButtonStyle.Link, url: address, label },
    ];
    expect(sourceButtons([url, "https://example.com"], "Quelle")).toEqual(opens(url));
    expect(sourceButtons([url], "x".repeat(100))).toEqual(opens(url, `${"x".repeat(79)}…`));
    expect(sourceButtons(["HTTP://example.org"], "Quelle")).toEqual(opens("HTTP://example.org"));
    const longest = url.padEnd(512, "x");
    expect(sourceButtons([longest], "Quelle")).toEqual(opens(longest));
    for (const none of [
      undefined,
      `${longest}x`,
      "ftp://example.org",
      "x https://a.b",
      "javascript:fetch('https://a.b')",
      `${url} x`,
      "https://[",
      "https://",
    ]) {
      expect(sourceButtons([none, url], "Quelle"), none).toEqual(opens(url));
      expect(sourceButtons([none], "Quelle"), none).toEqual([]);
    }
    expect(sourceButtons([], "Quelle")).toEqual([]);
  });
});

describe("a menu", () => {
  it("has as many options as there may be, all cut to what fits", () => {
    const options = [
      { label: "x".repeat(120), value: "long", description: "y".repeat(120) },
      { label: " ", value: "blank" },
      { label: "zu lang", value: "v".repeat(101) },
      { label: "gerade noch", value: "v".repeat(100), default: true },
      ...Array.from({ length: 30 }, (_, number) => ({ label: String(number), value: `v${number}` })),
    ];
    const [row] = menus("a", "p".repeat(200), options);
    expect(row).toMatchObject({
      type: ComponentType.ActionRow,
      components: [{ type: ComponentType.StringSelect, custom_id: "a", placeholder: `${"p".repeat(149)}…` }],
    });
    const shown = row?.type === ComponentType.ActionRow ? row.components : [];
    const [menu] = shown.flatMap((each) => (each.type === ComponentType.StringSelect ? [each] : []));
    expect(menu?.options).toHaveLength(25);
    expect(menu?.options.slice(0, 4)).toStrictEqual([
      { label: `${"x".repeat(99)}…`, value: "long", description: `${"y".repeat(99)}…` },
      { label: "blank", value: "blank" },
      { label: "gerade noch", value: "v".repeat(100), default: true },
      { label: "0", value: "v0" },
    ]);
  });

  it("has each value once, as Discord wants it", () => {
    const options = ["a", "b", "a"].map((value, at) => ({ label: String(at), value }));
    expect(menus("a", "Wähle", options)).toEqual(menus("a", "Wähle", options.slice(0, 2)));
  });

  it("is none where there is nothing to choose", () => {
    expect(menus("a", "Wähle", [])).toEqual([]);
    expect(menus("a", "Wähle", [{ label: "x", value: "v".repeat(101) }])).toEqual([]);
  });
});
