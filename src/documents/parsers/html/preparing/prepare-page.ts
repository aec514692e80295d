import { markAccordions } from "../blocks/accordions.ts";
import type { HtmlPage } from "../dom.ts";
import { markNamedFrames } from "./frame-names.ts";
import { nestGoogleLists } from "./google-lists.ts";
import { markShownStyles } from "./shown-styles.ts";
import type { StyleRule } from "./style-sheets.ts";
import { markTabs } from "./tabs.ts";
import { markTeaserBoxes } from "./teaser-boxes.ts";
import { nameSpeakers } from "./threads.ts";
import { showTicks } from "./ticks.ts";
import { tidyPage } from "./tidy-page.ts";
import { markTitleParagraph } from "./title-paragraph.ts";

/**
 * Marks in the text of a book or a message what the names and styles of its elements say of their words, before these are
 * read.
 * @param linked the rules of the style sheets that it links
 */
export function prepareText(page: HtmlPage, linked: readonly StyleRule[] = []): void {
  tidyPage(page);
  nestGoogleLists(page);
  showTicks(page);
  markShownStyles(page, linked, true);
}

/** The same of a page of the web, which has parts that are none of its text. */
export function preparePage(page: HtmlPage): void {
  tidyPage(page);
  nestGoogleLists(page);
  showTicks(page);
  markShownStyles(page);
  markTabs(page);
  markAccordions(page);
  nameSpeakers(page);
  markTitleParagraph(page);
  markNamedFrames(page);
  markTeaserBoxes(page);
}
