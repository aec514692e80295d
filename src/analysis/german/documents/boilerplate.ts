import type { BoilerplateWords } from "../../rules/document-rules.ts";

/** What pages in German put around a text. */
export const germanBoilerplate: BoilerplateWords = {
  advertisement: {
    lines: [
      "anzeige",
      "werbung",
      "weiterlesen nach der anzeige",
      "weiterlesen nach der werbung",
      "nach der anzeige geht es weiter",
      "artikel wird nach der anzeige fortgesetzt",
      "der artikel geht nach der anzeige weiter",
      "dieser artikel wird nach der werbung fortgesetzt",
      "ende der anzeige",
    ],
  },
  "skip-link": {
    lines: [
      "zum inhalt",
      "zum hauptinhalt",
      "zum seitenanfang",
      "zur navigation",
      "zur startseite",
      "zurück zur startseite",
      "zurück zum seitenanfang",
      "nach oben",
      "zurück nach oben",
      "zum anfang",
      "zum anfang der seite",
    ],
    patterns: [
      /^(?:direkt |weiter )?(?:zum|zur) (?:haupt)?(?:inhalt|navigation|menü|suche|fußzeile) (?:springen|wechseln)$/iu,
      /^(?:direkt zum|springe zum) (?:haupt)?inhalt$/iu,
    ],
  },
  "external-content": {
    hints: ["inhalt", "extern", "klick", "drittplattform", "mehr dazu"],
    signs: [
      /(?:^|[.!?:] )(?:Empfohlener|Externer) (?:redaktioneller |externer )?Inhalt\b/u,
      /An dieser Stelle (?:finden Sie|findest du|befindet sich|steht) (?:einen? )?externe/iu,
      /(?:^|[.!?:] )Externen? Inhalte? (?:anzeigen|laden|aktivieren|zulassen)/u,
      /können (?:ihn|sie|es) sich mit einem Klick (?:anzeigen|wieder)/iu,
      /Ich bin (?:damit )?einverstanden, dass mir externe Inhalte/iu,
      /können personenbezogene Daten an Drittplattformen übermittelt werden/iu,
      /Mehr dazu in unser(?:en|er)\b/iu,
    ],
  },
  consent: {
    hints: [
      "cookie",
      "akzeptieren",
      "zustimmen",
      "ablehnen",
      "einstellungen verwalten",
      "widerrufen",
      "in unserer",
      "stimmen sie",
      "erklären sie",
    ],
    signs: [
      /\b(?:Wir|wir) (?:und unsere (?:\d+ )?Partner )?(?:verwenden|nutzen|setzen|benutzen) (?:auf dieser (?:Web)?[Ss]eite )?Cookies/u,
      /(?:^|[.!?] )(?:Alle(?:s)? (?:Cookies )?akzeptieren|Zustimmen|Akzeptieren|Ablehnen|Einstellungen verwalten)(?:$|[ .])/u,
      /(?:jederzeit|Ihre Einwilligung|Ihre Zustimmung) .{0,60}\bwiderrufen/u,
      /in unserer (?:Datenschutz|Cookie)/iu,
      /(?:Mit (?:der|Ihrer) (?:weiteren )?Nutzung|Wenn Sie (?:auf dieser Seite )?(?:weitersurfen|fortfahren)).{0,80}(?:stimmen Sie|erklären Sie)/u,
    ],
  },
  newsletter: {
    hints: ["newsletter"],
    signs: [
      /Mit (?:meiner|deiner|Ihrer|der) (?:Anmeldung|Registrierung) (?:zum|für den) Newsletter (?:stimme|stimmst|stimmen|erkläre)/iu,
    ],
    lines: [
      "newsletter abonnieren",
      "newsletter bestellen",
      "zum newsletter anmelden",
      "newsletter-anmeldung",
      "jetzt newsletter abonnieren",
    ],
    patterns: [
      /^(?:Abonnieren Sie|Abonniere|Bestellen Sie|Hol(?:en Sie)? (?:sich|dir)) (?:jetzt |hier |auch )?(?:kostenlos |gratis )?unser(?:en|e)\b[^.!?]{0,80}newsletter[^.!?]{0,120}[.!]?$/iu,
      /^(?:Melden Sie sich|Melde dich) (?:jetzt |hier |gleich )?(?:kostenlos |gratis )?(?:für|zu) unser(?:en|em)\b[^.!?]{0,80}newsletter[^.!?]{0,120}[.!]?$/iu,
      /^(?:Jetzt|Hier) (?:kostenlos |gratis )?(?:unseren |den )?[^.!?]{0,60}newsletter (?:abonnieren|bestellen|anmelden)[.!]?$/iu,
    ],
  },
  app: {
    patterns: [
      /^(?:Laden Sie|Lade|Holen Sie|Hol|Installieren Sie|Installiere)\b[^.!?]{0,60}\bunsere\b[^.!?]{0,60}\bApp\b[^.!?]{0,120}[.!]?$/iu,
      /^(?:Jetzt|Hier) (?:kostenlos |gratis |kostenfrei )?(?:unsere |die )[^.!?]{0,50}App (?:herunterladen|laden|installieren|testen)[.!]?$/iu,
    ],
  },
  "live-blog": {
    patterns: [
      /^(?:Verfolgen Sie|Alle (?:News|Entwicklungen|Neuigkeiten)|Lesen Sie)\b[^.!?]{0,120}\b(?:in unserem|im) (?:Liveblog|Newsblog|Liveticker)[.!]?$/iu,
    ],
  },
  "read-also": {
    lines: [
      "lesen sie auch",
      "lies auch",
      "lesen sie hier mehr",
      "lesen sie mehr",
      "lesen sie weiter",
      "lesen sie dazu auch",
      "das könnte sie auch interessieren",
      "das könnte dich auch interessieren",
      "auch interessant",
      "mehr lesen",
      "jetzt lesen",
      "hier weiterlesen",
      "weiterlesen",
    ],
    patterns: [
      /^(?:Lesen Sie (?:auch|dazu|mehr|hierzu)|Lies auch|Auch interessant|Mehr zum Thema|Das könnte (?:Sie|dich) auch interessieren) ?[:|›»→–-] ?[^.!]{3,200}[.!]?$/iu,
    ],
  },
  sharing: {
    lines: [
      "artikel teilen",
      "diesen artikel teilen",
      "beitrag teilen",
      "seite teilen",
      "artikel merken",
      "artikel drucken",
      "artikel versenden",
      "auf facebook teilen",
      "auf twitter teilen",
      "link kopieren",
    ],
    words: ["teilen", "drucken", "merken", "versenden", "kopieren"],
  },
  forum: {
    words: ["antworten", "zitieren", "melden", "gefällt", "mir", "danke", "teilen"],
    lines: ["thema geschlossen", "auf thema antworten"],
    patterns: [
      /^(?:Beiträge|Danke erhalten|Punkte)\s?:\s?\d[\d.,]*$/iu,
      /^(?:Registriert|Mitglied|Dabei) seit:? .{4,40}$/iu,
      /^(?:Registriert|Mitglied|Dabei) seit:? .{4,40} (?:[·|•]|Beiträge:?) ?.{0,40}$/iu,
      /^\d{1,6} (?:Antworten|Aufrufe)(?: ?[·|•,] ?\d{1,9} (?:Antworten|Aufrufe))*$/iu,
    ],
  },
  "page-tools": {
    lines: [
      "diese seite bearbeiten",
      "seite bearbeiten",
      "quelltext anzeigen",
      "quelltext bearbeiten",
      "war diese seite hilfreich",
      "war dieser artikel hilfreich",
      "auf dieser seite",
      "inhaltsverzeichnis",
    ],
    words: ["vorherige", "nächste", "zurück", "weiter", "seite"],
  },
  "audience-label": {
    words: ["mitglieder", "öffentlichkeit", "öffentlich", "abonnenten", "gäste", "redaktion"],
  },
  comments: {
    lines: [
      "kommentar schreiben",
      "kommentare anzeigen",
      "kommentare lesen",
      "alle kommentare",
      "zu den kommentaren",
      "diskutieren sie mit",
      "schreiben sie einen kommentar",
      "die kommentarfunktion ist geschlossen",
      "kommentarfunktion geschlossen",
      "anmelden und mitdiskutieren",
    ],
    patterns: [/^(?:\d{1,6} kommentare?|kommentare? ?\(\d{1,6}\))$/iu],
  },
  members: {
    lines: [
      "nur für mitglieder",
      "nur für abonnenten",
      "mitglied werden",
      "jetzt mitglied werden",
      "jetzt abonnieren",
      "abo abschließen",
      "jetzt anmelden",
      "kostenlos registrieren",
    ],
    patterns: [
      /^(?:Dieser (?:Artikel|Inhalt|Beitrag) ist|Diese Inhalte sind) (?:nur|exklusiv) für (?:Abonnenten|Mitglieder|Abonnentinnen)\b[^.!?]{0,80}[.!]?$/iu,
      /^(?:Sie sind|Bereits|Schon) (?:bereits |schon )?(?:Abonnent|Mitglied)(?:in)?\? ?(?:Hier |Jetzt )?(?:anmelden|einloggen)[.!]?$/iu,
    ],
  },
  controls: {
    lines: [
      "bild vergrößern",
      "bild in originalgröße anzeigen",
      "bildunterschrift anzeigen",
      "bildunterschrift ausblenden",
      "video abspielen",
      "audio abspielen",
      "artikel anhören",
      "artikel vorlesen lassen",
      "mehr anzeigen",
      "weniger anzeigen",
      "mehr laden",
    ],
  },
  "reading-time": {
    patterns: [
      /^(?:geschätzte )?(?:lesezeit|lesedauer|hördauer)\s?:? (?:ca\. |etwa )?\d{1,3} (?:min\.?|minuten?)$/iu,
      /^\d{1,3} (?:min\.?|minuten?) lesezeit$/iu,
    ],
  },
  rights: {
    lines: ["alle rechte vorbehalten", "cookie-einstellungen"],
    patterns: [/^(?:©|\(c\)|copyright).{0,100}alle rechte vorbehalten\.?$/iu],
  },
  "agency-initials": {
    patterns: [
      /^\(?(?:mit material von |mit )?(?:dpa|afp|epd|kna|apa|sid|reuters|ap)(?:(?:, | und |\/)(?:dpa|afp|epd|kna|apa|sid|reuters|ap))*\)?\.?$/iu,
    ],
  },
};
