import * as z from "zod";
import { defineCommand } from "../../command.ts";
import { isBad } from "../../doctor-findings.ts";
import { renderFinding } from "../../render/finding.ts";
import { fitLines } from "../../text/wrap.ts";

/** The one command that runs with settings that are wrong, to say so. */
export const doctorCommand = defineCommand({
  name: "doctor",
  summary: "check Node, settings, folders, index or cluster, ports and Discord, and say what to do",
  options: [],
  examples: ["fundstelle doctor", "fundstelle doctor --seeds ./documents"],
  toleratesWrongSettings: true,
  schema: z.object({}),
  async run(context) {
    const { console } = context;
    const messages = context.messages();
    let bad = 0;
    for await (const finding of context.examine()) {
      if (isBad(finding)) bad++;
      console.print(fitLines(renderFinding(finding, messages, console.style), console.style.width));
    }
    console.print(fitLines(messages.doctor.summary(bad), console.style.width));
    return bad === 0 ? 0 : 2;
  },
});
