/** What somebody says who asks the documents nothing. */
export type Remark = "greeting" | "help" | "remark";

const phrases: Readonly<Record<Remark, readonly string[]>> = {
  help: [
    "help|help me|hilfe|hilf mir|was kannst du|was kannst du alles|was kannst du tun|was machst du|wer bist du|was bist du",
    "was kann ich fragen|was kann ich dich fragen|wie funktionierst du|wie funktioniert das|wie geht das|wie benutze ich dich",
    "what can you do|what do you do|who are you|what are you|what can i ask|how do you work|how does this work|how do i use this",
  ],
  greeting: [
    "hi|hallo|hello|hey|moin|moin moin|servus|grüß gott|grüezi|guten morgen|guten tag|guten abend|gute nacht",
    "good morning|good evening|good afternoon|hi there|hello there|tach",
  ],
  remark: [
    "danke|danke dir|danke schön|dankeschön|vielen dank|herzlichen dank|dank dir|merci|thx|ty|thanks|thanks a lot|thank you|thank you so much",
    "ok|okay|okey|oki|alles klar|verstanden|got it|i see|aha|ach so|achso|hm|super|top|cool|nice|prima|toll|klasse|wow|great",
    "perfekt|perfect|awesome|gut gemacht|good bot|bad bot|bitte|gern|gerne|tschüss|bye|ciao|bis dann|ja|nein|doch|nö|yes|no|nope|yep",
    "lol|rofl|lmao|haha|hihi|hehe|genau|stimmt|richtig|falsch|right|wrong|exactly|true|false|same|eben|klar|sure|of course|natürlich",
    "interessant|interesting|spannend|schön|gut|sehr gut|schade|oh|ups|oops|na ja|naja|egal|whatever|never mind|schon gut",
  ],
};
const kinds: ReadonlyMap<string, Remark> = new Map(
  (["help", "greeting", "remark"] as const).flatMap((kind) =>
    phrases[kind].flatMap((line) => line.split("|").map((phrase): [string, Remark] => [phrase, kind])),
  ),
);
const mostWords = 10;
/** Who says something of what was answered, and asks nothing: "Das stimmt nicht.", "I don't think so". */
const saying =
  /^(?:das|dies|es|ich|du|wir|ihr|so|ja|nein|doch|stimmt|genau|that|this|it|i|you|we|no|yes|yeah|nah|well)(?:['’]\p{L}+)?(?!\p{L})/iu;

/** What a whole message is where it asks nothing; undefined where it may be a question to the documents. */
export function remarkIn(text: string): Remark | undefined {
  const words = normalized(text);
  if (words.length === 0) return "remark";
  if (words.length > mostWords) return undefined;
  const found: Remark[] = [];
  for (let at = 0; at < words.length; ) {
    let length = words.length - at;
    while (length > 0 && kinds.get(words.slice(at, at + length).join(" ")) === undefined) length--;
    const kind = kinds.get(words.slice(at, at + length).join(" "));
    if (kind === undefined) return undefined;
    found.push(kind);
    at += length;
  }
  return found.find((kind) => kind === "help") ?? found.find((kind) => kind === "greeting") ?? "remark";
}

/** Whether a reply to an answer says something of it, in a sentence that is no question. */
export function saysSomething(text: string): boolean {
  const plain = text.trim();
  return !/[?？]/u.test(plain) && (/[.!…]$/u.test(plain) || saying.test(plain));
}

/** The language that a greeting or a thank-you is in, where it is of one language alone. */
export function languageOfRemark(text: string): "de" | "en" | undefined {
  const words = normalized(text).join(" ");
  if (
    /(?<!\p{L})(?:hallo|moin|servus|tach|grüß|grüezi|guten|gute|danke\p{L}*|dank|bitte|hilfe|hilf|tschüss|genau|stimmt|ja|nein|was kannst du|wer bist du)(?!\p{L})/u.test(
      words,
    )
  )
    return "de";
  if (
    /(?<!\p{L})(?:hello|good|thanks|thank you|thx|please|help me|what can you do|who are you|yes|great)(?!\p{L})/u.test(
      words,
    )
  )
    return "en";
  return undefined;
}

/** Lower-case words, letters that are drawn out few again: "loool", "hahaha", "dankeee". */
function normalized(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}'’]+/gu, " ")
    .replace(/(\p{L})\1{2,}/gu, "$1")
    .replace(/(?<!\p{L})(?:ha){2,}h?(?!\p{L})/gu, "haha")
    .trim()
    .split(" ")
    .filter((word) => word !== "");
}
