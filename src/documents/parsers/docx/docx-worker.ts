import { serve } from "../worker/serve.ts";
import { readDocx } from "./read-docx.ts";

serve(readDocx);
