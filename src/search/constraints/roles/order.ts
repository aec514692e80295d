import { languages } from "../../../analysis/languages.ts";
import type { PlaceRole } from "../../../analysis/rules/direction-rules.ts";
import type { Constraint, ConstraintMatch } from "../constraint.ts";
import type { Alike, ReadText, ReadWord } from "../read-text.ts";

const rules = languages.flatMap(({ directions }) => directions ?? []);
const roles = new Map(rules.flatMap(({ prepositions }) => Object.entries(prepositions)));
const opposites: Readonly<Record<PlaceRole, PlaceRole>> = {
  from: "to",
  to: "from",
  before: "after",
  after: "before",
  above: "below",
  below: "above",
  with: "without",
  without: "with",
  inside: "outside",
  outside: "inside",
  until: "since",
  since: "until",
};

/** A word with the role that the preposition before it gives it. */
interface Placed {
  readonly word: ReadWord;
  readonly roles: readonly PlaceRole[];
}

/** How many words behind a preposition may belong to it. */
const reach = 3;
/** What a direction counts, and what one word before or after which something is. */
const directionWeight = { weight: 0.8, passageWeight: 0.5 };
const placeWeight = { weight: 0.8, passageWeight: 0.25 };

/** Directions, before and after, who does what to whom: everything that depends on the order of words. */
export function orderConstraints(question: ReadText, alike: Alike): Constraint[] {
  const asked = placedWords(question);
  const has = (role: PlaceRole): boolean => asked.some(({ roles: own }) => own.includes(role));
  // By itself "von" says no more than "of", and "nach" hardly where to.
  const isDirection = has("from") && has("to");
  const told = asked.filter(({ roles: own }) => isDirection || own.some((role) => tellingAlone.has(role)));
  const places = told.map((placed) => placedConstraint(placed, isDirection ? directionWeight : placeWeight, alike));
  return [...places, ...(isDirection ? [] : pairConstraints(question, alike)), ...actorConstraints(question, alike)];
}

const tellingAlone: ReadonlySet<PlaceRole> = new Set([
  "before",
  "after",
  "above",
  "below",
  "without",
  "inside",
  "outside",
  "until",
  "since",
]);

function placedConstraint(
  { word, roles: asked }: Placed,
  weight: Pick<Constraint, "weight" | "passageWeight">,
  alike: Alike,
): Constraint {
  return {
    kind: "order",
    start: word.start,
    end: word.end,
    ...weight,
    isHard: false,
    isNeutral: true,
    find: (text) => {
      const places = placedWords(text).filter((other) => alike(word, other.word, text.language.code));
      return places.flatMap((other): ConstraintMatch[] => {
        const { start, end } = other.word;
        if (other.roles.some((role) => asked.includes(role))) return [{ start, end, share: 1 }];
        if (other.roles.some((role) => asked.includes(opposites[role]))) return [{ start, end, share: -1 }];
        return [];
      });
    },
  };
}

function placedWords({ words }: ReadText): Placed[] {
  const placed: Placed[] = [];
  words.forEach((preposition, at) => {
    const found = roles.get(preposition.folded);
    if (found === undefined) return;
    for (let i = at + 1; i < words.length && i <= at + reach; i++) {
      const word = words[i];
      if (word === undefined || word.opensClause || roles.has(word.folded)) break;
      if (!word.isStopWord) {
        placed.push({ word, roles: found });
        break;
      }
    }
  });
  return placed;
}

/** Between two words these say which of them comes first. */
const turning = new Set(rules.flatMap((rule) => rule.turning));
const pairWeight = { weight: 0.6, passageWeight: 0.25 };

/** "Kronen in Euro", "Ost gegen West": the same words the other way round say another thing. */
function pairConstraints({ words }: ReadText, alike: Alike): Constraint[] {
  const pairs = pairsOf(words);
  return pairs.map(
    ([first, second]): Constraint => ({
      kind: "order",
      start: first.start,
      end: second.end,
      ...pairWeight,
      isHard: false,
      isNeutral: true,
      find: (text) =>
        pairsOf(text.words).flatMap(([one, other]): ConstraintMatch[] => {
          const isLike = (asked: ReadWord, found: ReadWord): boolean => alike(asked, found, text.language.code);
          const share =
            isLike(first, one) && isLike(second, other) ? 1 : isLike(second, one) && isLike(first, other) ? -1 : 0;
          return share === 0 ? [] : [{ start: one.start, end: other.end, share }];
        }),
    }),
  );
}

/** Words with one of the turning words between them, and nothing else but articles. */
function pairsOf(words: readonly ReadWord[]): (readonly [ReadWord, ReadWord])[] {
  return words.flatMap((word, at): (readonly [ReadWord, ReadWord])[] => {
    const before = words[at - 1];
    if (before === undefined || before.isStopWord || !turning.has(word.folded) || word.opensClause) return [];
    const behind = words.slice(at + 1, at + 3).find(({ isStopWord }) => !isStopWord);
    return behind === undefined || behind.opensClause ? [] : [[before, behind]];
  });
}

/** "Wer schlug Dachse?" is met where the verb stands before the name, "Wen schlug Adler?" where it stands behind. */
function actorConstraints(question: ReadText, alike: Alike): Constraint[] {
  const isActor = rules.some(({ asksActor }) => asksActor.test(question.text));
  if (!isActor && !rules.some(({ asksObject }) => asksObject.test(question.text))) return [];
  const content = question.words.filter((word) => !word.isStopWord);
  const [verb, name, ...more] = content;
  if (verb === undefined || name === undefined || more.length > 0 || !/^\p{Lu}/u.test(name.text)) return [];
  return [
    {
      kind: "order",
      start: verb.start,
      end: name.end,
      weight: 0.4,
      passageWeight: 0.4,
      isHard: false,
      isNeutral: true,
      find: ({ words, language }) =>
        words.flatMap((word, at): ConstraintMatch[] => {
          if (!alike(verb, word, language.code)) return [];
          const behind = words.slice(at + 1, at + 1 + 2).some((other) => other.stem === name.stem);
          const before = words.slice(Math.max(0, at - 2), at).some((other) => other.stem === name.stem);
          if (behind === before) return [];
          return [{ start: word.start, end: word.end, share: behind === isActor ? 1 : -1 }];
        }),
    },
  ];
}
