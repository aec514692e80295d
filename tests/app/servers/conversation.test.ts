import { describe, expect, it } from "vitest";
import { writeConversation } from "../../../src/app/servers/conversation.ts";

const said = (name: string, text: string) => ({ author: name, name, at: "2026-03-04T10:00:00.000Z", text });

describe("a conversation that answers a question", () => {
  it("stands below the question, which is a heading of one line", () => {
    const asked = { ...said("anna", "Wo liegt\n# der <b>Schlüssel</b>?"), asks: true as const };
    expect(writeConversation("Schlüssel", [asked, said("ben", "Im Samowar.")])).toBe(
      "# Schlüssel\n\n## anna, 2026-03-04: Wo liegt \\# der \\<b>Schlüssel\\</b>?\n\n### ben, 2026-03-04\n\nIm Samowar.\n",
    );
  });

  it("has a long question cut at the end of a word", () => {
    const asked = { ...said("anna", "Wortlaut ".repeat(60)), asks: true as const };
    const [, heading = ""] = /^## anna, 2026-03-04: (.*)$/mu.exec(writeConversation("x", [asked])) ?? [];
    expect(heading).toMatch(/^(?:Wortlaut )+…$/u);
    expect(heading.length).toBeLessThanOrEqual(302);
  });
});
