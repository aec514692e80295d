/**
 * Function words and question words: they connect things and do not say what a text is about. Folded as `foldGerman`
 * does.
 */
export const germanStopWords: ReadonlySet<string> = new Set(
  `
  a ab aber all alle allem allen aller allerdings alles als also am an andere anderem anderen anderer anderes anders
  auch auf aus ausser bei beim bereits bevor bin bis bisher bist bzw
  da dabei dadurch dafur dagegen daher dahin damals damit danach daneben dann daran darauf daraus darf darfst darin darum darunter daruber
  das dass davon davor dazu dein deine deinem deinen deiner deines dem den denen denn dennoch der deren des deshalb dessen deswegen
  dich die dies diese diesem diesen dieser dieses dir doch dort du durch durfen durfte durften
  eben ebenfalls ebenso eigentlich ein eine einem einen einer eines einige einigen einiger einiges einmal er es etwa etwas euch euer eure eurem euren eurer
  fur gab gar geben gegen gegenuber genau gerade gibt ging
  hab habe haben habt hast hat hatte hatten hattest hier hierbei hierfur hin hinter
  ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem ins inwiefern inwieweit ins ist
  ja je jede jedem jeden jeder jedes jedoch jene jenem jenen jener jenes jetzt
  kann kannst kein keine keinem keinen keiner keines konnen konnt konnte konnten
  man manch manche manchem manchen mancher manches mein meine meinem meinen meiner meines mehr mich mir mit mochte mochten
  muss mussen musst musste mussten
  nach nachdem nebst neben nein nicht nichts noch nun nur
  ob obwohl oder ohne per pro
  schon sehr sei seid seien sein seine seinem seinen seiner seines seit seitdem selbst sich sie sind so sobald sofern sogar solch solche solchem solchen solcher
  solches soll sollen sollst sollt sollte sollten somit sondern sonst soviel soweit sowie sowohl
  statt trotz trotzdem uber um und uns unser unsere unserem unseren unserer unter usw
  viel viele vielem vielen vieler vom von vor wahrend wann war ware waren warst warum was
  weder weg wegen weil weiter weitere welche welchem welchen welcher welches wem wen wenn wer werde werden werdet wessen weshalb wie wieder wieso wieviel wieviele will willst wir wird
  wirklich wirst wo wobei wodurch wofur wogegen woher wohin wohl wollen wollt wollte wollten womit wonach woran worauf woraus worin woruber worum wovon wovor wozu
  wurde wurden wurdet
  zb zu zudem zum zur zwar zwischen
  bitte sag sage mal ua dh etc vgl ca
  is ne nen nem ner nix grad halt eh gibts gehts ists wars hats kanns solls wirds wies obs isses denn eigtl
  eher oft bald uberhaupt
  `
    .split(/\s+/)
    .filter((word) => word !== ""),
);

/** Stop words that are nouns where they are written with a capital: die Bitte, der Weg. */
export const nounsAmongStopWords: ReadonlySet<string> = new Set(["bitte", "grad", "halt", "mal", "weg"]);
