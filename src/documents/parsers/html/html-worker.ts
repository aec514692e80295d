import { serve } from "../worker/serve.ts";
import { readHtml } from "./read-html.ts";

serve(readHtml);
