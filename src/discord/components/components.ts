import { deleteAnswer } from "./delete.ts";
import { followUp, further } from "./further.ts";
import type { ComponentHandler } from "./handler.ts";
import { around, hits, read, reading, sourcePages } from "./lists.ts";
import { page } from "./page.ts";
import { cite, context, open, style } from "./passages.ts";
import { share } from "./share.ts";

/** Every button, menu and form. */
export const components: readonly ComponentHandler[] = [
  page,
  context,
  open,
  cite,
  style,
  share,
  further,
  followUp,
  deleteAnswer,
  hits,
  sourcePages,
  read,
  around,
  reading,
];
