import { defined } from "../defined.ts";
import type { Answer, Answered, CitedPassage } from "./answer.ts";
import type { LookedUp } from "./service.ts";

/** An answer that has a passage first that somebody pointed to, whatever was found; the others follow. */
export function withPointed(answer: Answer, pointed: LookedUp): Answered {
  const { parts: _parts, modelVerdict: _verdict, ...rest } = answer;
  const found = answer.passages.find(({ citation }) => citation === pointed.citation);
  const others = answer.passages.filter((passage) => passage !== found);
  return {
    ...rest,
    kind: "answered",
    certainty: "sure",
    findings: [],
    missing: [],
    passages: [found ?? citedOf(pointed), ...others],
    worthShowing: 1,
    saysDifferentThings: false,
  };
}

function citedOf({ citation, fingerprint, file, metadata, passage, text, around, ...rest }: LookedUp): CitedPassage {
  return {
    citation,
    fingerprint,
    file,
    metadata,
    passage,
    text,
    around,
    highlight: passage.range,
    isMarked: false,
    score: 0,
    signals: [],
    alsoIn: [],
    similarIn: [],
    ...defined({ readerLink: rest.readerLink, standing: rest.standing }),
  };
}
