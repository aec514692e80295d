import type { BylineWords } from "../../rules/document-rules.ts";

export const germanBylines: BylineWords = {
  published:
    "stand(?: vom)?|veröffentlicht(?: am)?|erschienen(?: am)?|publiziert(?: am)?|datum|erstellt(?: am)?|" +
    "(?:in der )?fassung vom|version (?:\\S{1,12} )?vom|ausgegeben(?: zu \\S{2,30})? am|(?:veröffentlichungs|erscheinungs|erstellungs|ausgabe|ausfertigungs)datum",
  changed:
    "(?:zuletzt )?(?:aktualisiert|geändert|geprüft|bearbeitet|überarbeitet)(?: am)?|letzte (?:aktualisierung|änderung)",
  made: "erstellt|angelegt|verfasst|geschrieben|veröffentlicht|publiziert|gespeichert|eingereicht|eingestellt|eingetragen|hinzugefügt|gepostet|hochgeladen",
  madeAnew:
    "(?:zuletzt|dann)(?: wurde)? (?:geändert|bearbeitet|aktualisiert|überarbeitet|verändert)|letzte bearbeitung",
  byWhom: "von|durch",
  beforeDates: "am|vom",
  inSection: "in|unter",
  date: "datum",
  by:
    "[Vv]on|(?:(?:Autor|Verfasser|Ersteller)(?:in|en|innen|[*:_/]-?innen|[*:_/]-?in|\\((?:in|en|innen)\\))?|Protokoll(?:führer(?:in)?|führung|ant(?:in)?)|Text)\\s?:|" +
    "(?:Eine? )?(?:Analyse|Artikel|Beitrag|Bericht|Essay|Gastbeitrag|Hausarbeit|Interview|Kolumne|Kommentar|Leitfaden|Porträt|Referat|Reportage|Rezension|Vortrag) von|[Vv]orgelegt von",
  notPlaces: "Von|Text|Autor|Version|Revision",
  editions: "version|revision|rev\\.|release",
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
    "\\p{L}*(?<!ab|an|aus|be|hoch|um|ver|vor)rechnung|rechnungskopie|gutschrift|(?:zahlungs)?mahnung|zahlungserinnerung|quittung|lieferschein|angebot|auftragsbestätigung|kostenvoranschlag|\\p{L}*brief|(?:an)?schreiben|\\p{L}*bescheid|kündigung|kontoauszug|aktenvermerk|vermerk|aktennotiz|gutachten|stellungnahme|urteil|\\p{L}*beschluss|verfügung|erlass|\\p{L}*satzung|\\p{L}*(?<!tages|un|zu)ordnung|\\p{L}*gesetz|\\p{L}*vertrag|\\p{L}*vereinbarung",
  eventLabels: "ort|wo|wann|zeit|uhrzeit|treffpunkt|preis",
  eventWords: "beginn|einlass|eintritt|anmeldung|start",
  minutes:
    "besprechung|(?:gesprächs|telefon)notiz|jour fixe|\\p{L}*(?:protokoll|niederschrift|mitschrift)|\\p{L}*sitzung|(?:presse|medien)(?:mitteilung|meldung|information)|rundschreiben",
};
