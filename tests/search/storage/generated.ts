import type { DocumentInput } from "../../../src/search/index/index-writer.ts";
import { inventedDocument } from "./invented.ts";

const syllables =
  "ba be bi bo bu da de di do fa fe fi ga ge go ha he ho ka ke ki la le li lo ma me mi mo na ne no pa pe po ra re ri ro sa se si so ta te ti to wa we wi za ze zu".split(
    " ",
  );

/** Documents of words that are drawn as in a language: few of them often, most of them rarely, some put together. */
export function generatedDocuments(documents: number, passagesEach: number, wordsEach = 80, seed = 1): DocumentInput[] {
  const random = generator(seed);
  const word = (number: number): string => {
    let rest = number + 60;
    let text = "";
    while (rest > 0) {
      text += syllables[rest % syllables.length] ?? "";
      rest = Math.floor(rest / syllables.length);
    }
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  const draw = (): string => {
    const rank = Math.floor(Math.exp(random() * Math.log(60_000)));
    const drawn = word(rank);
    return random() < 0.12 ? drawn + word(Math.floor(Math.exp(random() * Math.log(3_000)))).toLowerCase() : drawn;
  };
  return Array.from({ length: documents }, (_, document) =>
    inventedDocument(
      `generated-${String(document).padStart(5, "0")}`,
      Array.from({ length: passagesEach }, () =>
        Array.from({ length: wordsEach }, (_, i) => draw() + (i % 16 === 15 ? "." : "")).join(" "),
      ).join("\n\n"),
    ),
  );
}

/** Numbers from 0 to 1, the same for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
