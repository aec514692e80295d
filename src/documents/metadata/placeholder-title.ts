const placeholders =
  /^\W*(?:untitled(?: document)?|unbenannt(?:es dokument)?|ohne titel|no ?title|kein titel|title|titel|(?:word|excel|powerpoint|pdf) ?(?:document|dokument|presentation)?|document ?\d*|dokument ?\d*|new document|neues dokument|presentation ?\d*|präsentation ?\d*|powerpoint[- ]präsentation|slide ?\d*|folie ?\d*|anonymous|unspecified|not set|none|null|undefined|template|vorlage|home|startseite|lorem ipsum)\W*$/iu;
const fileNames =
  /^microsoft (?:word|powerpoint|excel) - .*$|\.(?:docx?|indd|qxd|tex|dvi|odt|rtf|pptx?|xlsx?|pdf|html?|md|txt|pages|key)$/iu;

/** Whether a title is what programs write where nobody gave one. */
export function isPlaceholderTitle(title: string): boolean {
  return !/[\p{L}\p{N}]/u.test(title) || placeholders.test(title) || fileNames.test(title);
}
