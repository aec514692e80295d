/** Longer paragraphs are prose, whatever words they contain. */
const maxCaptionChars = 420;
const maxWeakCaptionChars = 260;

/** Words that only a picture's credit has, at the beginning or the end of a paragraph. */
const credits: readonly RegExp[] = [
  /^(?:©|\(c\)\s|(?:symbol|archiv)?(?:foto|bild|fotograf(?:in)?|grafik|karte|illustration)(?:\s?:|\s+©)\s*\S)/iu,
  /^(?:photo|image|picture|graphic|illustration|file photo)(?: by)?\s?:\s*\S/iu,
  /(?:©|\(c\)) ?(?:quelle|foto|bild|photo|image|credit|imago|dpa|afp|ap|reuters|getty|picture)/iu,
  /©\s*[^.©]{2,80}$/u,
  /(?:^|[\s(|[])(?:foto|bild|bildquelle|fotos|quelle|photo|photos|photograph|image|images|credit|picture)\s?:\s*[^.:]{2,80}\)?\]?\.?$/iu,
  /\((?:archiv|symbol)(?:bild|foto)\)\.?|\((?:file|stock) (?:photo|image|picture)\)\.?/iu,
  /(?:^|[\s/(|-])(?:dpa|afp|epa|reuters|getty images|picture[- ]alliance|imago(?: images)?|shutterstock|istock|ap photo|pa wire)(?:\/[\p{L}\p{N} .-]{2,40}){0,3}\)?\.?$/iu,
];

/** Ways of speaking of a picture that also occur elsewhere: only a single short sentence with one is a caption. */
const pointers: readonly RegExp[] = [
  /, (?:links|rechts|hinten|vorne?|mitte|oben|unten)(?: (?:im bild|auf dem foto|auf dem bild))?[,)]/iu,
  /\((?:links|rechts|mitte|l\.|r\.|m\.|v\. ?l\. ?n\. ?r\.|von links|2\. v\. ?[lr]\.)\)|^v\. ?l\.(?: n\. ?r\.)?:?/iu,
  /, hier (?:bei|in|im|am|auf|mit|während|vor)\b/iu,
  /\b(?:ist|sind|war|waren) .{0,160}\bzu sehen\.?$/iu,
  /^(?:im bild|auf dem (?:bild|foto|archivbild|archivfoto))\b/iu,
  /, (?:left|right|center|centre|second from (?:left|right)|far (?:left|right)|pictured|seen here)[,.]/iu,
  /\((?:left|right|center|centre|l|r|pictured)\)|^(?:from left|clockwise from|pictured)\b|\bis pictured\b/iu,
  /\b(?:is|are) (?:seen|shown) (?:here|at|in|on|during|after|before|outside|inside)\b/iu,
];

/** Whether a paragraph speaks as the caption of a picture does. */
export function isCaption(text: string): boolean {
  if (text.length > maxCaptionChars) return false;
  if (credits.some((credit) => credit.test(text))) return true;
  if (text.length > maxWeakCaptionChars || hasSeveralSentences(text)) return false;
  return pointers.some((pointer) => pointer.test(text));
}

function hasSeveralSentences(text: string): boolean {
  return /\p{Ll}{2}[.!?]["”“«»]? +["„“»]?\p{Lu}/u.test(text);
}

/** A line that was cut with dots, which a following line repeats whole. */
export function isCutVersionOf(line: string, whole: string): boolean {
  if (!line.endsWith("…") && !line.endsWith("..")) return false;
  const kept = line.replace(/\s*(?:…|\.{2,})$/u, "");
  return kept.length < line.length && kept.length >= 25 && whole.length > kept.length && whole.startsWith(kept);
}
