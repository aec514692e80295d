import { buttonStyles } from "../../discord-stand-in/flags.ts";
import type { Interaction } from "../../discord-stand-in/people/interaction.ts";
import type { Person } from "../../discord-stand-in/people/people.ts";
import { buttonsOf, selectsOf } from "../../discord-stand-in/people/people.ts";
import type { StandIn } from "../../discord-stand-in/stand-in.ts";
import type { Channel, Guild, Message } from "../../discord-stand-in/state/state.ts";
import type { Library } from "../documents/library.ts";
import type { Trigger } from "../history/event.ts";
import type { History } from "../history/record.ts";
import type { Random } from "../seeded-random.ts";

/** A server with its places and the people in it. */
export interface Place {
  readonly guild: Guild;
  readonly channels: readonly Channel[];
  readonly people: readonly Person[];
}

/** The people of a simulation, who ask, click, change their minds and delete. */
export class Crowd {
  readonly #standIn: StandIn;
  readonly #places: readonly Place[];
  readonly #library: Library;
  readonly #history: History;
  readonly #random: Random;
  readonly #written: { readonly person: Person; readonly message: Message }[] = [];
  /** Whether Discord is well, and has been for long enough. */
  isCalm = false;

  constructor(standIn: StandIn, places: readonly Place[], library: Library, history: History, random: Random) {
    this.#standIn = standIn;
    this.#places = places;
    this.#library = library;
    this.#history = history;
    this.#random = random;
  }

  /** Somebody does something. */
  act(): void {
    const random = this.#random;
    const place = random.pick(this.#places);
    const person = random.pick(place.people);
    const channel = random.pick(place.channels);
    const question = this.#library.question(random);
    const share = random.next();
    if (share < 0.3) this.ask(place, person, channel, question);
    else if (share < 0.55) this.mention(place, person, channel, question);
    else if (share < 0.65) this.#write(person, person.dm, question, "direct message", undefined);
    else if (share < 0.7) this.#type(place, person, channel, question);
    else if (share < 0.76)
      this.#command(place, person, channel, "search", { terms: question.split(" ").at(-2) ?? "Turm" });
    else if (share < 0.94) this.#click(place, person, channel);
    else this.#changeMind();
  }

  /** Somebody asks a question, by command or by mention. */
  askSomething(): void {
    const random = this.#random;
    const place = random.pick(this.#places);
    const ask = random.chance(0.5) ? this.ask : this.mention;
    ask.call(this, place, random.pick(place.people), random.pick(place.channels), this.#library.question(random));
  }

  ask({ guild }: Place, person: Person, channel: Channel, question: string): void {
    this.#note(person.slash(channel, "ask", { question }), "command", person, guild.id, `/ask ${question}`);
  }

  mention({ guild }: Place, person: Person, channel: Channel, question: string): void {
    this.#write(person, channel, question, "mention", guild.id);
  }

  #command({ guild }: Place, person: Person, channel: Channel, name: string, values: Record<string, string>): void {
    const what = `/${name} ${Object.values(values).join(" ")}`;
    this.#note(person.slash(channel, name, values), "command", person, guild.id, what);
  }

  #type({ guild }: Place, person: Person, channel: Channel, question: string): void {
    const typed = question.slice(0, 12);
    const asked = person.autocomplete(channel, "ask", "question", typed);
    this.#note(asked, "completion", person, guild.id, typed);
  }

  #write(person: Person, channel: Channel, question: string, trigger: Trigger, server: string | undefined): void {
    const message = person.say(channel, question, { mention: trigger === "mention" });
    this.#written.push({ person, message });
    const { id } = message;
    this.#history.add({
      kind: "asked",
      id,
      trigger,
      person: person.name,
      server,
      what: question,
      isCalm: this.isCalm,
    });
  }

  /** Presses a button or chooses from a menu below something that the bot has shown. */
  #click({ guild }: Place, person: Person, channel: Channel): void {
    const random = this.#random;
    const shown = person.view(channel).filter(({ author, deleted }) => author === this.#standIn.bot && !deleted);
    const message = shown.at(-1 - Math.floor(random.between(0, Math.min(3, shown.length))));
    if (message === undefined) return;
    const buttons = buttonsOf(message)
      .filter(({ style, disabled }) => style !== buttonStyles.link && disabled !== true)
      .flatMap(({ custom_id }) => custom_id ?? []);
    const [select] = selectsOf(message).filter(({ disabled }) => disabled !== true);
    const options = select?.options?.map(({ value }) => value) ?? [];
    const button = buttons[Math.floor(random.next() * (buttons.length + Math.min(1, options.length)))];
    if (button !== undefined) {
      this.#note(person.click(message, button), "click", person, guild.id, `button ${button}`);
    } else if (typeof select?.custom_id === "string" && options.length > 0) {
      const option = random.pick(options);
      this.#note(person.select(message, select.custom_id, [option]), "click", person, guild.id, `option ${option}`);
    }
  }

  /** Changes or deletes one of the last questions. */
  #changeMind(): void {
    const random = this.#random;
    const last = this.#written.slice(-5).filter(({ message }) => !message.deleted);
    if (last.length === 0) return;
    const { person, message } = random.pick(last);
    this.#history.add({ kind: "withdrawn", id: message.id });
    if (random.chance(0.5)) person.delete(message);
    else {
      const mention = message.guildId === undefined ? "" : `<@${this.#standIn.bot.id}> `;
      person.edit(message, `${mention}${this.#library.question(random)}`);
    }
  }

  #note(interaction: Interaction, trigger: Trigger, person: Person, server: string | undefined, what: string): void {
    const { id } = interaction;
    this.#history.add({ kind: "asked", id, trigger, person: person.name, server, what, isCalm: this.isCalm });
  }
}
