import { ask } from "./ask.ts";
import { cite } from "./cite.ts";
import type { Command } from "./command.ts";
import { documents } from "./community/documents.ts";
import { insights } from "./community/insights.ts";
import { makeDocument } from "./community/make-document.ts";
import { markAnswer } from "./community/mark-answer.ts";
import { moderation } from "./community/moderation.ts";
import { pointOut } from "./community/point-out.ts";
import { privacy } from "./community/privacy.ts";
import { settings } from "./community/settings.ts";
import { findSources } from "./find-sources.ts";
import { help } from "./help.ts";
import { search } from "./search.ts";
import { source } from "./source.ts";
import { sources } from "./sources.ts";

/** Every command: dispatch and register read this list. */
export const commands: readonly Command[] = [
  ask,
  cite,
  search,
  sources,
  source,
  help,
  findSources,
  privacy,
  settings,
  documents,
  moderation,
  insights,
  pointOut,
  makeDocument,
  markAnswer,
];
