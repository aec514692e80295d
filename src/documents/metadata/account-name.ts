import { alternatives } from "../language-rules.ts";

/** Names of accounts, as systems and companies make them: `anna.meier`, `meiera`, `mei0042`, `DOMAIN\meiera`. */
const accounts = [/^\p{L}{2,}[._]\p{L}{2,}\d*$/u, /^[\p{Ll}\d][\p{Ll}\d._-]*$/u, /[\\@]/u];
/** Programs and devices; many are words of names too, and are known by standing first or alone. */
const programs = new RegExp(
  "^(?:(?:adobe )?(?:acrobat|pdf ?(?:maker|library)|distiller|indesign|illustrator|photoshop|framemaker|livecycle)|pdf ?creator|quarkxpress|" +
    "scribus|coreldraw|pscript5?|(?:pdf|xe|lua|la|con)?tex|hyperref|(?:gpl )?ghostscript|quartz pdfcontext|itext(?:sharp)?|(?:apache )?fop|" +
    "reportlab|wkhtmltopdf|weasyprint|prince|(?:google |headless)?chrome|chromium|mozilla firefox|firefox|safari|skia|cairo \\d|doxygen|" +
    "jasperreports|ms office|office \\d{2,4}|windows)\\b",
  "iu",
);
const devices = new RegExp(
  "^(?:(?:xerox|ricoh|kyocera|konica|minolta|lexmark|epson|scanner|lenovo|acer|toshiba|medion|hp|hewlett[- ]packard)\\b.*|" +
    "(?:canon|brother|sharp|dell|asus|sap|pc|mac|imac|notebook|laptop)(?: \\S*\\d.*| ir-?adv.*)?)$",
  "iu",
);
const versions = /\.(?:dll|exe)\b|\bversion \d|\b\d+\.\d+(?:\.\d+)*$/iu;
const placeholder = new RegExp(
  `^(?:default|${alternatives(({ placeholders }) => placeholders?.authors)})\\W*\\d*$`,
  "iu",
);

/** Whether a name is one that nobody gave as an author's: that of an account, a program or a device. */
export function isAccountOrProgram(name: string): boolean {
  return [...accounts, programs, devices, versions, placeholder].some((form) => form.test(name));
}
