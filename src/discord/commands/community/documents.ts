import type { ChatInputCommandInteraction } from "discord.js";
import type { NewDocument, ServerDocument } from "../../../documents/servers/server-documents.ts";
import { toChoices } from "../../actions/look-up.ts";
import { isManager } from "../../community/managers.ts";
import { findNamed, type Named } from "../../documents/find-named.ts";
import {
  asDocumentManager,
  fileDocument,
  type ManagingDocuments,
  offer,
  saidDocuments,
} from "../../documents/offering.ts";
import { choiceChars } from "../../limits.ts";
import { renderOwnDocuments, renderRemoval, renderRestriction } from "../../render/documents/documents-view.ts";
import { toPayload, toPrivatePayload } from "../../render/parts/layout.ts";
import { deferReply, explain } from "../../replying/respond.ts";
import type { CommandContext, SlashCommand } from "../command.ts";
import { managersGroup } from "../definition.ts";

const titleChars = 200;
const addressChars = 500;
const document = ["document", { type: "text", isRequired: true, maxChars: choiceChars, completes: true }] as const;

/** What a manager does with the documents of the server. */
export const documents: SlashCommand = {
  kind: "slash",
  data: managersGroup("documents", {
    add: [
      ["file", { type: "file" }],
      ["message", { type: "text", maxChars: addressChars }],
      ["title", { type: "text", maxChars: titleChars }],
      ["address", { type: "text", maxChars: addressChars }],
    ],
    remove: [document],
    list: [],
    reload: [],
    restrict: [document],
  }),

  async execute(interaction, context) {
    const managing = await asDocumentManager(interaction, context);
    if (managing === undefined) return;
    const { m } = context;
    const { guildId, documents: own, note } = managing;
    switch (interaction.options.getSubcommand()) {
      case "add":
        return addDocuments(interaction, managing, context);
      case "list": {
        const all = await own.list(guildId);
        await interaction.reply(toPrivatePayload(renderOwnDocuments(all, { page: 0, quota: own.quota, m })));
        return;
      }
      case "reload": {
        await deferReply(interaction, true);
        const all = await own.reload(guildId);
        await note("documents-reloaded", String(all.length));
        const head = m.discord.documents.reloaded;
        await interaction.editReply(toPayload(renderOwnDocuments(all, { page: 0, quota: own.quota, m, head })));
        return;
      }
      default: {
        const found = findOwn(await own.list(guildId), interaction.options.getString("document", true));
        if (found === undefined) return explain(interaction, m.discord.documents.unknown);
        const isRemoval = interaction.options.getSubcommand() === "remove";
        await interaction.reply(toPrivatePayload((isRemoval ? renderRemoval : renderRestriction)(found, m)));
      }
    }
  },

  async autocomplete(interaction, { serverDocuments, community }) {
    const { guildId } = interaction;
    if (guildId === null || serverDocuments === undefined) return [];
    if (!isManager(interaction, community.settingsOf(guildId))) return [];
    const typed = interaction.options.getFocused().toLowerCase();
    const fits = (await serverDocuments.list(guildId)).filter(
      ({ title, entry }) => title.toLowerCase().includes(typed) || entry.key.includes(typed),
    );
    return toChoices(fits.map(({ title, entry }) => ({ label: title, value: entry.key })));
  },
};

/** The document that somebody means by its key, its title or the name of its file. */
function findOwn(all: readonly ServerDocument[], typed: string): ServerDocument | undefined {
  const wanted = typed.trim().toLowerCase();
  return all.find(({ entry, title }) => [entry.key, title, entry.name].some((name) => name.toLowerCase() === wanted));
}

async function addDocuments(
  interaction: ChatInputCommandInteraction,
  managing: ManagingDocuments,
  context: CommandContext,
): Promise<void> {
  const { m } = context;
  const words = m.discord.documents;
  const { options, channel, user } = interaction;
  const url = options.getString("address")?.trim();
  if (url !== undefined && !isWebAddress(url)) return explain(interaction, words.badAddress);
  const title = options.getString("title")?.replace(/\s+/gu, " ").trim();
  const wish = { title: title === "" ? undefined : title, url };
  const file = options.getAttachment("file");
  const link = options.getString("message");
  const here: Named | undefined = channel?.isThread() === true ? { thread: channel } : undefined;
  if (file === null && link === null && here === undefined) return explain(interaction, words.nameOne);
  await deferReply(interaction, true);
  const { personHash } = managing.store;
  const by = personHash(user.id);
  const wanted: (NewDocument | string)[] = [];
  if (file !== null) wanted.push(await fileDocument(file, { by, wish }, context));
  const named = link !== null ? await findNamed(interaction, link) : file === null ? here : undefined;
  if (named === "bad-link") wanted.push(words.badLink);
  else if (named === "not-visible") wanted.push(words.notVisible);
  else if (named !== undefined) wanted.push(...(await saidDocuments(named, { wish, personHash }, by, context)));
  await offer(interaction, wanted, managing, m);
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/iu.test(text) && URL.canParse(text);
}
