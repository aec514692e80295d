import { answerFollowUp, askFurther } from "./ask-further.ts";
import { deleteAnswer } from "./delete.ts";
import type { ComponentHandler } from "./handler.ts";
import { hits } from "./hits.ts";
import { page } from "./page.ts";
import { cite, context, open, style } from "./passages.ts";
import { around, read, reading, sourcePages } from "./reading.ts";
import { share } from "./share.ts";

/** Every button, menu and form. */
export const components: readonly ComponentHandler[] = [
  page,
  context,
  open,
  cite,
  style,
  share,
  askFurther,
  answerFollowUp,
  deleteAnswer,
  hits,
  sourcePages,
  read,
  around,
  reading,
];
