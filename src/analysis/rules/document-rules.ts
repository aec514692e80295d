/** What documents in a language say beside their text, in the fields that are known; patterns match it as it is written. */
export interface DocumentRules {
  /** The marks that browsers put around a `q`, the outer ones first; absent: the English ones. */
  readonly quotationMarks?: readonly (readonly [opening: string, closing: string])[];
  readonly dates?: DateWords;
  readonly bylines?: BylineWords;
  readonly mail?: MailWords;
  readonly boilerplate?: BoilerplateWords;
  readonly captions?: CaptionPatterns;
  readonly endMatter?: EndMatterHeadings;
  readonly placeholders?: Placeholders;
  readonly validity?: ValidityRules;
  readonly fields?: FieldNames;
  readonly discourse?: DiscourseWords;
  /** What names files and titles that record what changed from one version to the next; alternatives of a regular expression. */
  readonly changeRecords?: string;
  /**
   * Headings in statutes above what stands beside the rules themselves: penalties, transitions, when it comes into force,
   * what is counted for statistics; alternatives of a regular expression, whole words.
   */
  readonly sideProvisions?: string;
  /** What begins the names of files that introduce the others; alternatives of a regular expression. */
  readonly frontPages?: string;
  /**
   * What stands in lower case behind a hyphen that takes the place of the same second part ("Ein- und Ausgang"), so
   * that a word does not go on there; alternatives of a regular expression.
   */
  readonly behindSuspendedHyphen?: string;
}

/** How paragraphs speak of what stands around them. Patterns see a paragraph from its first word on, without marks. */
export interface DiscourseWords {
  /** Begins a paragraph that says something of what stands right before it: "This means". */
  readonly refersBack?: RegExp;
  /** Begins a paragraph or sentence that leans on what is said right before it, but can stand apart from it: "In this case". */
  readonly leansOnLast?: RegExp;
  /** In a sentence that announces the code, table or list right below it, with a colon or without: "the following". */
  readonly announcesBlock?: RegExp;
  /** Matches all of a sentence that says how many things of a kind there are, by no number, and names none of them. */
  readonly announcesParts?: RegExp;
  /** All that stands between the two halves of something: "to", "nach"; alternatives of a regular expression. */
  readonly between?: string;
  /** Begins a sentence that says what a page or section is about, or how it is used, and nothing of that itself. */
  readonly announcesText?: readonly RegExp[];
  /** Begins a sentence that only says where more is to be read. */
  readonly pointsElsewhere?: readonly RegExp[];
  /** Begins words that say what kind of text another page is, and what about, and nothing of that itself. */
  readonly describesText?: readonly RegExp[];
  /** Matches all of a sentence that thanks the reader or wishes something, and says nothing else. */
  readonly courtesies?: readonly RegExp[];
  /** Matches all of a line that greets the reader of a letter, or says what it is about. */
  readonly salutation?: RegExp;
  /** Begins the last lines of a letter: "Kind regards". */
  readonly closing?: RegExp;
}

/** Words of dates. Lists are alternatives of a regular expression, with `|` between them, where nothing else is said. */
export interface DateWords {
  /** Of each of the twelve months its names, in lower case; they are known by three letters or more, too. */
  readonly months: readonly (readonly string[])[];
  /** Of all months, whole and short, as full dates in a text write them. */
  readonly monthsInDates?: string;
  /** Whole and short. */
  readonly weekdays: string;
  /** Before the day: "den 3. Mai". */
  readonly beforeDay?: string;
  /** Between day and month: "3rd of May". */
  readonly beforeMonth?: string;
  /** Behind the figures of an ordinal: "3rd". */
  readonly ordinalEndings?: string;
  /** Before the time of day. */
  readonly beforeTime: string;
  /** Behind the hour: "Uhr". */
  readonly afterHour?: string;
}

/** Words of lines that say when and by whom something was published; alternatives of a regular expression. */
export interface BylineWords {
  /** Labels of the day of publication. */
  readonly published: string;
  /** Labels of another day of the text: of a check, of a change. */
  readonly changed: string;
  /** What systems write before who made a page, and when: "Erstellt", "Gespeichert". */
  readonly made: string;
  /** The same before who changed it, where no day follows: "zuletzt geändert". */
  readonly madeAnew: string;
  /** Between these and a name, and between these and a day. */
  readonly byWhom: string;
  readonly beforeDates: string;
  /** Before the section of a page that something was published in. */
  readonly inSection: string;
  /** Labels of the date alone, at the beginning of a line. */
  readonly date: string;
  /** What begins a line of authors: "Von", "Autor:". */
  readonly by: string;
  /** The same before a name, without a label's colon: no place of an article. */
  readonly notPlaces: string;
  /** Between a place and the day of a letter: "Berlin, den 3. Mai". */
  readonly afterPlace?: string;
  /** Before the day below the title of a statute: "vom 3. Mai". */
  readonly belowTitle?: string;
  /** What stands before the number of a version: "Version", "v". */
  readonly editions: string;
  /** Before a list of names. */
  readonly from: string;
  /** Between two names. */
  readonly and: string;
  /** Words in names that have no capital: "von", "zu". */
  readonly inNames?: string;
  /** Words in a line that mark its date as that of something else than the publication. */
  readonly otherDays: string;
  /** Words that may stand around a date in such a line: "um", "by". */
  readonly aroundDates: string;
  /** Words that call a document the minutes of a meeting, or what an office sends out on a day; whole words. */
  readonly minutes: string;
  /** Words for documents that are written before a meeting. */
  readonly beforeMeetings: string;
  /** Words for papers that bear the day on which they are written: a day right beside one of them is that day. */
  readonly datedPapers: string;
  /** Of lines that announce an event: what has a colon behind it, and words at their beginning. */
  readonly eventLabels: string;
  readonly eventWords: string;
}

/** Names of the fields above a message, beside the English ones; alternatives of a regular expression. */
export interface MailWords {
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  readonly date: string;
  readonly other: string;
  /** Above the head of a message that was sent on. */
  readonly forwarded: string;
}

/** Kinds of lines that pages put around a text; what they are compared with stands in `documents/boilerplate/`. */
export type BoilerplateName =
  | "advertisement"
  | "skip-link"
  | "external-content"
  | "consent"
  | "newsletter"
  | "app"
  | "live-blog"
  | "read-also"
  | "sharing"
  | "forum"
  | "page-tools"
  | "audience-label"
  | "comments"
  | "members"
  | "controls"
  | "reading-time"
  | "rights"
  | "agency-initials";

/** What pages in a language put around a text, by the name of the rule. */
export type BoilerplateWords = Readonly<Partial<Record<BoilerplateName, BoilerplateWording>>>;

export interface BoilerplateWording {
  /** Whole paragraphs, in lower case, without the punctuation and arrows around them. */
  readonly lines?: readonly string[];
  /** See a paragraph without Markdown's marks. */
  readonly patterns?: readonly RegExp[];
  /** Of which a whole paragraph consists, in lower case. */
  readonly words?: readonly string[];
  /** What a box says; several make one. */
  readonly signs?: readonly RegExp[];
  /** In lower case; every sign contains one of them, and nearly every paragraph contains none. */
  readonly hints?: readonly string[];
}

export interface CaptionPatterns {
  /** What only a picture's credit has, at the beginning or the end of a paragraph. */
  readonly credits: readonly RegExp[];
  /** Ways of speaking of a picture that also occur elsewhere. */
  readonly pointers: readonly RegExp[];
}

/** Headings above the teasers of other articles, in lower case. A weak one also heads real sections. */
export interface EndMatterHeadings {
  readonly strong: readonly string[];
  readonly weak: readonly string[];
}

/** What programs write where nobody gave a name; alternatives of a regular expression that matches the whole. */
export interface Placeholders {
  readonly authors: string;
  readonly titles: string;
  /** Ends of the words in brackets that templates have where something is to be filled in: "[Dokumenttitel]". */
  readonly fields: string;
}

/** How rules (an order, a statute, a policy) say whether they are in force. */
export interface ValidityRules {
  /** A noun for a text that is in force or is not. */
  readonly ruleNoun: RegExp;
  /** What such a text calls itself, its noun in the first group: "diese Ordnung". */
  readonly self: RegExp;
  /** What every final clause contains. */
  readonly hint: RegExp;
  /** Whether something comes into force on a day, by the words before and behind the day. */
  isStart(before: string, after: string): boolean;
  /** Whether a day is the `last` on which something is in force, or the day `from` which on it no longer is. */
  endOn(before: string, after: string): "last" | "from" | undefined;
  /** What is replaced, by its name in the first group; each is global. */
  readonly replaces: readonly RegExp[];
  /** Ends before what is replaced where that is a part of something only: "§ 5 der Satzung". */
  readonly part: RegExp;
  /** Whole notes that a section, or the document, is no longer in force. */
  readonly sectionRepealed: RegExp;
  readonly documentRepealed: RegExp;
  /** The same in a heading, from where it says so. */
  readonly headingRepealed: RegExp;
  /** Ends before the day since when; global. */
  readonly since: RegExp;
  /** What takes the place, by its name in the first group. */
  readonly replacedBy: RegExp;
  /** What authors state as the status of what holds no longer. */
  readonly repealedStatus: RegExp;
  /** Between the name of a document and its day: "vom"; alternatives of a regular expression. */
  readonly beforeNameDay: string;
}

/** Names of fields in front matter, in lower case, beside the usual ones. */
export interface FieldNames {
  readonly title?: readonly string[];
  readonly author?: readonly string[];
  readonly publisher?: readonly string[];
  readonly date?: readonly string[];
  readonly validFrom?: readonly string[];
  readonly validUntil?: readonly string[];
  readonly supersedes?: readonly string[];
  readonly supersededBy?: readonly string[];
  readonly language?: readonly string[];
}
