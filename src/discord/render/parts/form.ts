import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from "discord.js";
import { defined } from "../../../defined.ts";
import { modalLabelChars, modalTitleChars } from "../../limits.ts";
import { cutPlain } from "../text/cut.ts";

/** A field into which somebody types. */
export interface FormField {
  /** By which what was typed is found again. */
  readonly name: string;
  readonly label: string;
  readonly maxChars: number;
  /** Whether it has room for several lines, and may be left empty. */
  readonly isRemark?: boolean;
  /** What stands in it already, cut to what fits. */
  readonly value?: string;
  readonly placeholder?: string;
}

/** A form, as discord.js opens it. */
export function form(
  customId: string,
  title: string,
  fields: readonly FormField[],
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: customId,
    title: cutPlain(title, modalTitleChars),
    components: fields.map(({ name, label, maxChars, isRemark = false, value = "", placeholder }) => ({
      type: ComponentType.Label,
      label: cutPlain(label, modalLabelChars),
      component: {
        type: ComponentType.TextInput,
        custom_id: name,
        style: isRemark ? TextInputStyle.Paragraph : TextInputStyle.Short,
        ...defined({ placeholder }),
        ...(value === "" ? {} : { value: cutPlain(value, maxChars) }),
        ...(isRemark ? {} : { min_length: 1 }),
        max_length: maxChars,
        required: !isRemark,
      },
    })),
  };
}
