import type { CaptionPatterns } from "../../rules/document-rules.ts";

export const germanCaptions: CaptionPatterns = {
  credits: [
    /^(?:symbol|archiv)?(?:foto|bild|fotograf(?:in)?|grafik|karte|illustration)(?:\s?:|\s+©)\s*\S/iu,
    /(?:©|\(c\)) ?(?:quelle|foto|bild)/iu,
    /(?:^|[\s(|[])(?:foto|bild|bildquelle|fotos|quelle)\s?:\s*[^.:]{2,80}\)?\]?\.?$/iu,
    /\((?:archiv|symbol)(?:bild|foto)\)\.?/iu,
  ],
  pointers: [
    /, (?:links|rechts|hinten|vorne?|mitte|oben|unten)(?: (?:im bild|auf dem foto|auf dem bild))?[,)]/iu,
    /\((?:links|rechts|mitte|l\.|r\.|m\.|v\. ?l\. ?n\. ?r\.|von links|2\. v\. ?[lr]\.)\)|^v\. ?l\.(?: n\. ?r\.)?:?/iu,
    /, hier (?:bei|in|im|am|auf|mit|während|vor)\b/iu,
    /\b(?:ist|sind|war|waren) .{0,160}\bzu sehen\.?$/iu,
    /^(?:im bild|auf dem (?:bild|foto|archivbild|archivfoto))\b/iu,
  ],
};
