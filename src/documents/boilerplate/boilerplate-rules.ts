import { articleRules } from "./article-rules.ts";
import type { BoilerplateRule } from "./boilerplate-rule.ts";
import { pageRules } from "./page-rules.ts";
import { siteRules } from "./site-rules.ts";

/** Every rule; the first that fits a paragraph names it. */
export const boilerplateRules: readonly BoilerplateRule[] = [...articleRules, ...siteRules, ...pageRules];
