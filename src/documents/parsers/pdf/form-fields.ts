import * as z from "zod";

/** What is filled into a field, as the page shows it. */
export interface FilledField {
  readonly text: string;
  /** Left, bottom, right and top, in points from the page's lower left corner. */
  readonly rect: readonly number[];
  /** Whether it is a box to tick. */
  readonly isBox: boolean;
  /** Whether lines on the page draw it, so that it may be something else. */
  readonly isDrawn?: true;
}

const hiddenFlags = 2 | 32;
const passwordFlag = 8_192;

const words = z.string().nullish().catch(undefined);
const annotationSchema = z.object({
  subtype: z.string(),
  rect: z.array(z.number()).length(4),
  annotationFlags: z.number().catch(0),
  hidden: z.boolean().catch(false),
  fieldType: words,
  fieldFlags: z.number().catch(0),
  fieldValue: z
    .union([z.string(), z.array(z.string())])
    .nullish()
    .catch(undefined),
  buttonValue: words,
  exportValue: words,
  checkBox: z.boolean().catch(false),
  radioButton: z.boolean().catch(false),
  options: z.array(z.object({ exportValue: words, displayValue: words })).catch([]),
  contentsObj: z.object({ str: z.string() }).optional().catch(undefined),
});
type Annotation = z.infer<typeof annotationSchema>;

/** The fields of a page that hold something, and the texts that someone wrote onto it. */
export function fieldsOf(annotations: readonly unknown[]): FilledField[] {
  return annotations.flatMap((data) => {
    const parsed = annotationSchema.safeParse(data);
    if (!parsed.success) return [];
    const annotation = parsed.data;
    if (annotation.hidden || (annotation.annotationFlags & hiddenFlags) !== 0) return [];
    const text =
      textOf(annotation)
        ?.replace(/\s*\r\n?\s*|\s*\n\s*/gu, " ")
        .trim() ?? "";
    return text === "" ? [] : [{ text, rect: annotation.rect, isBox: annotation.fieldType === "Btn" }];
  });
}

function textOf(annotation: Annotation): string | undefined {
  if (annotation.subtype === "FreeText") return annotation.contentsObj?.str;
  if (annotation.subtype !== "Widget") return undefined;
  const { fieldType, fieldValue, fieldFlags } = annotation;
  if (fieldType === "Tx") return (fieldFlags & passwordFlag) === 0 ? joined(fieldValue) : undefined;
  if (fieldType === "Ch") return joined(displayed(annotation));
  if (fieldType === "Btn" && (annotation.checkBox || annotation.radioButton)) return isOn(annotation) ? "☒" : "☐";
  return undefined;
}

/** What a list shows for the values that are chosen. */
function displayed({ fieldValue, options }: Annotation): string[] {
  const values = typeof fieldValue === "string" ? [fieldValue] : (fieldValue ?? []);
  return values.map((value) => options.find(({ exportValue }) => exportValue === value)?.displayValue ?? value);
}

function isOn({ checkBox, fieldValue, exportValue, buttonValue }: Annotation): boolean {
  if (typeof fieldValue !== "string" || fieldValue === "Off" || fieldValue === "") return false;
  return fieldValue === (checkBox ? (exportValue ?? fieldValue) : (buttonValue ?? fieldValue));
}

function joined(value: string | readonly string[] | null | undefined): string | undefined {
  return typeof value === "string" || value === null || value === undefined ? (value ?? undefined) : value.join(", ");
}
