import { readPdf } from "../pdf/read-pdf.ts";
import { serve } from "./serve.ts";

serve(readPdf);
