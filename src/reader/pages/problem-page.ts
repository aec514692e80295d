import type { Messages } from "../../locales/messages.ts";
import type { Visitor } from "../access/visitor.ts";
import { type Html, html, nothing } from "./parts/html.ts";
import { renderPage } from "./parts/layout.ts";

/** A page that says why there is nothing to see. */
export function renderProblemPage(
  { title, text, remedy }: { readonly title: string; readonly text: string; readonly remedy?: string },
  m: Messages,
  visitor?: Visitor,
): Html {
  const body = html`<h1>${title}</h1><p>${text}</p>${remedy === undefined ? nothing : html`<p>${remedy}</p>`}`;
  return renderPage({ title, body }, { m, visitor });
}
