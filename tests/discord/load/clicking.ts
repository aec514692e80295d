import { renderForPerson } from "../../../discord-stand-in/console/render.ts";
import type { Person } from "../../../discord-stand-in/people/people.ts";
import type { StandIn } from "../../../discord-stand-in/stand-in.ts";
import type { Channel } from "../../../discord-stand-in/state/state.ts";

/** A person's clicks through a document, and the questions of another meanwhile. */
export interface Clicking {
  readonly standIn: StandIn;
  readonly channel: Channel;
  /** Speaks German. */
  readonly clicking: Person;
  readonly asking: Person;
  /** How often: none to learn how long it takes by itself. */
  readonly clicks: number;
}

const sentence =
  "Der Fischer flickt am Morgen sein Netz und fährt mit dem Boot aus dem Hafen hinaus auf die ruhige See.";

/** A document to click through: some 300 bytes a paragraph, in the midst of which stands what answers `questionAbout`. */
export function documentOf(name: string, paragraphs: number): string {
  const text = Array.from({ length: paragraphs }, (_, at) => `Absatz ${at}. ${sentence} ${sentence}`);
  text[Math.floor(paragraphs / 2)] = `Die Boje ${name} liegt seit 1887 vor der Küste von Sandersoog.`;
  return text.join("\n\n");
}

export const questionAbout = (name: string): string => `Seit wann liegt die Boje ${name} vor der Küste?`;

const questionsMeanwhile = 4;

/**
 * Lets one person look a passage up, cite it and turn to pages far apart, all at once, and another one ask meanwhile.
 * @returns the longest time to an acknowledgement of the questions, in milliseconds
 */
export async function delayBeside(plan: Clicking, name: string): Promise<number> {
  const { standIn, channel, clicking, asking, clicks } = plan;
  const question = questionAbout(name);
  const answer = await clicking.slash(channel, "ask", { question, private: true }).message();
  const page = await clicking.slash(channel, "source", { source: name }).message();
  const pages = Number(/Seite 1 von (\d+)/.exec(renderForPerson(page))?.[1]);
  const forms = await Promise.all(
    Array.from({ length: Math.ceil(clicks / 3) }, () => clicking.click(page, "Seite …").modal()),
  );
  const kinds: readonly ((at: number) => ReturnType<Person["click"]>)[] = [
    () => clicking.click(answer, "Kontext"),
    () => clicking.select(answer, "Mehr …", ["Zitieren"]),
    (at) => {
      const form = forms[Math.floor(at / 3)];
      if (form === undefined) throw new RangeError("There are too few forms");
      return clicking.submitModal(form, { page: String(1 + ((at * 31) % pages)) });
    },
  ];
  const delays: Promise<number>[] = [];
  const ask = (): void => {
    const asked = asking.slash(channel, "ask", { question });
    delays.push(standIn.settled(asked).then(() => asked.acknowledgedAfterMs ?? Number.POSITIVE_INFINITY));
  };
  let shown = 0;
  const clicked = Array.from({ length: clicks }, async (_, at) => {
    const kind = kinds[at % kinds.length];
    if (kind === undefined) return;
    await standIn.settled(kind(at));
    shown++;
    if (shown % Math.ceil(clicks / questionsMeanwhile) === 0) ask();
  });
  ask();
  await Promise.all(clicked);
  const times = await Promise.all(delays);
  return Math.max(...times);
}
