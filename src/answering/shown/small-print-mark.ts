/** Stands before every line that a terminal shows above a quote, so that whoever reads its text again tells them apart. */
export const smallPrintMark = "┆";
