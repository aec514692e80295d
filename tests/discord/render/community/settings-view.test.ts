import { describe, expect, it } from "vitest";
import { type ServerSettings, serverSettingsOf } from "../../../../src/config/server-settings.ts";
import { renderSettings } from "../../../../src/discord/render/community/settings-view.ts";
import { messagesFor } from "../../../../src/locales/choose-messages.ts";
import { shown } from "../support/shown.ts";

const m = messagesFor("de");
const host = serverSettingsOf({
  LOCALE: undefined,
  ASK_CHANNELS: [],
  FORUM_CHANNELS: [],
  THREADS: "never",
  PRIVATE_ANSWERS: false,
  PASSAGES: 3,
  COLLECTIONS: "both",
  RETENTION_DAYS: 90,
});

type Own = Parameters<typeof renderSettings>[0];
type Options = Parameters<typeof renderSettings>[1];

const view = (own: Own = {}, options: Partial<Options> = {}): string[] =>
  shown(renderSettings(own, { m, settings: host, defaults: host, hasIntent: true, ...options }));

/** The menu that sets something. */
const menu = (name: string, own: Own = {}, options: Partial<Options> = {}): string =>
  view(own, options).find((line) => line.includes(`f1|u|${name}`)) ?? "";

describe("the settings of a server", () => {
  it("are menus, each at what the host has set", () => {
    expect(view()).toEqual([
      "=== plain",
      "## Einstellungen dieses Servers",
      "**Antworten**",
      "{Sprache -> f1|u|LOCALE}\n *Sprache: Wie vom Betreiber: Sprache der Person oder Frage = host\n Sprache: Immer Deutsch = de\n Sprache: Immer Englisch = en\n",
      "{Antworten auf Befehle -> f1|u|PRIVATE_ANSWERS}\n *Antworten auf Befehle: Wie vom Betreiber: Für alle sichtbar = host\n Antworten auf Befehle: Für alle sichtbar = false\n Antworten auf Befehle: Nur für die Person, die fragt = true\n",
      "{Textstellen je Antwort -> f1|u|PASSAGES}\n *Textstellen je Antwort: Wie vom Betreiber: Höchstens 3 Textstellen = host\n Textstellen je Antwort: Höchstens 1 Textstelle = 1\n Textstellen je Antwort: Höchstens 2 Textstellen = 2\n Textstellen je Antwort: Höchstens 3 Textstellen = 3\n",
      "{Woraus ich antworte -> f1|u|COLLECTIONS}\n *Woraus ich antworte: Wie vom Betreiber: Aus beiden = host\n Woraus ich antworte: Aus beiden = both\n Woraus ich antworte: Nur aus den Dokumenten des Betreibers = shared\n Woraus ich antworte: Nur aus den Dokumenten dieses Servers = own\n",
      "{Threads -> f1|u|THREADS}\n *Threads: Wie vom Betreiber: Im Kanal antworten = host\n Threads: Im Kanal antworten = never\n Threads: In einem eigenen Thread antworten = always\n",
      "---",
      "**Wo ich antworte**",
      "-# Kanäle, in denen ich jede Frage beantworte",
      "{keine -> f1|u|ASK_CHANNELS, 0 to 25 of 0 5: }",
      "-# Foren, in denen ich jeden neuen Beitrag beantworte",
      "{keine -> f1|u|FORUM_CHANNELS, 0 to 25 of 15: }",
      "-# Foren, deren gelöste Beiträge Dokumente werden, wenn die Schreibenden zustimmen",
      "{keine -> f1|u|SOLVED_FORUMS, 0 to 25 of 15: }",
      "---",
      "**Verwaltung und Daten**\n-# Rolle, die mich verwaltet · Damit die Rolle die Befehle sieht: Servereinstellungen, Integrationen, der Bot, dort den Befehl für die Rolle freigeben.",
      "{keine -> f1|u|MANAGER_ROLE, 0 to 1: }",
      "{Wortlaut von Fragen -> f1|u|KEEP_QUESTIONS}\n *Wortlaut von Fragen: Nicht speichern = false\n Wortlaut von Fragen: Speichern: für /auswertung = true\n",
      "{Die richtige Stelle nennen -> f1|u|ASKERS_POINT}\n *Die richtige Stelle nennen: Nur wer mich verwaltet = false\n Die richtige Stelle nennen: Auch wer gefragt hat = true\n",
      "{Alles vergessen nach -> f1|u|RETENTION_DAYS}\n *Alles vergessen nach: Wie vom Betreiber: 90 Tage = host\n Alles vergessen nach: 7 Tage = 7\n Alles vergessen nach: 30 Tage = 30\n Alles vergessen nach: 90 Tage = 90\n Alles vergessen nach: 180 Tage = 180\n Alles vergessen nach: 365 Tage = 365\n",
      "-# Wochenbericht",
      "{keine -> f1|u|DIGEST_CHANNEL, 0 to 1 of 0 5: }",
    ]);
  });

  it("say that questions without a mention are not read", () => {
    const [told, ...others] = view({}, { hasIntent: false }).filter((line) => !view().includes(line));
    expect(others).toEqual([]);
    expect(told).toContain(`\n-# ${m.discord.community.settings.needsIntent}`);
  });

  it("name what the host has set as such", () => {
    const defaults: ServerSettings = {
      ...host,
      locale: "en",
      privateAnswers: true,
      passages: 1,
      collections: "own",
      threads: "always",
      retentionDays: 7,
    };
    const first = (name: string): string => menu(name, {}, { defaults }).split("\n")[1]?.trim() ?? "";
    expect(["LOCALE", "PRIVATE_ANSWERS", "PASSAGES", "COLLECTIONS", "THREADS", "RETENTION_DAYS"].map(first)).toEqual([
      "*Sprache: Wie vom Betreiber: Immer Englisch = host",
      "*Antworten auf Befehle: Wie vom Betreiber: Nur für die Person, die fragt = host",
      "*Textstellen je Antwort: Wie vom Betreiber: Höchstens 1 Textstelle = host",
      "*Woraus ich antworte: Wie vom Betreiber: Nur aus den Dokumenten dieses Servers = host",
      "*Threads: Wie vom Betreiber: In einem eigenen Thread antworten = host",
      "*Alles vergessen nach: Wie vom Betreiber: 7 Tage = host",
    ]);
  });

  it("are at what the server has set", () => {
    const own = {
      LOCALE: "en",
      PRIVATE_ANSWERS: "true",
      PASSAGES: "2",
      COLLECTIONS: "own",
      THREADS: "always",
      KEEP_QUESTIONS: "true",
      ASKERS_POINT: "true",
      RETENTION_DAYS: "180",
    };
    const chosen = Object.keys(own).map((name) => /\*(.+) = (.+)/u.exec(menu(name, own))?.slice(1));
    expect(chosen).toEqual([
      ["Sprache: Immer Englisch", "en"],
      ["Antworten auf Befehle: Nur für die Person, die fragt", "true"],
      ["Textstellen je Antwort: Höchstens 2 Textstellen", "2"],
      ["Woraus ich antworte: Nur aus den Dokumenten dieses Servers", "own"],
      ["Threads: In einem eigenen Thread antworten", "always"],
      ["Wortlaut von Fragen: Speichern: für /auswertung", "true"],
      ["Die richtige Stelle nennen: Auch wer gefragt hat", "true"],
      ["Alles vergessen nach: 180 Tage", "180"],
    ]);
    for (const name of Object.keys(own)) expect(menu(name, own).match(/\*/gu)).toHaveLength(1);
  });

  it("have the channels and the role that hold in the server", () => {
    const settings: ServerSettings = {
      ...host,
      askChannels: ["1", "2"],
      forumChannels: ["3"],
      solvedForums: ["4"],
      managerRole: "5",
      digestChannel: "6",
    };
    const names = ["ASK_CHANNELS", "FORUM_CHANNELS", "SOLVED_FORUMS", "MANAGER_ROLE", "DIGEST_CHANNEL"];
    expect(names.map((name) => menu(name, {}, { settings }))).toEqual([
      "{keine -> f1|u|ASK_CHANNELS, 0 to 25 of 0 5: channel 1, channel 2}",
      "{keine -> f1|u|FORUM_CHANNELS, 0 to 25 of 15: channel 3}",
      "{keine -> f1|u|SOLVED_FORUMS, 0 to 25 of 15: channel 4}",
      "{keine -> f1|u|MANAGER_ROLE, 0 to 1: role 5}",
      "{keine -> f1|u|DIGEST_CHANNEL, 0 to 1 of 0 5: channel 6}",
    ]);
    const many = { ...host, askChannels: Array.from({ length: 30 }, (_, index) => String(index)) };
    expect(menu("ASK_CHANNELS", {}, { settings: many }).split("channel ")).toHaveLength(26);
  });
});
