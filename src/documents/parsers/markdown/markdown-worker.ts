import { serve } from "../worker/serve.ts";
import { readMarkdown } from "./read-markdown.ts";

serve(readMarkdown);
