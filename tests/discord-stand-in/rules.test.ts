import { describe, expect, it } from "vitest";
import { CallbackBody, CommandBody, Component, Embed, MessageBody } from "../../discord-stand-in/bodies.ts";
import { callbackRules } from "../../discord-stand-in/rules/callback-rules.ts";
import { commandListRules, commandRules } from "../../discord-stand-in/rules/command-rules.ts";
import { componentRules } from "../../discord-stand-in/rules/component-rules.ts";
import { embedRules } from "../../discord-stand-in/rules/embed-rules.ts";
import { type MessageSubject, mebibyte, messageRules } from "../../discord-stand-in/rules/message-rules.ts";
import { applyRules, type Rule } from "../../discord-stand-in/rules/rule.ts";

const long = (length: number) => "x".repeat(length);
const times = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));
const v2 = 32768;
const text = (content = "text") => ({ type: 10, content });
const button = (n: number | string = 1, more: object = {}) => ({
  type: 2,
  style: 1,
  label: "b",
  custom_id: `b${n}`,
  ...more,
});
const row = (...components: object[]) => ({ type: 1, components });
const select = (more: object = {}) => row({ type: 3, custom_id: "s", options: [{ label: "a", value: "a" }], ...more });
const link = (url: string | undefined, more: object = {}) => row({ type: 2, style: 5, label: "l", url, ...more });

/** For every rule: something that it lets pass, and one or more that it refuses. */
type Table<T> = Record<string, { good: T; bad: readonly T[] }>;

function check<T>(rules: readonly Rule<T>[], table: Table<T>): void {
  it("has a row for every rule", () => {
    expect(Object.keys(table).sort()).toEqual(rules.map(({ name }) => name).sort());
  });
  it.each(Object.entries(table))("%s", (name, { good, bad }) => {
    expect(applyRules(rules, good)).toEqual([]);
    for (const subject of bad) expect(applyRules(rules, subject).map(({ rule }) => rule)).toContain(name);
  });
}

describe("messages", () => {
  const message = (body: object, more: Partial<MessageSubject> = {}): MessageSubject => ({
    body: MessageBody.parse(body),
    by: "channel",
    edit: false,
    files: [],
    requestBytes: 100,
    before: { flags: 0, content: "", embeds: 0, components: 0, attachments: 0 },
    closedMentions: true,
    ...more,
  });
  const edited = { edit: true, before: { flags: v2, content: "", embeds: 0, components: 1, attachments: 0 } };
  const ping = "<@1> hi";
  check(messageRules, {
    "content-length": { good: message({ content: "😀".repeat(2000) }), bad: [message({ content: long(2001) })] },
    "empty-message": {
      good: message({ embeds: [{ title: "t" }] }),
      bad: [message({}), message({ content: " " }), message({ components: [] }, edited)],
    },
    "v2-components-without-flag": {
      good: message({ flags: v2, components: [text()] }),
      bad: [message({ components: [text()] }), message({ components: [{ type: 17, components: [text()] }] })],
    },
    "v2-beside-content": {
      good: message({ flags: v2, components: [text()] }),
      bad: [
        message({ flags: v2, content: "c", components: [text()] }),
        message({ flags: v2, embeds: [{ title: "t" }], components: [text()] }),
        message({ content: "c" }, edited),
        message(
          { flags: v2, components: [text()] },
          { edit: true, before: { ...edited.before, flags: 0, content: "old" } },
        ),
      ],
    },
    "v2-flag-removed": {
      good: message({ components: [text()] }, edited),
      bad: [message({ flags: 0, components: [text()] }, edited)],
    },
    "v2-component-count": {
      good: message({ flags: v2, components: [{ type: 17, components: times(39, () => text()) }] }),
      bad: [message({ flags: v2, components: [{ type: 17, components: times(40, () => text()) }] })],
    },
    "v2-text-length": {
      good: message({ flags: v2, components: [text(long(2000)), text(long(2000))] }),
      bad: [message({ flags: v2, components: [text(long(2000)), text(long(2001))] })],
    },
    "row-count": {
      good: message({ components: times(5, (n) => row(button(n))) }),
      bad: [message({ components: times(6, (n) => row(button(n))) })],
    },
    "attachment-count": {
      good: message({}, { files: times(10, () => ({ size: 1 })) }),
      bad: [message({ content: "c" }, { files: times(11, () => ({ size: 1 })) })],
    },
    "attachment-size": {
      good: message({}, { files: [{ size: 10 * mebibyte }] }),
      bad: [
        message({}, { files: [{ size: 10 * mebibyte + 1 }] }),
        message({ content: "c" }, { requestBytes: 26 * mebibyte }),
      ],
    },
    "flags-not-allowed": {
      good: message({ content: "c", flags: 64 }, { by: "interaction" }),
      bad: [message({ content: "c", flags: 64 })],
    },
    "mentions-contradictory": {
      good: message({ content: "c", allowed_mentions: { users: ["1"] } }),
      bad: [message({ content: "c", allowed_mentions: { parse: ["users"], users: ["1"] } })],
    },
    "mentions-open": {
      good: message({ content: `${ping} @everyone`, allowed_mentions: { parse: [] } }),
      bad: [
        message({ content: ping }),
        message({ content: "@everyone", allowed_mentions: { parse: ["everyone"] } }),
        message({ flags: v2, components: [text("<@&5>")] }),
      ],
    },
  });
});

describe("embeds", () => {
  const embeds = (...all: object[]) => all.map((each) => Embed.parse(each));
  const field = { name: "n", value: "v" };
  check(embedRules, {
    "embed-count": { good: embeds({ title: "t" }), bad: [embeds(...times(11, () => ({ title: "t" })))] },
    "embed-empty": { good: embeds({ title: "t" }), bad: [embeds({})] },
    "embed-part-length": {
      good: embeds({ title: long(256), fields: [field] }),
      bad: [
        embeds({ title: long(257) }),
        embeds({ description: long(4097) }),
        embeds({ footer: { text: long(2049) } }),
        embeds({ author: { name: long(257) } }),
        embeds({ fields: [{ ...field, name: long(257) }] }),
        embeds({ fields: [{ ...field, value: long(1025) }] }),
      ],
    },
    "embed-field-count": {
      good: embeds({ fields: times(25, () => field) }),
      bad: [embeds({ fields: times(26, () => field) })],
    },
    "embed-total-length": {
      good: embeds({ description: long(3000) }, { description: long(3000) }),
      bad: [embeds({ description: long(3000) }, { description: long(3001) })],
    },
  });
});

describe("components", () => {
  const parts = (...all: object[]) => all.map((each) => Component.parse(each));
  const section = (more: object) => ({ type: 9, components: [text()], accessory: button(), ...more });
  check(componentRules, {
    "component-nesting": {
      good: parts({ type: 17, components: [text(), row(button())] }),
      bad: [
        parts(button()),
        parts({ type: 17, components: [{ type: 17, components: [text()] }] }),
        parts({ type: 17, components: [] }),
      ],
    },
    "section-shape": {
      good: parts(section({})),
      bad: [
        parts(section({ components: [] })),
        parts(section({ components: times(4, () => text()) })),
        parts(section({ accessory: undefined })),
        parts(section({ components: [button(2)] })),
      ],
    },
    "action-row-width": {
      good: parts(row(...times(5, (n) => button(n)))),
      bad: [
        parts(row(...times(6, (n) => button(n)))),
        parts(row()),
        parts({ type: 1, components: [button(), ...(select().components ?? [])] }),
      ],
    },
    "custom-id-missing": {
      good: parts(link("https://a.example")),
      bad: [parts(row(button(1, { custom_id: undefined })))],
    },
    "custom-id-length": {
      good: parts(row(button(1, { custom_id: long(100) }))),
      bad: [parts(row(button(1, { custom_id: long(101) })))],
    },
    "custom-id-duplicate": { good: parts(row(button(1), button(2))), bad: [parts(row(button(1)), row(button(1)))] },
    "button-link": {
      good: parts(link(`https://a.example/${long(490)}`)),
      bad: [
        parts(link(undefined)),
        parts(link(`https://a.example/${long(500)}`)),
        parts(link("javascript:alert(1)")),
        parts(link("https://a.example", { custom_id: "c" })),
        parts(row(button(1, { url: "https://a.example" }))),
      ],
    },
    "button-label": {
      good: parts(row(button(1, { label: undefined, emoji: { name: "📖" } }))),
      bad: [parts(row(button(1, { label: long(81) }))), parts(row(button(1, { label: "" })))],
    },
    "button-style": { good: parts(row(button(1, { style: 4 }))), bad: [parts(row(button(1, { style: 9 })))] },
    "select-options": {
      good: parts(select({ options: times(25, (n) => ({ label: long(100), value: `${n}` })) })),
      bad: [
        parts(select({ options: [] })),
        parts(select({ options: times(26, (n) => ({ label: "l", value: `${n}` })) })),
        parts(select({ options: [{ label: long(101), value: "v" }] })),
        parts(select({ options: [{ label: "l", value: long(101) }] })),
        parts(select({ options: [{ label: "l", value: "v", description: long(101) }] })),
        parts(select({ options: times(2, () => ({ label: "l", value: "same" })) })),
      ],
    },
    "select-range": {
      good: parts(select({ min_values: 0, max_values: 1 })),
      bad: [parts(select({ min_values: 2 })), parts(select({ max_values: 2 }))],
    },
    "select-placeholder": {
      good: parts(select({ placeholder: long(150) })),
      bad: [parts(select({ placeholder: long(151) }))],
    },
    "text-display-length": { good: parts(text()), bad: [parts(text("")), parts(text(long(4001)))] },
  });
});

describe("first responses", () => {
  const response = (type: number, data?: object, interactionType = 3, fromComponent = true) => ({
    body: CallbackBody.parse({ type, data }),
    interactionType,
    fromComponent,
  });
  const input = (more: object = {}) => row({ type: 4, custom_id: "i", style: 1, label: "l", ...more });
  const modal = (more: object) => response(9, { custom_id: "m", title: "t", components: [input()], ...more });
  const choices = (...list: object[]) => response(8, { choices: list }, 4);
  const choice = { name: "n", value: "v" };
  check(callbackRules, {
    "callback-empty": { good: response(4, {}), bad: [response(4), response(7), response(9)] },
    "callback-type": {
      good: response(7, {}, 5, true),
      bad: [
        response(8, { choices: [] }, 2),
        response(4, {}, 4),
        response(7, {}, 5, false),
        response(9, {}, 5),
        response(6, {}, 2),
      ],
    },
    "defer-flags": { good: response(5, { flags: 64 }), bad: [response(5, { flags: v2 })] },
    "autocomplete-choices": {
      good: choices(...times(25, () => choice)),
      bad: [
        choices(...times(26, () => choice)),
        choices({ ...choice, name: long(101) }),
        choices({ ...choice, name: "" }),
        choices({ ...choice, value: long(101) }),
        response(8, {}, 4),
      ],
    },
    "modal-shape": {
      good: modal({ components: [{ type: 18, label: "l", component: { type: 4, custom_id: "i", style: 2 } }] }),
      bad: [
        modal({ title: long(46) }),
        modal({ custom_id: "" }),
        modal({ components: [] }),
        modal({ components: times(6, (n) => input({ custom_id: `i${n}` })) }),
        modal({ components: [input({ label: long(46) })] }),
        modal({ components: [input({ max_length: 4001 })] }),
        modal({ components: [input({ value: long(4001) })] }),
        modal({ components: [input(), input()] }),
        modal({ components: [row(button())] }),
        modal({ components: [button()] }),
      ],
    },
  });
});

describe("commands", () => {
  const command = (more: object = {}) => CommandBody.parse({ name: "ask", description: "Ask", ...more });
  const option = (more: object = {}) => ({ type: 3, name: "text", description: "Text", ...more });
  const withOption = (more: object) => command({ options: [option(more)] });
  const choice = { name: "n", value: "v" };
  check(commandRules, {
    "command-name": {
      good: command({ name: "fragen-ß_1", name_localizations: { de: "fragen" } }),
      bad: [
        command({ name: "Ask" }),
        command({ name: "a b" }),
        command({ name: long(33) }),
        command({ name_localizations: { de: "Fragen" } }),
      ],
    },
    "command-description": {
      good: command({ type: 3, name: "Find sources", description: undefined }),
      bad: [
        command({ description: undefined }),
        command({ description: long(101) }),
        command({ type: 3, description: "no" }),
        command({ description_localizations: { de: "" } }),
      ],
    },
    "command-locale": {
      good: command({ name_localizations: { "en-US": "ask" } }),
      bad: [
        command({ name_localizations: { en: "ask" } }),
        withOption({ description_localizations: { xx: "x" } }),
        withOption({ choices: [{ ...choice, name_localizations: { xx: "x" } }] }),
      ],
    },
    "option-name": {
      good: withOption({ name: "von" }),
      bad: [withOption({ name: "Von" }), withOption({ name_localizations: { de: "V" } })],
    },
    "option-description": {
      good: withOption({}),
      bad: [withOption({ description: "" }), withOption({ description: long(101) })],
    },
    "option-count": {
      good: command({ options: times(25, (n) => option({ name: `o${n}` })) }),
      bad: [command({ options: times(26, (n) => option({ name: `o${n}` })) })],
    },
    "option-duplicate": {
      good: command({ options: [option(), option({ name: "b" })] }),
      bad: [
        command({ options: [option(), option()] }),
        command({ options: [{ ...option({ type: 1, name: "s" }), options: [option(), option()] }] }),
      ],
    },
    "option-order": {
      good: command({ options: [option({ required: true }), option({ name: "b" })] }),
      bad: [command({ options: [option(), option({ name: "b", required: true })] })],
    },
    "option-on-context-menu": {
      good: command({ type: 3, description: "" }),
      bad: [command({ type: 3, description: "", options: [option()] })],
    },
    "choice-count": {
      good: withOption({ choices: times(25, (n) => ({ name: `n${n}`, value: "v" })) }),
      bad: [withOption({ choices: times(26, (n) => ({ name: `n${n}`, value: "v" })) })],
    },
    "choice-length": {
      good: withOption({ choices: [choice] }),
      bad: [
        withOption({ choices: [{ ...choice, name: long(101) }] }),
        withOption({ choices: [{ ...choice, value: long(101) }] }),
      ],
    },
    "choice-duplicate": { good: withOption({ choices: [choice] }), bad: [withOption({ choices: [choice, choice] })] },
    "choices-beside-autocomplete": {
      good: withOption({ autocomplete: true }),
      bad: [withOption({ autocomplete: true, choices: [choice] })],
    },
    "autocomplete-type": {
      good: withOption({ type: 4, autocomplete: true }),
      bad: [withOption({ type: 5, autocomplete: true })],
    },
    "option-text-length": {
      good: withOption({ max_length: 6000 }),
      bad: [withOption({ max_length: 6001 }), withOption({ min_length: 9, max_length: 1 })],
    },
    "command-size": {
      good: withOption({}),
      bad: [
        command({
          options: times(25, (o) =>
            option({ name: `o${o}`, choices: times(4, (n) => ({ name: `${n}${long(98)}`, value: long(100) })) }),
          ),
        }),
      ],
    },
  });

  describe("all of them", () => {
    const many = (type: number, count: number) => times(count, (n) => command({ type, name: `c${n}` }));
    check(commandListRules, {
      "command-count": {
        good: [...many(1, 100), ...many(2, 15), ...many(3, 15)],
        bad: [many(1, 101), many(2, 16), many(3, 16)],
      },
      "command-duplicate": { good: [command(), command({ type: 3 })], bad: [[command(), command()]] },
    });
  });
});
