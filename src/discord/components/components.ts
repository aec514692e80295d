import {
  addDocument,
  discardDocument,
  documentChannels,
  documentRoles,
  ownDocuments,
  removeDocument,
} from "./community/documents.ts";
import { point, unpoint } from "./community/pointing.ts";
import { erase } from "./community/privacy.ts";
import { chooseSetting } from "./community/settings.ts";
import { agree, decline } from "./community/solved-posts.ts";
import { voteWord } from "./community/votes.ts";
import { confirmDelete, deleteAnswer } from "./delete.ts";
import { answerFollowUp, openFollowUp } from "./follow-up.ts";
import type { ComponentHandler } from "./handler.ts";
import { hits } from "./hits.ts";
import { jump, jumpTo } from "./jump.ts";
import { more } from "./more.ts";
import { page } from "./page.ts";
import { cite, context, contextAt, open, style } from "./passages.ts";
import { around, read, readAt, reading, sourcePages } from "./reading.ts";
import { share, shareFile } from "./share.ts";

/** Every button, menu and form. */
export const components: readonly ComponentHandler[] = [
  page,
  context,
  contextAt,
  open,
  cite,
  style,
  share,
  shareFile,
  openFollowUp,
  answerFollowUp,
  deleteAnswer,
  confirmDelete,
  more,
  hits,
  sourcePages,
  read,
  around,
  readAt,
  reading,
  jump,
  jumpTo,
  voteWord,
  erase,
  chooseSetting,
  point,
  unpoint,
  addDocument,
  discardDocument,
  removeDocument,
  documentRoles,
  documentChannels,
  ownDocuments,
  agree,
  decline,
];
