import type { BylineWords } from "../../rules/document-rules.ts";

export const germanBylines: BylineWords = {
  published:
    "stand(?: vom)?|veröffentlicht(?: am)?|erschienen(?: am)?|publiziert(?: am)?|datum|erstellt(?: am)?|" +
    "(?:in der )?fassung vom|version (?:\\S{1,12} )?vom|ausgegeben(?: zu \\S{2,30})? am|(?:veröffentlichungs|erscheinungs|erstellungs|ausgabe)datum",
  changed:
    "(?:zuletzt )?(?:aktualisiert|geändert|geprüft|bearbeitet|überarbeitet)(?: am)?|letzte (?:aktualisierung|änderung)",
  made: "erstellt|angelegt|verfasst|geschrieben|veröffentlicht|publiziert|gespeichert|eingereicht|eingestellt|eingetragen|hinzugefügt|gepostet|hochgeladen",
  madeAnew:
    "(?:zuletzt|dann)(?: wurde)? (?:geändert|bearbeitet|aktualisiert|überarbeitet|verändert)|letzte bearbeitung",
  byWhom: "von|durch",
  beforeDates: "am|vom",
  inSection: "in|unter",
  date: "datum",
  by: "[Vv]on|(?:Autor(?:in|en|innen)?|Verfasser(?:in|innen)?|Ersteller(?:in)?|Protokoll(?:führer(?:in)?|führung|ant(?:in)?)|Text)\\s?:",
  notPlaces: "Von|Text|Autor",
  from: "von",
  and: "und|sowie",
  inNames: "von|zu",
  otherDays:
    "aktualisiert|geändert|geprüft|stand der|bearbeitet|beginn|ende\\b|termin|einlass|anmeldung|frist|bis|gültig|geboren|gestorben",
  aroundDates: "um|von",
  afterPlace: "den|im",
  belowTitle: "vom",
  beforeMeetings: "einladung|tagesordnung|einberufung|vorlage|antrag|agenda",
  datedPapers:
    "\\p{L}*(?<!ab|an|aus|be|hoch|um|ver|vor)rechnung|rechnungskopie|gutschrift|(?:zahlungs)?mahnung|zahlungserinnerung|quittung|lieferschein|angebot|auftragsbestätigung|kostenvoranschlag|\\p{L}*brief|(?:an)?schreiben|\\p{L}*bescheid|kündigung|kontoauszug|aktenvermerk|vermerk|aktennotiz|gutachten|stellungnahme",
  eventLabels: "ort|wo|wann|zeit|uhrzeit|treffpunkt|preis",
  eventWords: "beginn|einlass|eintritt|anmeldung|start",
  minutes:
    "\\p{L}*(?:protokoll|niederschrift|mitschrift)|\\p{L}*sitzung|(?:presse|medien)(?:mitteilung|meldung|information)|rundschreiben",
};
