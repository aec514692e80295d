import { progress } from "@clack/prompts";
import type { Messages } from "../locales/messages.ts";
import type { IndexEvent } from "../search/index-event.ts";
import { harmless } from "./harmless.ts";
import { renderError } from "./render-error.ts";
import type { Console } from "./services.ts";

/** Collections that are read in a moment need no progress bar. */
const fewDocuments = 50;

/**
 * Tells people what happens while an index is built: problems as lines, progress only to a terminal.
 * @param progressOutput where the progress bar is drawn, if it is a terminal
 */
export function createIndexReporter(
  console: Console,
  messages: Messages,
  progressOutput: NodeJS.WriteStream,
): (event: IndexEvent) => void {
  let bar: ReturnType<typeof progress> | undefined;
  let title = "";
  return (event) => {
    switch (event.kind) {
      case "skipped":
        console.warn(
          `fundstelle: ${messages.terminal.unreadableDocument(harmless(event.file))}: ${renderError(event.error, messages)}`,
        );
        return;
      case "damaged":
        console.warn(`fundstelle: ${messages.terminal.rebuilding} (${harmless(event.reason)})`);
        return;
      case "building":
        if (event.documents > fewDocuments && progressOutput.isTTY) {
          bar = progress({ max: event.documents, output: progressOutput });
          title = messages.terminal.building(event.documents);
          bar.start(title);
        }
        return;
      case "read":
        bar?.advance(1, `${event.documents} / ${event.of}`);
        return;
      case "built":
        bar?.stop(title);
        bar = undefined;
        return;
      case "not-kept":
        console.warn(`fundstelle: ${renderError(event.error, messages)}`);
        return;
    }
  };
}
