import type { Log } from "../../observability/log.ts";
import type { IndexEvent } from "../../search/index-event.ts";

/** Logs index events; of progress, only the beginning and the end. */
export function logIndexEvents(log: Log): (event: IndexEvent) => void {
  return (event) => {
    switch (event.kind) {
      case "skipped":
        log.warn({ file: event.file, code: event.error.code, reason: event.error.message }, "document left out");
        return;
      case "incomplete":
        log.warn({ file: event.file, gaps: event.gaps }, "document not read as a whole");
        return;
      case "kept-restricted":
        log.warn(
          { file: event.file, was: event.was, servers: event.guilds },
          "document stays restricted though sources.json does not say so; to open it: fundstelle restricted --lift FILE",
        );
        return;
      case "text-damaged":
        log.warn({ file: event.file, repaired: event.isRepaired }, "stored text of a document was damaged");
        return;
      case "damaged":
        log.warn({ reason: event.reason }, "index damaged, building it again");
        return;
      case "outdated":
        log.info({ leftOut: event.leftOut }, "the index that is there answers until a new one is built");
        return;
      case "replaced":
        log.info("the new index answers");
        return;
      case "building":
        log.info({ documents: event.documents }, "building the index");
        return;
      case "built":
        log.info({ passages: event.passages }, "index built");
        return;
      case "changed":
        log.info({ added: event.added, changed: event.changed, removed: event.removed }, "documents changed");
        return;
      case "not-kept":
        log.warn({ code: event.error.code, reason: event.error.message }, "index not kept on disk");
        return;
      case "not-updated":
        log.warn({ code: event.error.code, reason: event.error.message }, "index not updated");
        return;
      case "vectors":
        if (event.documents === event.of) log.info({ documents: event.documents }, "all documents have vectors");
        return;
      case "model-failing":
        log.warn({ purpose: event.purpose, reason: event.reason }, "the model does not answer: the words alone decide");
        return;
      case "model-working":
        log.info({ purpose: event.purpose }, "the model answers again");
        return;
      case "read":
      case "indexed":
        return;
    }
  };
}
