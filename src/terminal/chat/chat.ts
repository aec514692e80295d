import { createInterface } from "node:readline/promises";
import type { CitedPassage } from "../../answering/answer.ts";
import type { CitationReference } from "../../answering/citing/citation.ts";
import { isFollowUp } from "../../answering/conversation/openings.ts";
import { defined } from "../../defined.ts";
import type { Messages } from "../../locales/messages.ts";
import { renderError } from "../render/error.ts";
import { renderAnswer } from "../render/passages/answer-text.ts";
import { renderLookedUp } from "../render/passages/passage.ts";
import { renderSources } from "../render/sources.ts";
import type { Services, TerminalContext } from "../services.ts";
import { shorten } from "../text/marked-text.ts";
import { fitLines } from "../text/wrap.ts";
import { parseChatLine } from "./chat-line.ts";
import { inputLines } from "./input-lines.ts";

const historyLines = 200;

/** Questions and answers until the input ends or somebody quits, with a prompt if it is a terminal. */
export async function chat(context: TerminalContext, services: Services): Promise<void> {
  const { console } = context;
  const conversation = new Conversation(context, services);
  if (!console.isInteractive) {
    for await (const line of inputLines(console.input)) {
      console.print(`> ${shorten(line, 200)}`);
      if ((await conversation.take(line)) === "quit") return;
      console.print("");
    }
    return;
  }
  const messages = context.messages();
  const lines = createInterface({ input: console.input, output: process.stdout, historySize: historyLines });
  lines.setPrompt(console.style.accent(messages.terminal.prompt));
  lines.on("SIGINT", () => lines.close());
  console.keepPrompt(() => lines.prompt(true));
  lines.prompt();
  for await (const line of lines) {
    if ((await conversation.take(line)) === "quit") break;
    console.print("");
    lines.prompt();
  }
  console.keepPrompt(undefined);
  lines.close();
  console.print(messages.terminal.goodbye);
}

/** Remembers what the next line may refer to. */
class Conversation {
  readonly #context: TerminalContext;
  readonly #services: Services;
  #messages: Messages;
  #lastQuestion: string | undefined;
  #lastPassages: readonly CitedPassage[] = [];

  constructor(context: TerminalContext, services: Services) {
    this.#context = context;
    this.#services = services;
    this.#messages = context.messages();
  }

  /** Answers a line; what goes wrong with one line does not end the chat. */
  async take(line: string): Promise<"go-on" | "quit"> {
    const { console } = this.#context;
    try {
      const answer = await this.#answer(line);
      if (answer === "quit") return "quit";
      if (answer !== "") console.print(fitLines(answer, console.style.width));
    } catch (error) {
      console.warn(`fundstelle: ${renderError(error, this.#messages)}`);
    }
    return "go-on";
  }

  async #answer(line: string): Promise<string> {
    const { style } = this.#context.console;
    const { terminal } = this.#messages;
    const parsed = parseChatLine(line);
    switch (parsed.kind) {
      case "nothing":
        return "";
      case "quit":
        return "quit";
      case "help":
        return terminal.chatHelp.join("\n");
      case "sources":
        return renderSources(this.#services.fundstelle.sources(), this.#messages, style);
      case "show":
        return this.#show(parsed.reference);
      case "show-what":
        return terminal.showWhat;
      case "show-number": {
        const cited = this.#lastPassages[parsed.number - 1];
        return cited === undefined ? terminal.noSuchNumber(parsed.number) : this.#show(referenceTo(cited));
      }
      case "unknown":
        return terminal.unknownChatCommand(shorten(parsed.command, 60));
      case "question":
        return this.#ask(parsed.text);
    }
  }

  async #show(reference: CitationReference): Promise<string> {
    const found = await this.#services.fundstelle.lookUp(reference);
    return renderLookedUp(found, this.#messages, this.#context.console.style);
  }

  async #ask(question: string): Promise<string> {
    const { fundstelle } = this.#services;
    this.#messages = this.#context.messages(fundstelle.detectLanguage(question) ?? this.#messages.locale);
    const previousQuestion = isFollowUp(question) ? this.#lastQuestion : undefined;
    const answer = await fundstelle.ask(question, previousQuestion === undefined ? {} : { previousQuestion });
    this.#lastQuestion = question;
    this.#lastPassages = answer.passages;
    return renderAnswer(answer, this.#messages, this.#context.console.style);
  }
}

function referenceTo({ passage }: CitedPassage): CitationReference {
  const { documentKey, paragraph, lastParagraph, part } = passage;
  return {
    documentKey,
    paragraph,
    ...defined({ lastParagraph, part }),
  };
}
