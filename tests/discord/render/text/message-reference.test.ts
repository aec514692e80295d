import { describe, expect, it } from "vitest";
import { contextAtId, deleteId, moreId, openId } from "../../../../src/discord/custom-ids/ids.ts";
import { button, container, menus, rows, section, text } from "../../../../src/discord/render/parts/layout.ts";
import { readReference, readReferences } from "../../../../src/discord/render/text/message-reference.ts";

const asker = "123456789012345678";
const reference = "turm:7@fb267acc72a6";
const context = button(contextAtId.encode({ reference, sentence: 1 }), "Kontext");
const remove = button(deleteId.encode({ asker }), "Löschen");
const more = (...values: string[]) =>
  menus(
    moreId.encode({ asker }),
    "Mehr",
    values.map((value) => ({ label: value, value })),
  );
const message = (...blocks: Parameters<typeof container>[0]) => container(blocks, 0).components;

describe("the first passage of an answer's message", () => {
  it("is that of the button that shows its context, or of the menu below", () => {
    expect(readReference(message(text("x"), ...rows([remove, context])))).toBe("turm:7");
    expect(readReference(message(...more("share", "cite|hügel:3@168c797a5796", "read|turm:7")))).toBe("hügel:3");
    expect(readReference(message(...more("context|turm:7@fb267acc72a6|1")))).toBe("turm:7");
    expect(readReference([null, "x", { custom_id: 3 }, ...message(...rows([context]))])).toBe("turm:7");
  });

  it.each([
    ["nothing", []],
    ["no component", [null, 3, { components: "x" }]],
    ["other buttons and entries", message(...rows([remove]), ...more("share", "delete", "unpoint|turm:7"))],
    ["another menu", message(...menus(openId.encode({}), "x", [{ label: "x", value: "cite|turm:7" }]))],
    ["an id of another version", [{ custom_id: `f0|b|${reference}|1` }]],
    ["a broken id", [{ custom_id: `f1|b|${reference}` }]],
  ])("is none where there is %s", (_what, components) => {
    expect(readReference(components)).toBeUndefined();
  });
});

describe("all that a message quotes", () => {
  it("are the citations behind its buttons and entries, once each", () => {
    const components = message(
      text("stelle:1"),
      section("x", button("f1|x|beside:2@168c797a5796", "x")),
      ...rows([context, remove]),
      ...more("cite|hügel:3b@168c797a5796", "read|turm:7@fb267acc72a6", "share"),
    );
    expect(readReferences([null, ...components, ...message(...rows([context]))])).toEqual([
      {
        documentKey: "beside",
        paragraph: 2,
        fingerprint: "168c797a5796",
      },
      {
        documentKey: "turm",
        paragraph: 7,
        fingerprint: "fb267acc72a6",
      },
      {
        documentKey: "huegel",
        paragraph: 3,
        part: "b",
        fingerprint: "168c797a5796",
      },
    ]);
    expect(readReferences([3, {}])).toEqual([]);
  });
});
