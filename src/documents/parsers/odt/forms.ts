import { elementsIn, type XmlElement } from "../xml.ts";

/** The controls of a text's forms, whose values stand apart from the places where they are shown. */
export class OdtForms {
  readonly #controls = new Map<string, XmlElement>();

  constructor(roots: readonly (XmlElement | undefined)[]) {
    for (const root of roots) {
      for (const form of elementsIn(root, "office:forms")) {
        for (const control of elementsIn(
          form,
          "form:checkbox",
          "form:radio",
          "form:text",
          "form:textarea",
          "form:formatted-text",
          "form:date",
          "form:time",
          "form:number",
          "form:combobox",
          "form:listbox",
        )) {
          for (const name of ["form:id", "xml:id"]) {
            const id = control.getAttribute(name);
            if (id !== null) this.#controls.set(id, control);
          }
        }
      }
    }
  }

  /** What is filled in, ticked or chosen where a control is shown; empty for buttons. */
  valueOf(shape: XmlElement): string {
    const control = this.#controls.get(shape.getAttribute("draw:control") ?? "");
    if (control === undefined) return "";
    const { tagName } = control;
    if (tagName === "form:checkbox" || tagName === "form:radio") {
      const state = control.getAttribute("form:current-state") ?? control.getAttribute("form:state") ?? "";
      const isOn = state === "checked" || isTrue(control, "form:current-selected", "form:selected");
      return `${isOn ? "☒" : "☐"} ${control.getAttribute("form:label") ?? ""}`.trim();
    }
    if (tagName === "form:listbox") {
      const options = elementsIn(control, "form:option");
      const chosen = options.filter((option) => isTrue(option, "form:current-selected", "form:selected"));
      return chosen.map((option) => option.getAttribute("form:label") ?? "").join(", ");
    }
    return control.getAttribute("form:current-value") ?? control.getAttribute("form:value") ?? "";
  }
}

/** The first of several attributes that is there decides. */
function isTrue(element: XmlElement, ...names: readonly string[]): boolean {
  return names.map((name) => element.getAttribute(name)).find((value) => value !== null) === "true";
}
