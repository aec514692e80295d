import type { ProgressResult } from "@clack/prompts";
import type { TerminalMessages } from "../../locales/messages.ts";
import { progressOf } from "./progress.ts";

/** A bar for documents that are read, with rate and time left; the package that draws it is loaded when it is needed. */
export class ProgressBar {
  readonly #terminal: TerminalMessages;
  readonly #output: NodeJS.WriteStream;
  readonly #started = performance.now();
  #bar: ProgressResult | undefined;
  #title = "";
  #shown = 0;
  #isStopped = false;

  constructor(terminal: TerminalMessages, output: NodeJS.WriteStream) {
    this.#terminal = terminal;
    this.#output = output;
  }

  /** @param title that of reading documents where absent */
  async start(documents: number, title = this.#terminal.building(documents)): Promise<void> {
    this.#title = title;
    const { progress } = await import("@clack/prompts");
    if (this.#isStopped) return;
    this.#bar = progress({ max: documents, output: this.#output });
    this.#bar.start(this.#title);
  }

  show(documents: number, of: number): void {
    if (this.#bar === undefined) return;
    const { perSecond, secondsLeft } = progressOf(documents, of, performance.now() - this.#started);
    this.#bar.advance(documents - this.#shown, this.#terminal.progress(documents, of, perSecond, secondsLeft));
    this.#shown = documents;
  }

  /** All documents are read, and their passages are put into the full-text index. */
  finish(passages: number, of: number): void {
    this.#bar?.message(`${this.#terminal.finishing} ${Math.floor((100 * passages) / Math.max(1, of))} %`);
  }

  stop(): void {
    this.#isStopped = true;
    this.#bar?.stop(this.#title);
  }
}
