import type { LanguageCode } from "../document.ts";

const words = (list: string): readonly string[] => list.trim().split(/\s+/u);

/** Without their last stop, lower-case: a sentence never ends with one of these. */
const neverLast: Readonly<Record<LanguageCode, ReadonlySet<string>>> = {
  de: new Set(
    words(`
    abb abg abs abschn abt allg anm aufl ausschl az bd bde begr bes betr bez bspw bzgl bzw ca chr dgl dipl div dr ebd ehem
    eigtl einschl engl entspr erg evtl exkl fa ff fr franz frl gegr geb gem gesetzl gez ggf hd hg hr hrn hrsg hst 
    inh inkl ing insb insbes int jährl jgg jh jhd jr kath kfm lat lfd lic lt ltd mind mio monatl mrd msgr msp mtl mündl nachf nr
    nrn obb op orig österr p pag päck pck persönl phil pkt prof prot rd ref reg rel resp röm russ s schriftl schw sek sel sen sog sp spez st
    staatl std stellv stv tägl tel u ungef univ urspr usf v verg vgl vors vs wiss wöchentl zit zt ztr zw zzgl
    jan jän feb febr mrz apr jun jul aug sept okt nov dez
    d.h z.b u.a z.t i.d.r o.ä u.ä s.o s.u i.e e.v v.a m.e u.u i.a i.v o.g v.chr n.chr a.d b.a u.v.m u.z
    `),
  ),
  en: new Set(
    words(`
    adm adj approx assn assoc asst ave bldg blvd brig capt cf cmdr col comdr corp cpl dept dist dr ed eds esp est
    fr fri ft gov hon hwy jan feb mar apr jun jul aug sep sept oct nov dec lt ltd maj messrs mon mr
    mrs ms msgr mt mts nos pg pl pp pres prof pt pvt rd ref rep rev sen sens reps sgt sr st ste supt
    tel thu thurs tue tues univ viz vol vols vs i.e e.g c.f
    `),
  ),
};

/** Words of their own that are abbreviations before a number only: "No. 5", "Art. 3". */
const beforeNumbers: ReadonlySet<string> = new Set(
  words(
    "art ch cl eq eqs fig figs kap lit min mo di mi do sa so no op pol sat sun wed para paras pos rn rz sec tab verf gen mag ziff",
  ),
);

/** These may end a sentence: they do where a word follows that begins one. */
const maybeLast: ReadonlySet<string> = new Set(
  words(
    "usw etc uvm usf max jr sr bros inc co ltd al corp dept est jh jhd std min mio mrd v.chr n.chr e.v u.v.m u.ä o.ä",
  ),
);

/** Words that begin a sentence and, written with a capital, hardly stand anywhere else. */
const starters: Readonly<Record<LanguageCode, ReadonlySet<string>>> = {
  de: new Set(
    words(`
    aber alle allerdings als also am an auch auf aus außerdem bei beide beim bis da dabei dadurch dafür dagegen daher
    damals damit danach daneben dann daran darauf daraus darin darüber darum das dass davon dazu dem den denn dennoch
    der deren des deshalb dessen deswegen die dies diese diesem diesen dieser dieses doch dort durch eben ein eine einem
    einen einer eines einige er erst es etwa für gegen heute hier hierzu hinter ihm ihr ihre im immer in indem ins
    inzwischen ist ja jede jeder jedes jedoch jene jetzt kein keine laut man manche mehr mein mit nach nachdem neben
    nicht noch nun nur ob obwohl oder ohne schon sein seine seinen seit sie sind so sobald solche sollte sondern sowie
    später trotz trotzdem über um und uns unser unsere unter viele vom von vor vorher wann war waren warum was weder weil
    weitere welche wenn wer werden wie wieder wir wird wo wurde wurden zu zudem zuletzt zum zunächst zur zwar zwischen
    `),
  ),
  en: new Set(
    words(`
    a about after again all also although an and another any are as at because before but by did do does during each
    even few finally for from he her here his how however if in instead into is it its just last later many meanwhile
    more moreover most my nevertheless no nor not now of on once one only other our over she since so some still such
    that the their then there therefore these they this those though through thus to today under until we were what
    when where whether which while who why with would yet you your
    `),
  ),
};

const months: Readonly<Record<LanguageCode, ReadonlySet<string>>> = {
  de: new Set(words("januar jänner februar märz april mai juni juli august september oktober november dezember")),
  en: new Set(words("january february march april may june july august september october november december")),
};

/** What a lower-cased word, written before a stop, is there: an abbreviation that goes on, one that may end a sentence, or none. */
export function abbreviationKind(
  word: string,
  language: LanguageCode,
  isBeforeNumber: boolean,
): "never-last" | "maybe-last" | "none" {
  if (maybeLast.has(word)) return "maybe-last";
  if (neverLast[language]?.has(word) === true) return "never-last";
  if (isBeforeNumber && beforeNumbers.has(word)) return "never-last";
  // Streets are written "Hauptstr.".
  return /^(?:\p{L}\.)+\p{L}$|\p{L}str$/u.test(word) ? "maybe-last" : "none";
}

/** Whether a lower-cased word, capitalised in the text, shows that a sentence begins. */
export function beginsSentence(word: string, language: LanguageCode): boolean {
  return starters[language]?.has(word) === true;
}

export function isMonth(word: string, language: LanguageCode): boolean {
  return months[language]?.has(word) === true;
}
