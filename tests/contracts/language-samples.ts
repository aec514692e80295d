export interface LanguageSample {
  readonly stopWords: readonly string[];
  readonly contentWords: readonly string[];
  /** Forms of one word each. */
  readonly forms: readonly (readonly string[])[];
  readonly question: string;
  readonly text: string;
}

/** By the code of the language. */
export const languageSamples: Readonly<Record<string, LanguageSample>> = {
  de: {
    stopWords: ["der", "die", "das", "und", "ist", "in", "ÜBER"],
    contentWords: ["Hafen", "Leuchtturm", "bauen"],
    forms: [
      ["Häfen", "Hafen"],
      ["baute", "bauten"],
    ],
    question: "Wann wurde der Leuchtturm gebaut?",
    text: "Der Leuchtturm steht auf der Insel und wurde von den Fischern des Dorfes gebaut.",
  },
  en: {
    stopWords: ["the", "and", "is", "of", "in", "Over"],
    contentWords: ["harbour", "lighthouse", "build"],
    forms: [
      ["harbours", "harbour"],
      ["building", "builds"],
    ],
    question: "When was the lighthouse built?",
    text: "The lighthouse stands on the island and was built by the fishermen of the village.",
  },
  fr: {
    stopWords: ["le", "la", "des", "et", "est", "dans", "AVEC"],
    contentWords: ["phare", "bateau", "construire"],
    forms: [
      ["phares", "phare", "l'phare"],
      ["île", "l’île", "îles"],
    ],
    question: "Quand le phare a-t-il été construit ?",
    text: "Le phare se dresse sur l'île et il a été construit par les pêcheurs du village.",
  },
  es: {
    stopWords: ["el", "la", "de", "y", "en", "CON"],
    contentWords: ["faro", "barco", "construir"],
    forms: [["faros", "faro"]],
    question: "¿Cuándo se construyó el faro de la isla?",
    text: "El faro está en la isla y fue construido por los pescadores del pueblo.",
  },
  it: {
    stopWords: ["il", "la", "di", "e", "in", "CON"],
    contentWords: ["isola", "barca", "costruire"],
    forms: [
      ["barca", "barche"],
      ["isola", "l'isola"],
    ],
    question: "Quando è stato costruito il faro?",
    text: "Il faro si trova sull'isola ed è stato costruito dai pescatori del paese.",
  },
  nl: {
    stopWords: ["de", "het", "een", "en", "van", "OP"],
    contentWords: ["vuurtoren", "boot", "bouwen"],
    forms: [["boeken", "boek"]],
    question: "Wanneer werd de vuurtoren gebouwd?",
    text: "De vuurtoren staat op het eiland en werd door de vissers van het dorp gebouwd.",
  },
  pt: {
    stopWords: ["o", "a", "de", "e", "em", "COM"],
    contentWords: ["farol", "barco", "construir"],
    forms: [["barcos", "barco"]],
    question: "Quando foi construído o farol da ilha?",
    text: "O farol fica na ilha e foi construído pelos pescadores da aldeia.",
  },
};

/** A language that the program cannot analyse. */
export const polish =
  "Latarnia morska została zbudowana w roku 1887 przez rybaków z wioski. Stoi na skałach na zachodzie wyspy i świeci co noc, aby statki nie rozbiły się o brzeg. Latarnik mieszkał w małym domu obok wieży, razem z żoną i trójką dzieci. Kiedy zimą przychodziły burze, nie mógł opuścić wyspy przez wiele tygodni, a chleb i mąkę przywoziła mu łódź pocztowa.";
