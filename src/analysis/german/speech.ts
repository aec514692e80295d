import type { SpeechRules } from "../rules/speech-rules.ts";

export const germanSpeech: SpeechRules = {
  verbs:
    "sagen sagt sagte meinen meinte denken dachte glauben glaubt halten halt hielt finden fand aussern erklaren erklarte behaupten betonen betonte fordern forderte kritisieren warnen warnte schreiben schreibt schrieb berichten berichtete bezeichnen beurteilen urteilen bewerten einschatzen vermuten kommentieren zitieren zitiert sprechen spricht sprach versichern ankundigen kundigte mitteilen teilte hinweisen wies raumen raumte rechnen erwarten begrunden bedauern loben lobte verlangen vorwerfen wirft warf".split(
      " ",
    ),
  asks: /^\W*(?:und )?(?:was|wie)(?!\p{L})/iu,
  leads: ["laut", "zufolge"],
  beforeNames: ["herr", "frau", "dr", "prof"],
  besideSpeaker:
    "laut|zufolge|nach (?:ansicht|meinung|angaben|aussage) (?:von|des|der)?|sagt|sagte|meint|meinte|glaubt",
};
