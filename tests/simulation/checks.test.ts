import { describe, expect, it } from "vitest";
import { checks } from "../../simulation/checks/checks.ts";
import { quotesOf } from "../../simulation/checks/quotes.ts";
import type { Event, Happened, Trigger } from "../../simulation/history/event.ts";

const text = "Der Leuchtturm wurde im Jahr 1887 gebaut. Er ist rot.";
const file = "leuchtturm.txt";
const document = (written: string | undefined, server?: string): Event => ({
  kind: "document",
  file: server === undefined ? file : "geheimbuch.txt",
  text: written,
  server,
});
const asked = (trigger: Trigger, isCalm = false): Event => ({
  kind: "asked",
  id: "1",
  trigger,
  person: "anna",
  server: "lesesaal",
  what: "Wann wurde der Leuchtturm gebaut?",
  isCalm,
});
const shown = (said: string, other: Partial<Extract<Event, { kind: "shown" }>> = {}): Event => ({
  kind: "shown",
  message: "2",
  to: "1",
  server: "lesesaal",
  text: said,
  isEdit: false,
  ...other,
});
const acknowledged: Event = { kind: "acknowledged", id: "1", afterMs: 200 };
const unacknowledged: Event = { kind: "unacknowledged", id: "1" };
const delivered = (lateMs: number | undefined): Event => ({ kind: "delivered", id: "1", lateMs });
const met = (fault: string): Event => ({ kind: "met", fault, line: "POST /interactions/1/token/callback" });
const answer = shown("┃ > **Der Leuchtturm wurde im Jahr 1887 gebaut.** …\n┃ -# Absatz 2");

/** The rules that a history breaks; its events are a second apart. */
function broken(...events: readonly Event[]): string[] {
  const happened = events.map((event, at): Happened => ({ ...event, at: at * 1000 }));
  return checks.flatMap((check) => check(happened)).map(({ rule }) => rule);
}

describe("a history that is as it should be", () => {
  it("breaks no rule", () => {
    expect(broken(document(text), asked("command"), acknowledged, answer, delivered(0))).toEqual([]);
    expect(broken(document(text), asked("mention"), answer, delivered(0))).toEqual([]);
    expect(broken(asked("command"), acknowledged, shown("Das war viel auf einmal."), delivered(0))).toEqual([]);
  });
});

describe("an acknowledgement", () => {
  it("that never comes breaks a rule, unless Discord was down for the bot", () => {
    const late = (...events: readonly Event[]) => broken(asked("command"), ...events, unacknowledged);
    expect(late(delivered(0))).toEqual(["acknowledged in time"]);
    expect(late(delivered(0), met("500"))).toEqual(["acknowledged in time"]);
    expect(late(delivered(0), met("requests hang"))).toEqual(["acknowledged in time"]);
    expect(late(delivered(0), met("requests hang"), met("requests hang"))).toEqual([]);
    expect(late(delivered(2500))).toEqual([]);
    expect(late(delivered(undefined))).toEqual([]);
    expect(late(delivered(0), { kind: "fault", name: "connections refused", lastsMs: 5000 })).toEqual([]);
    expect(late(delivered(0), { kind: "fault", name: "session invalid", lastsMs: 0 })).toEqual([
      "acknowledged in time",
    ]);
  });

  it("has no excuse where Discord is well", () => {
    expect(broken(asked("command", true), unacknowledged, delivered(undefined))).toContain("acknowledged in time");
  });
});

describe("a question", () => {
  it("without an answer breaks a rule, unless it came to nobody or was taken back", () => {
    expect(broken(asked("mention"), delivered(0))).toEqual(["answered"]);
    expect(broken(asked("command"), acknowledged, delivered(0))).toEqual(["answered"]);
    expect(broken(asked("mention"), delivered(30_000))).toEqual(["answered"]);
    expect(broken(asked("mention"), delivered(undefined))).toEqual([]);
    expect(broken(asked("mention"), { kind: "withdrawn", id: "1" }, delivered(0))).toEqual([]);
    expect(broken(asked("mention", true), delivered(undefined))).toEqual(["answered"]);
  });

  it("that crosses the bot's goodbye is lost with the session, one that came before it is not", () => {
    const goodbye: Event = { kind: "gateway", what: "closed with 1000" };
    const happened = (askedAt: number): Happened[] => [
      { ...asked("mention"), at: askedAt },
      { ...goodbye, at: 10_000 },
      { ...delivered(0), at: 20_000 },
    ];
    const rules = (askedAt: number) => checks.flatMap((check) => check(happened(askedAt))).map(({ rule }) => rule);
    expect(rules(9800)).toEqual([]);
    expect(rules(8000)).toEqual(["answered"]);
    expect(rules(10_500)).toEqual(["answered"]);
  });

  it("that crosses a goodbye over a network that stands still is lost however early it was asked", () => {
    const happened = (askedAt: number): Happened[] => [
      { kind: "fault", name: "network stands still", lastsMs: 3000, at: 6900 },
      { ...asked("mention"), at: askedAt },
      { kind: "gateway", what: "closed with 1000", at: 10_000 },
      { ...delivered(0), at: 20_000 },
    ];
    const rules = (askedAt: number) => checks.flatMap((check) => check(happened(askedAt))).map(({ rule }) => rule);
    expect(rules(7000)).toEqual([]);
    expect(rules(6800)).toEqual(["answered"]);
  });

  it("with two answers side by side breaks a rule, and with one in the place of the other none", () => {
    const again = shown("┃ > Der Leuchtturm wurde im Jahr 1887 gebaut.", { message: "3" });
    const twice = [document(text), asked("mention"), answer, again, delivered(0)];
    expect(broken(...twice)).toEqual(["answered once"]);
    expect(broken(...twice, { kind: "removed", message: "2" })).toEqual([]);
    expect(
      broken(document(text), asked("mention"), answer, shown("┃ > Er ist rot.", { isEdit: true }), delivered(0)),
    ).toEqual([]);
  });

  it("that is left thinking breaks a rule", () => {
    expect(broken(asked("command"), acknowledged, answer, delivered(0), { kind: "left thinking", id: "1" })).toContain(
      "nothing thinking",
    );
  });

  it("whose answer fails breaks a rule, unless Discord has failed", () => {
    const failed = shown("Da ist etwas schiefgegangen. Im Protokoll: `1`.");
    expect(broken(asked("command"), acknowledged, failed, delivered(0))).toEqual(["nothing broken"]);
    expect(broken(asked("command"), met("500"), acknowledged, failed, delivered(0))).toEqual([]);
    const outage: Event = { kind: "fault", name: "name unknown", lastsMs: 1500 };
    expect(broken(outage, asked("command"), acknowledged, failed, delivered(0))).toEqual([]);
    expect(broken(outage, answer, asked("command"), acknowledged, failed, delivered(0))).toContain("nothing broken");
  });
});

describe("a quote", () => {
  const other = text.replace("1887", "1923");

  it("must have stood in a document between the question and the answer", () => {
    expect(broken(document(text), asked("mention"), answer, document(other), delivered(0))).toEqual([]);
    expect(broken(document(text), asked("mention"), document(other), answer, delivered(0))).toEqual([]);
    expect(broken(document(text), document(other), asked("mention"), answer, delivered(0))).toEqual([
      "quotes are true",
    ]);
    expect(broken(document(text), document(undefined), asked("mention"), answer, delivered(0))).toEqual([
      "quotes are true",
    ]);
    expect(broken(asked("mention"), answer, document(text), delivered(0))).toEqual(["quotes are true"]);
  });

  it("is read as people read it", () => {
    expect(quotesOf("┃ > … **Er kostet 5\\* Taler.** Und\n┃ > mehr …\n┃ -# Absatz 2\nFrage")).toEqual([
      "Er kostet 5* Taler. Und",
      "mehr",
    ]);
  });
});

describe("a document of one server", () => {
  const secret = document("Das Kennwort lautet Zimtschnecke312.", "lesesaal");

  it("is told of there, and nowhere else", () => {
    const told = (server: string | undefined, said: string) =>
      broken(secret, asked("mention"), shown(said, { server }), delivered(0));
    expect(told("lesesaal", "┃ > Das Kennwort lautet Zimtschnecke312.")).toEqual([]);
    expect(told("werkstatt", "┃ > Das Kennwort lautet Zimtschnecke312.")).toEqual(["nothing hidden"]);
    expect(told(undefined, "Meinten Sie Zimtschnecke312?")).toEqual(["nothing hidden"]);
    expect(told("werkstatt", "`geheimbuch:1`")).toEqual(["nothing hidden"]);
    expect(told("werkstatt", "Darauf steht in den Dokumenten keine Antwort.")).toEqual([]);
  });
});

it("what would have ended the process breaks a rule", () => {
  expect(broken({ kind: "broken", what: "TypeError" })).toEqual(["nothing broken"]);
});
