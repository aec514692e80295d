import type { Proof, QuoteLocation } from "../../answering/proof/proof.ts";
import { pageUnitOf } from "../../answering/shown/page-unit.ts";
import type { Messages } from "../../locales/messages.ts";
import { shorten } from "../text/marked-text.ts";
import { sanitize } from "../text/sanitize.ts";
import type { Style } from "../text/style.ts";
import { fitLines } from "../text/wrap.ts";

const shownHashChars = 12;

/** What is proven of a citation, on one line that begins with ✓ or ✗; a narrow terminal breaks it. */
export function renderProof(proof: Proof, messages: Messages, style: Style): string {
  const { state, location, instead } = proof;
  const { citing } = messages;
  const label = style.accent(shorten(proof.claim, 100));
  if (state === "proven" && location !== undefined) {
    const unchecked = proof.unchecked === undefined ? [] : [citing.notChecked(proof.unchecked.map(sanitize))];
    const line = [`✓ ${label}`, citing.states.proven, ...places(location, messages), ...unchecked].join(" · ");
    return fitLines(line, style.width);
  }
  const reasons = proof.checks
    .filter(({ holds, name }) => !holds && !(state === "moved" && name === "place"))
    .map(({ name, found }) => citing.failures[name](found === undefined ? undefined : shorten(found, 120)));
  const hints = (instead ?? []).map(sanitize);
  const parts = [
    `✗ ${label}`,
    style.strong(citing.states[state]),
    ...(state === "moved" && location !== undefined ? [citing.standsAt(sanitize(location.citation))] : []),
    ...(reasons.length === 0 ? [] : [reasons.join("; ")]),
    ...(hints.length === 0
      ? []
      : [state === "changed" ? citing.standsThereNow(hints.join(", ")) : citing.didYouMean(hints)]),
  ];
  return fitLines(parts.join(" · "), style.width);
}

function places(
  { file, range, bytes, lines, page, lastPage, fileSha256, quoteSha256 }: QuoteLocation,
  messages: Messages,
): string[] {
  const { terminal, answer, citing } = messages;
  return [
    sanitize(file),
    ...(page === undefined ? [] : [answer.page(page, pageUnitOf(file), lastPage)]),
    terminal.range(range.start, range.end),
    ...(bytes === undefined ? [] : [terminal.bytes(bytes.start, bytes.end)]),
    ...(lines === undefined ? [] : [terminal.lines(lines.first, lines.last)]),
    `${citing.fileHash(fileSha256.slice(0, shownHashChars))}, ${citing.quoteHash(quoteSha256.slice(0, shownHashChars))}`,
  ];
}
