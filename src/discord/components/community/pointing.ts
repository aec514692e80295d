import { keepPointer, undoPointing } from "../../community/pointing.ts";
import { pointId, unpointId } from "../../custom-ids/ids.ts";
import { buttonHandler, formHandler } from "../handler.ts";

/** The form in which somebody has named the passage that answers a question. */
export const point = formHandler(pointId, (interaction, { asker }, context) =>
  keepPointer(interaction, asker, context),
);

/** The button below what was told then: whoever pointed is the one who sees it. */
export const unpoint = buttonHandler(unpointId, (interaction, { pointer }, context) =>
  undoPointing(interaction, pointer, interaction.user.id, context),
);
