import { styleText } from "node:util";

/** Asks whoever sits at the terminal; the package that draws the question is loaded when it is needed. */
export async function confirm(question: string): Promise<boolean> {
  const prompts = await import("@clack/prompts");
  const answer = await prompts.confirm({ message: styleText("bold", question), initialValue: false });
  return answer === true;
}
