import type { Messages } from "../../locales/messages.ts";
import type { IndexEvent } from "../../search/index-event.ts";
import { renderChanges } from "../render/changes.ts";
import { renderError } from "../render/error.ts";
import type { Console } from "../services.ts";
import { sanitize } from "../text/sanitize.ts";
import { ProgressBar } from "./progress-bar.ts";

/** Collections that are read within this time need no progress bar. */
const fewDocuments = 50;

/**
 * Tells people what happens to an index: problems and changes as lines, progress only to a terminal.
 * @param waitsForVectors whether nothing else is shown until they are made
 * @param progressOutput where the progress bar is drawn, if it is a terminal
 */
export function createIndexReporter(
  console: Console,
  messages: Messages,
  progressOutput: NodeJS.WriteStream,
  waitsForVectors = false,
): (event: IndexEvent) => void {
  const { terminal } = messages;
  let bar: ProgressBar | undefined;
  let vectorBar: ProgressBar | undefined;
  let isBehind = false;
  const showVectors = ({ documents, of }: { readonly documents: number; readonly of: number }): void => {
    if (vectorBar === undefined && documents < of && waitsForVectors && progressOutput.isTTY) {
      vectorBar = new ProgressBar(terminal, progressOutput);
      void vectorBar.start(of, terminal.makingVectors);
    }
    vectorBar?.show(documents, of);
    if (documents < of) return;
    vectorBar?.stop();
    vectorBar = undefined;
  };
  return (event) => {
    switch (event.kind) {
      case "skipped":
        console.warn(
          `fundstelle: ${terminal.unreadableDocument(sanitize(event.file))}: ${renderError(event.error, messages)}`,
        );
        return;
      case "incomplete":
        for (const gap of event.gaps) {
          console.warn(`fundstelle: ${sanitize(event.file)}: ${terminal.readingGap(gap)}`);
        }
        return;
      case "kept-restricted":
        console.warn(`fundstelle: ${terminal.keptRestricted(sanitize(event.file), sanitize(event.was))}`);
        return;
      case "text-damaged":
        console.warn(`fundstelle: ${terminal.textDamaged(sanitize(event.file), event.isRepaired)}`);
        return;
      case "damaged":
        console.warn(`fundstelle: ${terminal.rebuilding} (${sanitize(event.reason)})`);
        return;
      case "outdated":
        isBehind = true;
        console.warn(`fundstelle: ${terminal.answersMeanwhile(event.leftOut)}`);
        return;
      case "replaced":
        isBehind = false;
        console.warn(`fundstelle: ${terminal.newIndexAnswers}`);
        return;
      case "building":
        // Where questions are asked meanwhile, there is no room for a bar.
        if (event.documents > fewDocuments && progressOutput.isTTY && !isBehind) {
          bar = new ProgressBar(terminal, progressOutput);
          void bar.start(event.documents);
        }
        return;
      case "read":
        bar?.show(event.documents, event.of);
        return;
      case "indexed":
        bar?.finish(event.passages, event.of);
        return;
      case "built":
        bar?.stop();
        bar = undefined;
        return;
      case "changed":
        console.warn(`${terminal.changedDocuments} ${renderChanges(event)}`);
        return;
      case "not-updated":
        console.warn(`fundstelle: ${terminal.notUpdated} ${renderError(event.error, messages)}`);
        return;
      case "vectors":
        showVectors(event);
        return;
      case "model-failing":
        console.warn(`fundstelle: ${terminal.modelFailing} (${sanitize(event.reason)})`);
        return;
      case "model-working":
        console.warn(terminal.modelWorking);
        return;
      case "not-kept":
        console.warn(`fundstelle: ${renderError(event.error, messages)}`);
        return;
    }
  };
}
