/**
 * Stands before the name of an audience at the end of a term that is looked up for that audience only. No token of a
 * text has this character.
 */
const mark = "\u0001";
const markCode = 1;
/** Of an audience's name. */
const nameChars = 12;

/** A term as it stands in the index for an audience: as it is for everybody, else with the audience's name. */
export function termFor(term: string, audience: string): string {
  return audience === "" || term === "" ? term : term + mark + audience;
}

/** A term of the index without the audience that it is for. */
export function plainTerm(term: string): string {
  return isRestricted(term) ? term.slice(0, -nameChars - 1) : term;
}

/** The audience that a term of the index is for; "" for everybody. */
export function audienceOfTerm(term: string): string {
  return isRestricted(term) ? term.slice(-nameChars) : "";
}

function isRestricted(term: string): boolean {
  return term.charCodeAt(term.length - nameChars - 1) === markCode;
}
