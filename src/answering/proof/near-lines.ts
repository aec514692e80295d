/** No quote has more lines, however narrow the window is that it was shown in: what is longer proves nothing anyway. */
export const mostQuoteLines = 400;
