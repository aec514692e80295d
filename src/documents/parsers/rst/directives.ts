/** What stands in a directive, by its name; what nobody knows holds text below an argument that names it. */
export type DirectiveKind =
  /** Says something to a program. */
  | "markup"
  | "code"
  /** Is drawn, so that nobody reads how. */
  | "diagram"
  | "formula"
  /** A box of text, which may begin on the line of the directive. */
  | "box"
  /** Text in which an argument is a setting. */
  | "text"
  | "picture"
  | "table"
  | "csv-table"
  | "list-table"
  /** Its argument is read in any case: the signature of a function, a heading. */
  | "named"
  | "other";

const names = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

const byName: readonly (readonly [DirectiveKind, ReadonlySet<string>])[] = [
  [
    "markup",
    names(`
      contents toctree include raw index meta role default-role default-domain highlight module currentmodule automodule
      autoclass autofunction automethod autodata autoexception autosummary py:module py:currentmodule sectnum
      section-numbering header footer target-notes tabularcolumns unicode date title bibliography youtube vimeo video
      testsetup testcleanup plot inheritance-diagram include-toc breathe doxygenfile doxygenindex restructuredtext-test
      literalinclude spelling acks-list
    `),
  ],
  [
    "code",
    names(`
      code code-block sourcecode parsed-literal prompt testcode testoutput doctest ipython productionlist
      command-output console bash shell tab-code
    `),
  ],
  ["formula", names("math")],
  [
    "diagram",
    names(`
      graphviz digraph graph mermaid uml plantuml blockdiag seqdiag actdiag nwdiag packetdiag rackdiag ditaa aafig kroki
      tikz wavedrom
    `),
  ],
  [
    "box",
    names(`
      note warning tip hint important caution attention danger error seealso todo versionadded versionchanged deprecated
      versionremoved deprecated-removed
    `),
  ],
  [
    "text",
    names(`
      only ifconfig container compound rst-class cssclass tabs tab-set tab-set-code grid hlist glossary div panels content-tabs details toggle line-block
    `),
  ],
  ["picture", names("image figure thumbnail")],
  ["table", names("table")],
  ["csv-table", names("csv-table")],
  ["list-table", names("list-table flat-table")],
  [
    "named",
    names(`
      admonition topic sidebar rubric centered function class-method method attribute data exception describe object option envvar program confval setting
      cmdoption rst:directive rst:role rst:directive:option decorator decoratormethod property type macro struct union
      enum enumerator member var concept namespace templatetag templatefilter fieldlookup django-admin
      django-admin-option opcode pdbcommand audit-event
    `),
  ],
];

/** Languages and protocols whose things Sphinx describes: `py:function`, `http:get`. */
const domain =
  /^(?:py|c|cpp|js|rst|std|php|rb|ruby|go|java|http|ts|lua|perl|lisp|ada|erl|chpl|dn|matlab|mat|bash|sh|cmake):[\w-]+$/;

export function directiveKind(name: string, argument: string): DirectiveKind {
  // A class of a program, or one of the page's style.
  if (name === "class") return /[\p{Lu}.(]/u.test(argument) ? "named" : "text";
  const found = byName.find(([, all]) => all.has(name))?.[0];
  return found ?? (domain.test(name) ? "named" : "other");
}
