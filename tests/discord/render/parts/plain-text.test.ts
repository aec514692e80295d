import { describe, expect, it } from "vitest";
import {
  button,
  container,
  notice,
  rowOf,
  rows,
  section,
  separator,
  text,
} from "../../../../src/discord/render/parts/layout.ts";
import { plainText } from "../../../../src/discord/render/parts/plain-text.ts";

describe("a message without its layout", () => {
  it("is its texts, line by line, with a remark below", () => {
    const view = container(
      [text("Der Turm"), separator(), section("fiel\n1911", button("a", "Weiter")), ...rows([button("b", "Zurück")])],
      0,
    );
    const [framed] = view.components;
    if (framed === undefined) throw new Error("There is no frame");
    const below = notice("ein.").components;
    const row = rowOf([button("c", "Mehr")]);
    expect(plainText({ components: [framed, row, ...below] }, "Neu")).toBe("Der Turm\nfiel\n1911\nein.\n-# Neu");
  });

  it("has whole lines, as many as there is room for", () => {
    const remark = "Neu";
    const room = 2000 - `-# ${remark}`.length - 1;
    const [first, fitting] = ["a".repeat(1000), "b".repeat(room - 1002)];
    const all = plainText(notice(`${first}\n${fitting}`), remark);
    expect(all).toBe(`${first}\n${fitting}\n-# ${remark}`);
    expect(all.length).toBeLessThanOrEqual(2000);
    expect(plainText(notice(`${first}\n${fitting}b\nc`), remark)).toBe(`${first}\n-# ${remark}`);
    expect(plainText(notice("x".repeat(2000)), remark)).toBe(`-# ${remark}`);
  });
});
