import { readHtml } from "../html/read-html.ts";
import { serve } from "./serve.ts";

serve(readHtml);
