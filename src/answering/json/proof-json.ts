import { defined } from "../../defined.ts";
import { fingerprintForm } from "../citing/fingerprint.ts";
import type { Proof, QuoteLocation } from "../proof/proof.ts";

/** What is proven of a citation, as one line of JSON, for other programs. */
export function renderProofJson({ claim, state, checks, unchecked, location, instead }: Proof): string {
  return JSON.stringify({
    claim,
    holds: state === "proven",
    state,
    checks: checks.map(({ name, holds, found }) => ({
      name,
      holds,
      ...(holds || found === undefined ? {} : { found }),
    })),
    ...defined({ unchecked }),
    ...(location === undefined ? {} : locationJson(location)),
    ...defined({ instead }),
  });
}

function locationJson({
  citation,
  file,
  parser,
  range,
  bytes,
  lines,
  page,
  lastPage,
  headingPath,
  anchor,
  ...rest
}: QuoteLocation): object {
  return {
    citation,
    document: file,
    parser,
    start: range.start,
    end: range.end,
    ...(bytes === undefined ? {} : { bytes: [bytes.start, bytes.end] }),
    ...(lines === undefined ? {} : { lines: [lines.first, lines.last] }),
    ...defined({ page, lastPage }),
    ...(headingPath.length === 0 ? {} : { section: headingPath.join(" › ") }),
    ...defined({ anchor }),
    fileSha256: rest.fileSha256,
    textSha256: rest.textSha256,
    quoteSha256: rest.quoteSha256,
    fingerprintForm,
    text: rest.text,
  };
}
