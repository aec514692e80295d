import type { APISelectMenuOption } from "discord.js";
import type { CitedPassage } from "../../../answering/answer.ts";
import type { Messages } from "../../../locales/messages.ts";
import { answeringSentenceOf, referenceOf } from "./source-line.ts";

/** What the menu below an answer does; with the reference to a passage where it concerns one. */
export type MoreAction =
  | { readonly kind: "share" | "delete" | "helpful" | "not-helpful" | "point" }
  | { readonly kind: "unpoint"; readonly pointer: string }
  | { readonly kind: "context"; readonly reference: string; readonly sentence: number }
  | { readonly kind: "cite" | "read"; readonly reference: string };

/** Which entries the menu has. */
interface MoreView {
  readonly m: Messages;
  readonly isPrivate: boolean;
  readonly canShare: boolean;
  readonly canVote?: boolean;
  /** Whether whoever asked may say which passage answers. */
  readonly canPoint?: boolean;
  /** Id of what has a passage stand first; undefined: nothing does. */
  readonly pointer?: string | undefined;
}

/** The menu's entries, those for each passage first, what takes the message away last. */
export function moreOptions(
  passages: readonly CitedPassage[],
  { m, isPrivate, canShare, canVote = false, canPoint = false, pointer }: MoreView,
): APISelectMenuOption[] {
  const words = m.discord.more;
  const { pointing } = m.discord.community;
  const perPassage = passages.length === 1 ? (["cite", "read"] as const) : (["context", "cite", "read"] as const);
  return [
    ...passages.flatMap((cited) =>
      perPassage.map((kind) => ({
        label: words[kind],
        value: encodeAction(
          kind === "context"
            ? { kind, reference: referenceOf(cited), sentence: answeringSentenceOf(cited) }
            : { kind, reference: referenceOf(cited) },
        ),
        ...(passages.length === 1 ? {} : { description: cited.citation }),
      })),
    ),
    ...(canVote && passages.length > 0 ? voteOptions(m) : []),
    ...(pointer === undefined
      ? []
      : [{ label: pointing.undo, value: encodeAction({ kind: "unpoint", pointer }), emoji: { name: "📌" } }]),
    ...(canPoint && pointer === undefined
      ? [{ label: pointing.choose, value: encodeAction({ kind: "point" }), emoji: { name: "📌" } }]
      : []),
    ...(isPrivate && canShare ? [{ label: words.share, value: encodeAction({ kind: "share" }) }] : []),
    ...(isPrivate ? [] : [deleteOption(m)]),
  ];
}

function voteOptions({ discord: { community } }: Messages): APISelectMenuOption[] {
  return [
    { label: community.votes.helpful, value: encodeAction({ kind: "helpful" }), emoji: { name: "👍" } },
    { label: community.votes.notHelpful, value: encodeAction({ kind: "not-helpful" }), emoji: { name: "👎" } },
  ];
}

export function deleteOption({ discord }: Messages): APISelectMenuOption {
  return { label: discord.more.delete, value: encodeAction({ kind: "delete" }), emoji: { name: "🗑️" } };
}

export function isShareOption({ value }: APISelectMenuOption): boolean {
  return parseMoreAction(value)?.kind === "share";
}

function encodeAction(action: MoreAction): string {
  if (action.kind === "context") return `context|${action.reference}|${action.sentence}`;
  if (action.kind === "unpoint") return `unpoint|${action.pointer}`;
  return "reference" in action ? `${action.kind}|${action.reference}` : action.kind;
}

/** @returns undefined where the value is not one of the menu's */
export function parseMoreAction(value: string): MoreAction | undefined {
  const [kind, reference, sentence] = value.split("|");
  if (kind === "share" || kind === "delete" || kind === "helpful" || kind === "not-helpful" || kind === "point")
    return reference === undefined ? { kind } : undefined;
  if (reference === undefined) return undefined;
  if (kind === "unpoint") return { kind, pointer: reference };
  if (kind === "context") {
    return /^\d{1,4}$/.test(sentence ?? "") ? { kind, reference, sentence: Number(sentence) } : undefined;
  }
  return kind === "cite" || kind === "read" ? { kind, reference } : undefined;
}
