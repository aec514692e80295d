import { threadOrMessage } from "../../documents/find-named.ts";
import { asDocumentManager, offer, saidDocuments } from "../../documents/offering.ts";
import { deferReply } from "../../replying/respond.ts";
import type { MessageCommand } from "../command.ts";
import { messageData } from "../definition.ts";

/** On a message: makes a document of it, of its files, or of the thread that it begins. */
export const makeDocument: MessageCommand = {
  kind: "message",
  data: messageData("makeDocument", "managers"),

  async execute(interaction, context) {
    const managing = await asDocumentManager(interaction, context);
    if (managing === undefined) return;
    await deferReply(interaction, true);
    const { personHash } = managing.store;
    const named = threadOrMessage(interaction.targetMessage);
    const wanted = await saidDocuments(named, { wish: {}, personHash }, personHash(interaction.user.id), context);
    await offer(interaction, wanted, managing, context.m);
  },
};
