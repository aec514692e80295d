import { type SentenceRules, words } from "../rules/sentence-rules.ts";

/** How sentences begin and end in German. */
export const germanSentences: SentenceRules = {
  neverLast: words(`
    abb abg abs abschn abt allg anm aufl ausschl az bd bde begr bes betr bez bspw bzgl bzw ca chr dgl dipl div dr ebd ehem
    eigtl einschl engl entspr erg evtl exkl fa ff fr franz frl gegr geb gem gesetzl gez ggf hd hg hr hrn hrsg hst 
    inh inkl ing insb insbes int jährl jgg jh jhd jr kath kfm lat lfd lic lt ltd mind mio monatl mrd msgr msp mtl mündl nachf nr
    nrn obb op orig österr p pag päck pck persönl phil pkt prof prot rd ref reg rel resp röm russ s schriftl schw sek sel sen sog sp spez st
    staatl std stellv stv tägl tel u ungef univ urspr usf v verg vgl vors vs wiss wöchentl zit zt ztr zw zzgl
    jan jän feb febr mrz apr jun jul aug sept okt nov dez
    d.h z.b u.a z.t i.d.r o.ä u.ä s.o s.u i.e e.v v.a m.e u.u i.a i.v o.g v.chr n.chr a.d b.a u.v.m u.z
    `),
  beforeNumbers: words("art kap lit min mo di mi do sa so pos rn rz tab verf ziff"),
  maybeLast: words("usw uvm usf jh jhd std mio mrd v.chr n.chr e.v u.v.m u.ä o.ä"),
  maybeLastEnding: /\p{L}str$/u,
  starters: words(`
    aber alle allerdings als also am an auch auf aus außerdem bei beide beim bis da dabei dadurch dafür dagegen daher
    damals damit danach daneben dann daran darauf daraus darin darüber darum das dass davon dazu dem den denn dennoch
    der deren des deshalb dessen deswegen die dies diese diesem diesen dieser dieses doch dort durch eben ein eine einem
    einen einer eines einige er erst es etwa für gegen heute hier hierzu hinter ihm ihr ihre im immer in indem ins
    inzwischen ist ja jede jeder jedes jedoch jene jetzt kein keine laut man manche mehr mein mit nach nachdem neben
    nicht noch nun nur ob obwohl oder ohne schon sein seine seinen seit sie sind so sobald solche sollte sondern sowie
    später trotz trotzdem über um und uns unser unsere unter viele vom von vor vorher wann war waren warum was weder weil
    weitere welche wenn wer werden wie wieder wir wird wo wurde wurden zu zudem zuletzt zum zunächst zur zwar zwischen
    `),
  months: words("januar jänner februar märz april mai juni juli august september oktober november dezember"),
};
