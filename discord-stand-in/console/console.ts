import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { CommandOption } from "../bodies.ts";
import { commandTypes } from "../flags.ts";
import type { Interaction, Modal } from "../people/interaction.ts";
import { buttonsOf, modalFields, type Person, selectsOf } from "../people/people.ts";
import type { StandIn } from "../stand-in.ts";
import type { Channel, Guild, Message } from "../state/state.ts";
import type { OptionValue } from "./command-input.ts";
import { consoleHelp, parseSlash, parseTyped, type Typed } from "./console-input.ts";
import { renderForPerson, renderModal } from "./render.ts";

export interface ConsoleIo {
  /** What the person types, a line each; the console ends with it, or with "quit". */
  readonly lines: AsyncIterable<string>;
  readonly print: (text: string) => void;
}

export interface ConsoleOptions {
  /** Where it begins; a guild "Lesesaal" with a channel "allgemein" and the person "anna" by default. */
  readonly guild?: Guild;
  readonly channel?: Channel;
  readonly person?: Person;
}

/** Lets a person use the stand-in as somebody in Discord, and prints what they would see. Resolves when they leave. */
export async function runConsole(standIn: StandIn, io: ConsoleIo, options: ConsoleOptions = {}): Promise<void> {
  const room = new Room(standIn, io.print, options);
  try {
    room.welcome();
    for await (const line of io.lines) {
      const typed = parseTyped(line);
      if (typed.kind === "quit") return;
      try {
        await room.do(typed);
      } catch (error) {
        // What Discord would not let a person do is told to the person, and they go on.
        io.print(`! ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  } finally {
    room.leave();
  }
}

/** Whoever goes by this name manages the server. */
const managerName = "mo";

class Room {
  readonly #standIn: StandIn;
  readonly #print: (text: string) => void;
  readonly #guild: Guild;
  readonly #home: Channel;
  readonly #people = new Map<string, Person>();
  /** Messages by the number that they are shown with, from 1. */
  readonly #shown: Message[] = [];
  readonly #ends: (() => void)[] = [];
  #person: Person;
  #channel: Channel;
  #modal: Modal | undefined;

  constructor(standIn: StandIn, print: (text: string) => void, options: ConsoleOptions) {
    this.#standIn = standIn;
    this.#print = print;
    this.#guild = options.guild ?? standIn.addGuild("Lesesaal");
    this.#home = options.channel ?? standIn.addChannel(this.#guild, "allgemein");
    this.#channel = this.#home;
    this.#person = options.person ?? this.#newPerson("anna");
    this.#people.set(this.#person.name, this.#person);
    this.#ends.push(
      standIn.on("message", (message) => this.#show(message)),
      standIn.on("message-edited", (message) => this.#show(message)),
      standIn.on("message-deleted", (message) => {
        const number = this.#shown.indexOf(message) + 1;
        if (number > 0) this.#print(`#${number} was deleted`);
      }),
      standIn.on("thread", (thread) => this.#print(`A thread was opened: ${thread.name} ("thread" goes there)`)),
      standIn.on("violation", ({ rule, message }) =>
        this.#print(`! The bot broke a rule of Discord: ${rule}: ${message}`),
      ),
    );
  }

  welcome(): void {
    this.#print(`You are ${this.#person.name} in #${this.#channel.name}. "help" says what you can type.`);
  }

  leave(): void {
    for (const end of this.#ends) end();
  }

  async do(typed: Typed): Promise<void> {
    const person = this.#person;
    switch (typed.kind) {
      case "help":
        return this.#print(consoleHelp);
      case "people":
        return this.#print([...this.#people.keys()].join(", "));
      case "say":
        person.say(this.#channel, this.#withMention(typed.text));
        return;
      case "reply":
        person.say(this.#channel, this.#withMention(typed.text), { replyTo: this.#message(typed.message) });
        return;
      case "edit":
        return person.edit(this.#message(typed.message), this.#withMention(typed.text));
      case "delete":
        return person.delete(this.#message(typed.message));
      case "slash": {
        const { name, values } = this.#parseSlash(typed.line);
        return this.#follow(person.slash(this.#channel, name, values));
      }
      case "complete":
        return this.#complete(typed.line);
      case "menu":
        return this.#follow(person.contextMenu(this.#message(typed.message), typed.text));
      case "click": {
        const message =
          typed.message === undefined ? this.#last((each) => buttonsOf(each).length > 0) : this.#message(typed.message);
        return this.#follow(person.click(message, typed.which));
      }
      case "select": {
        const message = this.#last((each) => selectsOf(each).length > 0);
        return this.#follow(person.select(message, typed.select, typed.options));
      }
      case "modal":
        return this.#submit(typed.fields);
      case "locale":
        person.locale = typed.name;
        return this.#print(`${person.name} reads ${typed.name} now.`);
      case "as":
        this.#person = this.#people.get(typed.name) ?? this.#newPerson(typed.name);
        return this.#print(`You are ${this.#person.name} now.`);
      case "dm":
        return this.#go(person.dm);
      case "back":
        return this.#go(this.#home);
      case "channel":
        return this.#go(
          this.#standIn.channels.find((each) => each.guildId === this.#guild.id && each.name === typed.name) ??
            this.#standIn.addChannel(this.#guild, typed.name),
        );
      case "thread": {
        const thread = this.#standIn.channels.findLast((each) => each.thread !== undefined);
        if (!thread) throw new Error("There is no thread yet");
        return this.#go(thread);
      }
      default:
        return;
    }
  }

  async #follow(interaction: Interaction): Promise<void> {
    const shown = await interaction.response;
    if (shown.kind === "no-response") this.#print("The application did not respond");
    if (shown.kind === "modal") {
      this.#modal = shown.modal;
      this.#print(`${renderModal(shown.modal)}\n("modal text ; text" fills it in)`);
    }
  }

  async #complete(line: string): Promise<void> {
    const { name, values, last } = this.#parseSlash(line);
    if (last === undefined) throw new Error("There is no option to complete");
    const shown = await this.#person.autocomplete(this.#channel, name, last, String(values[last] ?? ""), values)
      .response;
    if (shown.kind !== "choices") return this.#print("Loading options failed");
    const choices = shown.choices.map(
      (choice) => `  ${choice.name}${choice.name === choice.value ? "" : `  (${choice.value})`}`,
    );
    this.#print(choices.length > 0 ? choices.join("\n") : "  No options match your search");
  }

  async #submit(texts: readonly string[]): Promise<void> {
    const modal = this.#modal;
    if (!modal) throw new Error("No form is open");
    const fields = modalFields(modal).flatMap((field, index) => {
      const text = texts[index];
      return text ? [[field.customId, text] as const] : [];
    });
    const interaction = this.#person.submitModal(modal, Object.fromEntries(fields));
    this.#modal = undefined;
    await this.#follow(interaction);
  }

  #parseSlash(line: string): { name: string; values: Record<string, OptionValue>; last: string | undefined } {
    const parsed = parseSlash(line, (name) => this.#optionsOf(name).map((option) => option.name));
    const options = this.#optionsOf(parsed.name);
    const values = Object.entries(parsed.values).map(([name, text]): [string, OptionValue] => {
      const type = options.find((option) => option.name === name)?.type;
      if (type === 5) return [name, ["true", "yes", "ja", "on", "1"].includes(text.toLowerCase())];
      if (type === 11) return [name, this.#person.upload(basename(text), readFileSync(text)).id];
      return [name, type === 4 || type === 10 ? Number(text) : text];
    });
    return { ...parsed, values: Object.fromEntries(values) };
  }

  #optionsOf(name: string): readonly CommandOption[] {
    const [first, ...path] = name.split(" ");
    const command = this.#standIn.commands.find(
      (each) => each.type === commandTypes.chatInput && each.body.name === first,
    );
    const own: readonly CommandOption[] = command?.body.options ?? [];
    return path.reduce<readonly CommandOption[]>(
      (list, part) => list.find((each) => each.name === part)?.options ?? [],
      own,
    );
  }

  #withMention(text: string): string {
    return text.replaceAll(/@bot\b/gi, `<@${this.#standIn.bot.id}>`);
  }

  #newPerson(name: string): Person {
    const person = this.#standIn.addUser(name);
    const isManager = name === managerName;
    const roles = isManager ? [this.#standIn.addRole(this.#guild, "managers", ["ManageGuild"])] : [];
    this.#standIn.join(this.#guild, person, roles);
    this.#people.set(name, person);
    return person;
  }

  #go(channel: Channel): void {
    this.#channel = channel;
    this.#print(
      `You are in ${channel.guildId === undefined ? "direct messages with the bot" : `#${channel.name}`} now.`,
    );
  }

  #show(message: Message): void {
    if (
      !this.#person
        .view(this.#standIn.channels.find((each) => each.id === message.channelId) ?? this.#channel)
        .includes(message)
    )
      return;
    const known = this.#shown.indexOf(message) + 1;
    const number = known > 0 ? known : this.#shown.push(message);
    this.#print(`#${number} ${message.author.username}:\n${renderForPerson(message)}`);
  }

  #message(number: number): Message {
    const message = this.#shown[number - 1];
    if (!message) throw new Error(`There is no message #${number}`);
    return message;
  }

  #last(fits: (message: Message) => boolean): Message {
    const message = this.#shown.findLast((each) => !each.deleted && fits(each));
    if (!message) throw new Error("No message here has that");
    return message;
  }
}
