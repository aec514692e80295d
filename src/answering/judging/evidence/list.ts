import { onlyAsks } from "./asks.ts";
import { attributeNamed } from "./attribute.ts";
import { unmetConstraint } from "./constraints.ts";
import { contextCoverage, heldTogether, lineCoverage } from "./context.ts";
import { missingShare, missingWord, nearCoverage, sentenceCoverage, thingCoverage } from "./coverage.ts";
import { formTold, otherSpeaker } from "./forms.ts";
import { nameCoverage, otherName, otherPartOfName } from "./names.ts";
import { missingNegation } from "./negation.ts";
import { missingNumber, numbersAlone, otherNumber } from "./numbers.ts";
import { opposite, oppositeInPassage, sister } from "./opposites.ts";
import { turnedRole } from "./roles.ts";
import { counted, kindAmid, kindNamed, kindNearby, missingKind } from "./slots.ts";

/** Every kind of evidence that a passage is judged by. To add one, write it and name it here. */
export const evidenceKinds = [
  sentenceCoverage,
  nearCoverage,
  thingCoverage,
  missingWord,
  missingShare,
  missingKind,
  kindNearby,
  kindAmid,
  kindNamed,
  counted,
  otherNumber,
  missingNumber,
  nameCoverage,
  otherName,
  otherPartOfName,
  missingNegation,
  opposite,
  oppositeInPassage,
  sister,
  turnedRole,
  unmetConstraint,
  contextCoverage,
  lineCoverage,
  heldTogether,
  formTold,
  otherSpeaker,
  attributeNamed,
  onlyAsks,
  numbersAlone,
] as const;

export type EvidenceName = (typeof evidenceKinds)[number]["name"];
