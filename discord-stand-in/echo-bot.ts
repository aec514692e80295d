import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  type Client,
  ContainerBuilder,
  Events,
  type Interaction,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from "discord.js";

/** A bot that does a little of everything, to try the stand-in with the real client. */

const commands = [
  {
    name: "echo",
    nameLocalizations: { de: "echo" },
    description: "Says it again",
    options: [
      {
        name: "text",
        description: "What",
        type: ApplicationCommandOptionType.String,
        required: true,
        autocomplete: true,
      },
      { name: "private", description: "Only for you", type: ApplicationCommandOptionType.Boolean },
    ],
  },
  { name: "slow", description: "Answers later" },
  { name: "silent", description: "Never answers" },
  { name: "twice", description: "Answers twice" },
  { name: "form", description: "Opens a form" },
  { name: "panel", description: "Shows components" },
  { name: "Echo this", nameLocalizations: { de: "Wiederholen" }, type: ApplicationCommandType.Message },
] as const;

/** Lets a logged-in client answer. Errors of its handlers go to `errors`. */
export async function startEchoBot(client: Client<true>, errors: unknown[]): Promise<void> {
  await client.application.commands.set(
    commands.map((command) => ({ ...command, options: "options" in command ? [...command.options] : [] })),
  );
  client.on(Events.MessageCreate, (message) => {
    if (message.author.bot) return;
    const asked = message.mentions.users.has(client.user.id) || !message.inGuild();
    if (!asked) return;
    const text = message.content.replace(/<@\d+>\s*/, "");
    const answer =
      text === "thread" && message.inGuild()
        ? message.startThread({ name: "Echo" }).then((thread) => thread.send("in here"))
        : message.reply(`echo: ${text}`);
    answer.catch((error: unknown) => errors.push(error));
  });
  client.on(Events.InteractionCreate, (interaction) => {
    answerInteraction(interaction).catch((error: unknown) => errors.push(error));
  });
}

async function answerInteraction(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    await interaction.respond([1, 2, 3].map((n) => ({ name: `${typed} ${n}`, value: `${typed}${n}` })));
  } else if (interaction.isChatInputCommand()) {
    await answerCommand(interaction);
  } else if (interaction.isMessageContextMenuCommand()) {
    await interaction.reply({ content: `echo: ${interaction.targetMessage.content}`, flags: MessageFlags.Ephemeral });
  } else if (interaction.isButton()) {
    if (interaction.customId === "later") {
      await interaction.deferUpdate();
      await interaction.editReply({ components: [panel("pressed later")] });
    } else await interaction.update({ components: [panel(`pressed ${interaction.customId}`)] });
  } else if (interaction.isStringSelectMenu()) {
    await interaction.reply({ content: `chose ${interaction.values.join(", ")}`, flags: MessageFlags.Ephemeral });
  } else if (interaction.isModalSubmit()) {
    await interaction.reply({ content: `form: ${interaction.fields.getTextInputValue("text")}` });
  }
}

async function answerCommand(interaction: ChatInputCommandInteraction): Promise<void> {
  switch (interaction.commandName) {
    case "echo": {
      const flags = interaction.options.getBoolean("private") ? MessageFlags.Ephemeral : undefined;
      const content = `${interaction.locale}/${interaction.guildLocale}: ${interaction.options.getString("text", true)}`;
      await interaction.reply(flags === undefined ? { content } : { content, flags });
      return;
    }
    case "slow":
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply("done");
      await interaction.followUp("and more");
      return;
    case "twice":
      await interaction.reply("first");
      interaction.replied = false;
      await interaction.reply("second");
      return;
    case "form": {
      const input = new TextInputBuilder().setCustomId("text").setLabel("Your text").setStyle(TextInputStyle.Short);
      const modal = new ModalBuilder().setCustomId("form").setTitle("A form");
      await interaction.showModal(modal.addComponents(new ActionRowBuilder<TextInputBuilder>().addComponents(input)));
      return;
    }
    case "panel":
      await interaction.reply({ components: [panel("a panel")], flags: MessageFlags.IsComponentsV2 });
      return;
    default:
      return;
  }
}

function panel(text: string): ContainerBuilder {
  const button = (id: string, label: string) =>
    new ButtonBuilder().setCustomId(id).setLabel(label).setStyle(ButtonStyle.Primary);
  const select = new StringSelectMenuBuilder()
    .setCustomId("pick")
    .setPlaceholder("Pick one")
    .addOptions({ label: "One", value: "1" }, { label: "Two", value: "2" });
  return new ContainerBuilder()
    .addTextDisplayComponents(new TextDisplayBuilder().setContent(text))
    .addActionRowComponents(
      new ActionRowBuilder<ButtonBuilder>().addComponents(button("now", "Now"), button("later", "Later")),
    )
    .addActionRowComponents(new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select));
}
