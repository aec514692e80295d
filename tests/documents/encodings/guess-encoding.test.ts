import { describe, expect, it } from "vitest";
import { decodeText } from "../../../src/documents/decode.ts";
import { decodeWindows1252 } from "../../../src/documents/encodings/single-byte.ts";

/** Turns what an encoding makes of bytes round. */
function encoder(encoding: string): (text: string) => Uint8Array {
  // The built-in decoders of some Node versions read windows-1252 as ISO 8859-1.
  const decoder = encoding === "windows-1252" ? undefined : new TextDecoder(encoding);
  const bytes = new Map<string, number>();
  for (let byte = 0; byte < 0x100; byte += 1) {
    bytes.set(decoder?.decode(Uint8Array.of(byte)) ?? decodeWindows1252(Uint8Array.of(byte)), byte);
  }
  return (text) =>
    Uint8Array.from(text, (char) => {
      const byte = bytes.get(char);
      if (byte === undefined) throw new Error(`${encoding} has no ${char}`);
      return byte;
    });
}

const sentences = {
  polish: [
    "Książki można wypożyczyć na cztery tygodnie i dwa razy przedłużyć.",
    "Zgłoszenie należy złożyć najpóźniej na siedem dni przed zebraniem, w przeciwnym razie wniosek nie zostanie rozpatrzony.",
    "Każdy członek ma prawo głosu, jeśli opłacił składkę. Zarząd składa się z pięciu osób; źle oddane głosy są nieważne.",
  ],
  czech: [
    "Členové platí příspěvek vždy do konce března.",
    "Žádost o půjčení místnosti se podává nejméně týden předem; správce ji potvrdí e-mailem.",
    "Účastníci mají přijít včas, protože dveře se v osm hodin zavřou. Kdo přijde později, ať zavolá na číslo u vchodu.",
  ],
  slovak: [
    "Ľahko sa dá zistiť, kedy je kancelária otvorená a či treba vopred zaplatiť poplatok.",
    "Členské príspevky sa platia v hotovosti alebo prevodom na účet. Kto nezaplatí do konca mája, stráca hlasovacie právo; ďalšie lehoty určí výbor.",
  ],
  hungarian: [
    "A belépők a következő időszakra is érvényesek, ha a díjat időben befizették.",
    "A könyvtár hétfőtől péntekig nyolc órától tartózik nyitva. A kölcsönzési idő négy hét, és kétszer hosszabbítható; a késedelmi díjat az űrlapon tüntetjük fel.",
  ],
  croatian: [
    "Članovi plaćaju članarinu do kraja ožujka, a učenici su oslobođeni plaćanja.",
    "Prostorija se može koristiti samo uz najavu. Tko želi ući poslije osam sati, treba ključ koji se čuva kod domaćina.",
  ],
  romanian: [
    "Cărţile se împrumută pentru patru săptămâni şi pot fi prelungite de două ori, dacă nimeni nu le aşteaptă.",
  ],
  turkish: [
    "Kitaplar dört haftalığına ödünç verilir ve süresi iki kez uzatılabilir.",
    "Üyelik ücretini mart ayına kadar ödemeyenlerin oy hakkı yoktur; başvurular yazılı yapılmalıdır.",
  ],
  german: [
    "Müller",
    "Fünf Gäste",
    "Öffnungszeiten: 8–17 Uhr, „außer samstags“",
    "Die Räume müssen spätestens um 22 Uhr geräumt sein; übrige Schlüssel gehören in den Kasten. Gebühr: 5 €, Größe 20 m².",
    "Frau Núñez und Herr Lefèvre übernehmen die Kasse, Señor Peña führt das Protokoll.",
  ],
  french: [
    "à Noël",
    "L’adhésion est payée à l’avance : 20 € par année, où que vous soyez.",
    "Les élèves français reçoivent leur reçu dès le début de l’été; le cœur de l’œuvre reste inchangé, même après la fête.",
  ],
  english: ["The café is closed.", "It’s 5 £ — “naïve” façade, 20 °C ± 2", "Price: €5 for members’ guests…"],
  spanish: [
    "¿Cuándo empieza la reunión de los señores?",
    "El 1.º piso está cerrado; los niños entran por el jardín a las ocho.",
  ],
  portuguese: [
    "As inscrições são feitas até amanhã.",
    "As decisões da direção são comunicadas às associações; os cartões não são válidos após três anos.",
  ],
  danish: [
    "Bøgerne kan lånes i fire uger.",
    "Åbningstiden er også ændret: døren låses klokken otte, så kom i god tid.",
  ],
  swedish: ["Böckerna får lånas i fyra veckor.", "Är dörren låst går man över gården; där sköter värden nycklarna."],
  icelandic: ["Bækurnar má lána í fjórar vikur, þó ekki orðabækur."],
};

const guessedOf = (bytes: Uint8Array) => {
  const { text, gaps } = decodeText(bytes, "a.txt");
  return { text, gaps };
};

describe("guessing an encoding of Latin letters", () => {
  it.each(
    (
      [
        ["windows-1250", ["polish", "czech", "slovak", "hungarian", "croatian", "romanian"]],
        ["iso-8859-2", ["polish", "czech", "slovak", "croatian"]],
        ["windows-1254", ["turkish"]],
        ["windows-1252", ["german", "french", "english", "spanish", "portuguese", "danish", "swedish", "icelandic"]],
      ] as const
    ).flatMap(([encoding, languages]) =>
      languages.flatMap((language) => sentences[language].map((text) => [encoding, language, text] as const)),
    ),
  )("reads %s: %s: %s", (encoding, _language, text) => {
    expect(guessedOf(encoder(encoding)(text))).toEqual({ text, gaps: [{ kind: "encoding-guessed", encoding }] });
  });

  it("reads Hungarian of both encodings alike, for its letters are the same in both", () => {
    for (const text of sentences.hungarian) expect(guessedOf(encoder("iso-8859-2")(text)).text).toBe(text);
  });

  it.each([
    ["windows-1250", "můj"],
    ["iso-8859-2", "Věra"],
  ])("takes a word of %s that might be one of the west for windows-1252: %s", (encoding, word) => {
    const { gaps } = guessedOf(encoder(encoding)(word));
    expect(gaps).toEqual([{ kind: "encoding-guessed", encoding: "windows-1252" }]);
  });
});
