import { customId, fields } from "./custom-id.ts";

const { person, count, locale, mark, day, key, reference, setting, pointer, staged } = fields;
const scope = { source: mark, from: day, until: day };

/** Shows other passages for the question of the message: `closest` 1 after an abstention. */
export const pageId = customId("p", { asker: person, locale, offset: count, closest: count, ...scope });
/** Opens the passage in its surroundings, for whoever clicks. */
export const contextId = customId("x", { reference });
/** The same with one of its sentences in bold: the number of the sentence, from 1; 0 for none. */
export const contextAtId = customId("b", { reference, sentence: count });
/** Shows how to cite the passage. */
export const citeId = customId("c", { reference });
/** A menu of styles in which the passage can be cited. */
export const styleId = customId("y", { reference });
/** Makes a private message public. */
export const shareId = customId("s", { asker: person });
/** The same of a message that tells of a document's file as it was: a mark of its content. */
export const shareFileId = customId("sf", { asker: person, file: mark });
/** Opens the form for a follow-up question. */
export const openFollowUpId = customId("f", { ...scope });
/** The form itself. */
export const followUpId = customId("m", { ...scope });
/** Deletes the message. */
export const deleteId = customId("d", { asker: person });
/** A menu of the less frequent actions on an answer and its passages. */
export const moreId = customId("n", { asker: person });
/** Deletes a message of ours that somebody else asked for. */
export const confirmDeleteId = customId("e", { message: person });
/** Other hits of the same search. */
export const hitsId = customId("h", { asker: person, locale, offset: count });
/** A menu of passages. */
export const openId = customId("o", {});
/** Other pages of the list of documents. */
export const sourcesId = customId("l", { asker: person, locale, page: count });
/** A menu of documents. */
export const readId = customId("k", {});
/** A page of a document, and which part of the page where it is too long for a message. */
export const readingId = customId("r", { key, page: count, part: count });
/** Opens the form that asks for a page. */
export const jumpId = customId("j", { key, pages: count });
/** The form itself. */
export const jumpToId = customId("t", { key });
/** The page of a document that holds a passage, all of which is marked. */
export const readAtId = customId("g", { reference });
/** The page that holds a paragraph: on messages from when a passage was one paragraph. */
export const aroundId = customId("a", { key, paragraph: count });
/** The form that asks what was missing in an answer. */
export const voteWordId = customId("v", { message: person });
/** Deletes everything that is stored about the person who clicks. */
export const eraseId = customId("z", {});
/** A menu of values for one of a server's settings. */
export const settingId = customId("u", { name: setting });
/** The form that asks which passage answers a question. */
export const pointId = customId("w", { asker: person });
/** Undoes a pointer to a passage. */
export const unpointId = customId("q", { pointer });
/** Adds a document that was read. */
export const addDocumentId = customId("aa", { staged });
/** Does not. */
export const discardDocumentId = customId("ad", { staged });
/** Removes a document of the server. */
export const removeDocumentId = customId("ar", { key });
/** A menu of the roles that see a document of the server. */
export const documentRolesId = customId("ao", { key });
/** A menu of the channels in which it is seen. */
export const documentChannelsId = customId("ac", { key });
/** Other pages of the list of the server's documents. */
export const ownDocumentsId = customId("al", { page: count });
/** On a message that asks whether a solved post may be kept: agrees. */
export const agreeId = customId("sa", { answer: person, asker: person, answerer: person });
/** Does not, or no longer. */
export const declineId = customId("sd", { answer: person });
