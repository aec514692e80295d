import { describe, expect, it } from "vitest";
import { isShareOption, moreOptions, parseMoreAction } from "../../../../src/discord/render/parts/more-menu.ts";
import { messagesFor } from "../../../../src/locales/choose-messages.ts";
import { sampleOf } from "../support/samples.ts";

const m = messagesFor("de");
const one = sampleOf("Der Turm fiel. Er stand.", { answeringSentence: 1 });
const two = sampleOf("Er stand.", { passage: { paragraph: 9 } });
const pointer = "11111111-2222-4333-8444-555555555555";

type View = Parameters<typeof moreOptions>[1];

function entries(passages: Parameters<typeof moreOptions>[0], view: Partial<View> = {}): string[] {
  return moreOptions(passages, { m, isPrivate: true, canShare: false, ...view }).map(
    ({ value, description, emoji }) =>
      `${emoji?.name ?? ""}${value}${description === undefined ? "" : ` (${description})`}`,
  );
}

describe("the menu below an answer", () => {
  it("cites and reads on, and shows the context where that is no button", () => {
    expect(entries([one])).toEqual(["cite|turm:7@f88965e040e9", "read|turm:7@f88965e040e9"]);
    expect(entries([one, two])).toEqual([
      "context|turm:7@f88965e040e9|2 (turm:7)",
      "cite|turm:7@f88965e040e9 (turm:7)",
      "read|turm:7@f88965e040e9 (turm:7)",
      "context|turm:9@6ac836224075|1 (turm:9)",
      "cite|turm:9@6ac836224075 (turm:9)",
      "read|turm:9@6ac836224075 (turm:9)",
    ]);
    expect(entries([])).toEqual([]);
  });

  it("has only what may be done", () => {
    const rest = (view: Partial<View>): string[] => entries([one], view).slice(2);
    expect(rest({ isPrivate: false })).toEqual(["🗑️delete"]);
    expect(rest({ canShare: true })).toEqual(["share"]);
    expect(rest({ isPrivate: false, canShare: true })).toEqual(["🗑️delete"]);
    expect(rest({ canVote: true, canPoint: true })).toEqual(["👍helpful", "👎not-helpful", "📌point"]);
    expect(rest({ canPoint: true, pointer })).toEqual([`📌unpoint|${pointer}`]);
    expect(rest({ pointer })).toEqual([`📌unpoint|${pointer}`]);
    expect(entries([], { canVote: true, canPoint: true })).toEqual(["📌point"]);
  });

  it("says what each does", () => {
    const all = moreOptions([one, two], { m, isPrivate: true, canShare: true, canVote: true, canPoint: true });
    const { more, community } = m.discord;
    expect(all.map(({ label }) => label)).toEqual([
      ...[more.context, more.cite, more.read, more.context, more.cite, more.read],
      ...[community.votes.helpful, community.votes.notHelpful, community.pointing.choose, more.share],
    ]);
    expect(moreOptions([], { m, isPrivate: false, canShare: true, pointer }).map(({ label }) => label)).toEqual([
      community.pointing.undo,
      more.delete,
    ]);
  });

  it("is read back", () => {
    const all = moreOptions([one, two], { m, isPrivate: true, canShare: true, canVote: true, canPoint: true });
    const reference = "turm:7@f88965e040e9";
    expect(all.slice(0, 3).map(({ value }) => parseMoreAction(value))).toEqual([
      { kind: "context", reference, sentence: 2 },
      { kind: "cite", reference },
      { kind: "read", reference },
    ]);
    expect(all.slice(6).map(({ value }) => parseMoreAction(value)?.kind)).toEqual([
      "helpful",
      "not-helpful",
      "point",
      "share",
    ]);
    expect(all.map(isShareOption)).toEqual([...Array(9).fill(false), true]);
    expect(parseMoreAction(`unpoint|${pointer}`)).toEqual({ kind: "unpoint", pointer });
    expect(parseMoreAction("delete")).toEqual({ kind: "delete" });
    expect(parseMoreAction("context|turm:7|1234")).toEqual({ kind: "context", reference: "turm:7", sentence: 1234 });
  });

  it.each([
    "",
    "cite",
    "read",
    "context",
    "unpoint",
    "share|turm:7",
    "delete|turm:7",
    "helpful|turm:7",
    "not-helpful|x",
    "point|x",
    "write|turm:7",
    "context|turm:7",
    "context|turm:7|",
    "context|turm:7|12345",
    "context|turm:7|1x",
    "context|turm:7|x1",
    "context|turm:7|-1",
  ])("is not %j", (value) => {
    expect(parseMoreAction(value)).toBeUndefined();
  });
});
