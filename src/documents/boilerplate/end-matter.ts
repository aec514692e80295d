import { saidByAll } from "../language-rules.ts";

/** Words above the teasers of other articles. A weak one also heads real sections: what follows must look cut. */
export const endMatterHeadings: ReadonlyMap<string, "strong" | "weak"> = new Map(
  saidByAll(({ endMatter: { strong = [], weak = [] } = {} }) => [
    ...strong.map((heading) => [heading, "strong"] as const),
    ...weak.map((heading) => [heading, "weak"] as const),
  ]),
);
