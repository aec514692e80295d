import { markAccordions } from "../blocks/accordions.ts";
import type { HtmlPage } from "../dom.ts";
import { markNamedFrames } from "./frame-names.ts";
import { nestGoogleLists } from "./google-lists.ts";
import { markShownStyles } from "./shown-styles.ts";
import { markTeaserBoxes } from "./teaser-boxes.ts";
import { tidyPage } from "./tidy-page.ts";
import { markTitleParagraph } from "./title-paragraph.ts";

/** Marks in a page what the names and styles of its elements say of their words, before these are read. */
export function preparePage(page: HtmlPage): void {
  tidyPage(page);
  nestGoogleLists(page);
  markShownStyles(page);
  markAccordions(page);
  markTitleParagraph(page);
  markNamedFrames(page);
  markTeaserBoxes(page);
}
