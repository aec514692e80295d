import type { CaptionPatterns } from "../../rules/document-rules.ts";

export const englishCaptions: CaptionPatterns = {
  credits: [
    /^(?:photo|image|picture|graphic|illustration|file photo)(?: by)?\s?:\s*\S/iu,
    /(?:©|\(c\)) ?(?:photo|image|credit|picture)/iu,
    /(?:^|[\s(|[])(?:photo|photos|photograph|image|images|credit|picture)\s?:\s*[^.:]{2,80}\)?\]?\.?$/iu,
    /\((?:file|stock) (?:photo|image|picture)\)\.?/iu,
  ],
  pointers: [
    /, (?:left|right|center|centre|second from (?:left|right)|far (?:left|right)|pictured|seen here)[,.]/iu,
    /\((?:left|right|center|centre|l|r|pictured)\)|^(?:from left|clockwise from|pictured)\b|\bis pictured\b/iu,
    /\b(?:is|are) (?:seen|shown) (?:here|at|in|on|during|after|before|outside|inside)\b/iu,
  ],
};
