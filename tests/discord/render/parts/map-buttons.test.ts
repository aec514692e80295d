import { ComponentType } from "discord.js";
import { describe, expect, it } from "vitest";
import {
  button,
  container,
  menus,
  notice,
  rowOf,
  rows,
  section,
  separator,
  sourceButtons,
  text,
} from "../../../../src/discord/render/parts/layout.ts";
import { mapButtons, mapOptions, withoutLinks } from "../../../../src/discord/render/parts/map-buttons.ts";
import { shownComponents } from "../support/shown.ts";

const options = ["a", "b"].map((value) => ({ label: value.toUpperCase(), value }));
const { components } = container(
  [
    text("Der Turm"),
    section("Der Hügel", button("beside", "Daneben")),
    separator(),
    ...rows([button("one", "Eins"), button("two", "Zwei"), ...sourceButtons(["https://a.example/"], "Quelle")]),
    ...rows([button("three", "Drei")]),
    ...menus("menu", "Wähle", options),
    { type: ComponentType.ActionRow, components: [{ type: ComponentType.RoleSelect, custom_id: "roles" }] },
  ],
  0,
);
const around = [...notice("Davor").components, ...components, rowOf([button("below", "Unten")])];
const before = shownComponents(around);

describe("the buttons of a message", () => {
  it("are replaced each by others or none, and rows that are empty then are dropped", () => {
    const mapped = mapButtons(around, (child) => {
      if (!("custom_id" in child)) return [child];
      return child.custom_id === "one" ? [button("x", "X"), button("y", "Y")] : [];
    });
    expect(shownComponents(mapped)).toEqual(
      before.flatMap((line) => {
        if (line.startsWith("[Drei")) return [];
        return line.startsWith("[Eins") ? ["[X -> x] [Y -> y] [Quelle -> https://a.example/]"] : [line];
      }),
    );
  });

  it("can go without those that open an address", () => {
    const plain = before.map((line) => line.replace(" [Quelle -> https://a.example/]", ""));
    expect(shownComponents(withoutLinks({ components: around }).components)).toEqual(plain);
    expect(plain).not.toEqual(before);
  });
});

describe("the entries of menus", () => {
  it("are replaced each by others or none", () => {
    const mapped = mapOptions(around, (option, menu) =>
      option.value === "a" ? [option, { label: menu, value: "c" }] : [],
    );
    expect(shownComponents(mapped)).toEqual(
      before.map((line) => (line.startsWith("{Wähle") ? "{Wähle -> menu}\n A = a\n menu = c\n" : line)),
    );
  });

  it("are dropped with their menu where none is left", () => {
    expect(shownComponents(mapOptions(around, () => []))).toEqual(before.filter((line) => !line.startsWith("{Wähle")));
  });
});
