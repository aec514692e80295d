import { readMarkdown } from "../markdown/read-markdown.ts";
import { serve } from "./serve.ts";

serve(readMarkdown);
