import { serve } from "../worker/serve.ts";
import { readPdf } from "./read-pdf.ts";

serve(readPdf);
