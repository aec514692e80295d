/** How many passages an answer has, on every platform, if nobody asks for another number. */
export const shownPassages = 3;
