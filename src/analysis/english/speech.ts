import type { SpeechRules } from "../rules/speech-rules.ts";

export const englishSpeech: SpeechRules = {
  verbs:
    "say says said think thinks thought believe claim state stress demand warn argue explain tell told comment write wrote written suggest call announce note add insist criticise criticize praise describe consider expect admit".split(
      " ",
    ),
  asks: /^\W*(?:and )?(?:what|how)(?!\p{L})/iu,
  leads: ["according"],
  beforeNames: ["to", "mr", "mrs", "dr", "prof"],
  besideSpeaker: "according to|in the (?:view|opinion) of|says?|said|think|thinks|thought|believes?|believed",
};
