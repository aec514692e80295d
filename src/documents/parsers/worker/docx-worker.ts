import { readDocx } from "../docx/read-docx.ts";
import { serve } from "./serve.ts";

serve(readDocx);
