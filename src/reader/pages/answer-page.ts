import type { Answer, CitedPassage, LookedFor } from "../../answering/answer.ts";
import { passagesAsShown } from "../../answering/choosing/several-sources.ts";
import { doubtsAbout } from "../../answering/shown/doubts.ts";
import { linesAbove } from "../../answering/shown/lines-above.ts";
import { isSmallTalk } from "../../answering/small-talk/small-talk.ts";
import type { Messages } from "../../locales/messages.ts";
import type { Visitor } from "../access/visitor.ts";
import { pageAddress, passageAddress } from "./addresses.ts";
import { type Html, html, nothing } from "./parts/html.ts";
import { type PageFrame, renderPage } from "./parts/layout.ts";
import { renderSource } from "./parts/source-line.ts";
import { renderBlock } from "./parts/text-blocks.ts";

/** An answer or an abstention, as it is given in Discord and in the terminal. */
export function renderAnswerPage(answer: Answer, frame: PageFrame & { visitor: Visitor }): Html {
  const { m, visitor } = frame;
  const passages = passagesAsShown(answer);
  const body = html`<h1 class="question" lang="${answer.language}">${answer.question}</h1>
<div class="certainty ${answer.certainty}">${renderHead(answer, m)}</div>
${answer.kind === "abstained" && passages.length > 0 ? html`<h2>${m.answer.closest}</h2>` : nothing}
<ol class="passages">${passages.map((passage) => renderPassage(passage, answer, frame))}</ol>
${answer.modelVerdict === undefined ? nothing : html`<p>${m.answer.modelVerdict[answer.modelVerdict]}</p>`}
${answer.editionsLeftOut === undefined ? nothing : html`<p>${m.answer.editionsLeftOut(answer.editionsLeftOut)}</p>`}
${answer.undatedLeftOut > 0 ? html`<p>${m.answer.undatedLeftOut(answer.undatedLeftOut)}</p>` : nothing}
<p><a href="${pageAddress("/search", { q: answer.question }, visitor)}">${m.reader.searchInstead}</a></p>`;
  return renderPage({ title: answer.question, body, asked: { kind: "ask", words: answer.question } }, frame);
}

function renderHead(answer: Answer, { answer: words }: Messages): Html {
  const missing = answer.lookedFor.length === 0 ? nothing : renderLookedFor(answer.lookedFor, words);
  if (answer.kind === "abstained") {
    if (isSmallTalk(answer.reason)) return html`<p>${words.reasons[answer.reason]}</p>`;
    return html`<p><strong>${words.abstained}</strong> ${words.reasons[answer.reason]}</p>${missing}`;
  }
  const doubts = doubtsAbout(answer, words.finding);
  const told = doubts.length === 0 ? nothing : html`<p class="doubts">${words.doubts(doubts)}</p>`;
  return html`${answer.certainty === "uncertain" ? html`<p><strong>${words.uncertain}</strong></p>${told}${missing}` : nothing}
${answer.saysDifferentThings ? html`<p><strong>${words.saysDifferentThings}</strong></p>` : nothing}`;
}

function renderLookedFor(lookedFor: readonly LookedFor[], words: Messages["answer"]): Html {
  const groups = [
    { label: words.found, members: lookedFor.filter((word) => word.isFound && word.isInBestPassage) },
    { label: words.elsewhere, members: lookedFor.filter((word) => word.isFound && !word.isInBestPassage) },
    { label: words.notFound, members: lookedFor.filter((word) => !word.isFound) },
  ].filter(({ members }) => members.length > 0);
  const parts = groups.map(({ label, members }) => {
    const shown = members.map(({ word, correctedTo }) =>
      correctedTo === undefined ? word : words.takenFor(word, correctedTo),
    );
    return `${shown.join(", ")} (${label})`;
  });
  return html`<p class="looked-for">${words.lookedFor}: ${parts.join("; ")}</p>`;
}

function renderPassage(cited: CitedPassage, answer: Answer, { m, visitor }: PageFrame & { visitor: Visitor }): Html {
  const { file, passage, text, highlight, isMarked, metadata, alsoIn, similarIn } = cited;
  const block = { file, kind: passage.kind, text, start: passage.range.start, level: 3 };
  const marks = answer.kind === "answered" && isMarked ? [{ kind: "sentence" as const, range: highlight }] : [];
  const above = linesAbove(cited).map((line) => html`<p class="source" lang="${metadata.language}">${line}</p>`);
  return html`<li>${above}<blockquote lang="${metadata.language}">${renderBlock(block, marks)}</blockquote>
${renderSource(cited, passageAddress(cited, answer.question, visitor), m.answer)}
${alsoIn.length === 0 ? nothing : html`<p class="source">${m.answer.alsoIn(alsoIn)}</p>`}
${similarIn.length === 0 ? nothing : html`<p class="source">${m.answer.similarIn(similarIn)}</p>`}</li>`;
}
