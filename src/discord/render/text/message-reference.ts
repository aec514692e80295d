import * as z from "zod";
import { type CitationReference, parseCitation } from "../../../answering/citing/citation.ts";
import { splitCustomId } from "../../custom-ids/custom-id.ts";
import { contextAtId, moreId } from "../../custom-ids/ids.ts";
import { parseMoreAction } from "../parts/more-menu.ts";

const node = z.looseObject({
  custom_id: z.string().optional(),
  options: z.array(z.object({ value: z.string() })).optional(),
  get components() {
    return z.array(node).optional();
  },
  get accessory() {
    return node.optional();
  },
});
type Node = z.infer<typeof node>;

/** The citation of the first passage that an answer's message shows, without its fingerprint; undefined if there is none. */
export function readReference(components: readonly unknown[]): string | undefined {
  for (const component of components) {
    const parsed = node.safeParse(component);
    const found = parsed.success ? find(parsed.data) : undefined;
    if (found !== undefined) return found.split("@")[0];
  }
  return undefined;
}

function find({ custom_id, options = [], components = [] }: Node): string | undefined {
  const id = custom_id === undefined ? undefined : splitCustomId(custom_id);
  if (id?.kind === contextAtId.kind) return contextAtId.decode(id.fields)?.reference;
  if (id?.kind === moreId.kind) {
    for (const { value } of options) {
      const action = parseMoreAction(value);
      if (action !== undefined && "reference" in action) return action.reference;
    }
  }
  for (const child of components) {
    const found = find(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Every citation behind something on a message that can be clicked or chosen: of all that it quotes, once each. */
export function readReferences(components: readonly unknown[]): readonly CitationReference[] {
  const texts = components.flatMap((component) => {
    const parsed = node.safeParse(component);
    return parsed.success ? idsOf(parsed.data) : [];
  });
  const fields = new Set(texts.flatMap((text) => text.split("|")));
  return [...fields].flatMap((field) => parseCitation(field) ?? []);
}

/** What stands behind everything that can be clicked or chosen: texts of ours, and nobody's words. */
function idsOf({ custom_id, options = [], components = [], accessory }: Node): readonly string[] {
  return [
    ...(custom_id === undefined ? [] : [custom_id]),
    ...options.map(({ value }) => value),
    ...[...components, ...(accessory === undefined ? [] : [accessory])].flatMap(idsOf),
  ];
}
