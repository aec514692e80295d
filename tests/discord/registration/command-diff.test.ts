import { describe, expect, it } from "vitest";
import { compareCommands, normalized } from "../../../src/discord/registration/command-diff.ts";

const ask = { name: "ask", type: 1, description: "Fragt", options: [{ type: 3, name: "question", required: true }] };

describe("what registering does", () => {
  it("is new, changed, as it was, or taken away", () => {
    const help = { name: "help", description: "Hilft" };
    const present = [{ ...ask, id: "1", version: "2" }, help, { name: "old" }];
    const wanted = [ask, { ...help, description: "Hilft dir" }, { name: "search" }];
    expect(compareCommands(present, wanted)).toEqual([
      { sign: "=", name: "ask" },
      { sign: "~", name: "help" },
      { sign: "+", name: "search" },
      { sign: "-", name: "old" },
    ]);
    expect(compareCommands([], [])).toEqual([]);
  });

  it("tells commands of a name apart by their kind", () => {
    expect(compareCommands([{ name: "ask", type: 3 }], [{ name: "ask" }])).toEqual([
      { sign: "+", name: "ask" },
      { sign: "-", name: "ask" },
    ]);
    expect(compareCommands([{ name: "ask" }], [{ name: "ask", type: 1 }])).toEqual([{ sign: "~", name: "ask" }]);
  });

  it.each<[string, object, object]>([
    ["what Discord adds", { ...ask, id: "1", nsfw: true }, ask],
    ["what is empty", { ...ask, choices: [], description_localizations: null, min_value: undefined }, ask],
    ["empty words and what is not so", { ...ask, default_member_permissions: "", autocomplete: false }, ask],
    ["the order of places", { ...ask, contexts: [1, 0] }, { ...ask, contexts: [0, 1] }],
    [
      "the order of languages",
      { name_localizations: { de: "a", en: "b" } },
      { name_localizations: { en: "b", de: "a" } },
    ],
    ["places that nobody wants to set", { ...ask, contexts: [0], integration_types: [0] }, ask],
  ])("is nothing for %s", (_what, present, wanted) => {
    expect(compareCommands([{ ...present, name: "x" }], [{ ...wanted, name: "x" }])).toEqual([
      { sign: "=", name: "x" },
    ]);
  });

  it.each<[string, object, object]>([
    [
      "an option that is no longer required",
      { options: [{ name: "a", required: true }] },
      { options: [{ name: "a" }] },
    ],
    [
      "another order of options",
      { options: [{ name: "a" }, { name: "b" }] },
      { options: [{ name: "b" }, { name: "a" }] },
    ],
    ["another order of choices", { choices: [{ value: 1 }, { value: 2 }] }, { choices: [{ value: 2 }, { value: 1 }] }],
    ["other places", { contexts: [0] }, { contexts: [0, 1] }],
    ["a place that is set", {}, { contexts: [0] }],
    ["another word in a language", { name_localizations: { de: "a" } }, { name_localizations: { de: "b" } }],
    ["a smallest number that goes", { min_value: 1 }, {}],
    ["a permission", {}, { default_member_permissions: "32" }],
    ["plain choices", { choices: ["a", "b"] }, { choices: ["b", "a"] }],
  ])("is a change for %s", (_what, present, wanted) => {
    expect(compareCommands([{ ...present, name: "x" }], [{ ...wanted, name: "x" }])).toEqual([
      { sign: "~", name: "x" },
    ]);
  });
});

it("has the fields that we set, always in the same order", () => {
  const command = {
    integration_types: [1, 0],
    value: "v",
    choices: [{ value: "b", name: "a" }],
    max_value: 2,
    min_value: 1,
    max_length: 4,
    min_length: 3,
    autocomplete: true,
    required: true,
    options: [{ type: 3, name: "o", nsfw: true }],
    description_localizations: { de: "d" },
    description: "d",
    default_member_permissions: "32",
    contexts: [0],
    type: 1,
    name: "x",
    id: "1",
  };
  expect(Object.entries(normalized(command))).toEqual([
    ["name", "x"],
    ["type", 1],
    ["description", "d"],
    ["description_localizations", { de: "d" }],
    ["options", [{ name: "o", type: 3 }]],
    ["required", true],
    ["autocomplete", true],
    ["min_length", 3],
    ["max_length", 4],
    ["min_value", 1],
    ["max_value", 2],
    ["choices", [{ name: "a", value: "b" }]],
    ["value", "v"],
    ["integration_types", [0, 1]],
    ["contexts", [0]],
    ["default_member_permissions", "32"],
  ]);
});
