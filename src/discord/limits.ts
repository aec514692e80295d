/** Discord's limits, from its API documentation. Characters are counted as UTF-16 code units here, which is never too few. */

/** Of a message without components of the new kind. */
export const contentChars = 2000;
/** Over all text displays of a message. */
export const messageTextChars = 4000;
export const customIdChars = 100;
export const buttonLabelChars = 80;
export const buttonUrlChars = 512;
export const buttonsPerRow = 5;
export const selectOptions = 25;
export const selectOptionChars = 100;
export const selectPlaceholderChars = 150;
export const modalTitleChars = 45;
export const modalLabelChars = 45;
export const choices = 25;
export const choiceChars = 100;
export const threadNameChars = 100;

/** Our own limit: the length of a question as it is shown, with everything escaped. */
export const shownQuestionChars = 1200;
/** Our own limit: how much may be typed into a field for a question. */
export const typedQuestionChars = 1000;
