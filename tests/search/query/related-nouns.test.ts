import { describe, expect, it } from "vitest";
import { AlternativeSet } from "../../../src/search/query/alternatives.ts";
import { rankingSettings } from "../../../src/search/settings/ranking-settings.ts";

const noun = (folded: string) => ({ folded, isNoun: true });

describe("related nouns that are compared by their spelling", () => {
  it("are close ones that are long enough, weightiest first", () => {
    const set = new AlternativeSet(rankingSettings);
    set.add("werkstatt", 1, "exact", noun("werkstatt"));
    set.add("fabrik", 0.5, "synonym", noun("fabrik"));
    set.add("firma", 0.6, "role", noun("firma"));
    set.add("amt", 0.6, "synonym", noun("amt"));
    set.add("anlag", 0.2, "synonym", noun("anlage"));
    set.add("arbeit", 0.5, "synonym", { folded: "arbeiten", isNoun: false });
    expect(set.relatedNouns()).toEqual([
      { text: "firma", weight: 0.6 },
      { text: "fabrik", weight: 0.5 },
    ]);
  });
});
