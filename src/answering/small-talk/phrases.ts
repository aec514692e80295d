/** Kinds of messages that do not ask the documents anything. `help`: what the program can do. */
export type SmallTalk = "help" | "thanks" | "greeting" | "remark";

/** Whole messages of German and English, folded, one a line, without `fillers`. */
export const phrases: Readonly<Record<SmallTalk, string>> = {
  help: `
    help
    help me
    hilfe
    hilf mir
    was kannst du
    was kannst du machen
    was kannst du tun
    was kann man fragen
    was kann ich fragen
    was kann ich dich fragen
    was machst du
    wer bist du
    was bist du
    wie funktionierst du
    wie funktioniert das
    wie geht das
    wie benutze ich dich
    wie benutzt man dich
    wie bediene ich dich
    what can you do
    what can i ask
    what can i ask you
    what can i do
    what do you do
    who are you
    what are you
    how do you work
    how does this work
    how does it work
    how do i use you
    how can i use you
    how do i use this
  `,
  thanks: `
    danke
    danke dir
    dank dir
    danke euch
    danke sehr
    danke schon
    dankeschon
    dankesehr
    vielen dank
    herzlichen dank
    besten dank
    tausend dank
    danke fur die hilfe
    danke fur die antwort
    danke fur die info
    danke fur deine hilfe
    danke fur deine antwort
    vielen dank fur die hilfe
    vielen dank fur die antwort
    thanks
    thank you
    thanks a lot
    thanks so much
    many thanks
    thank you so much
    thank you very much
    thanks for the help
    thanks for your help
    thanks for the answer
    thank you for your help
    thank you for the help
    thx
    ty
    tysm
    cheers
    merci
    das hat geholfen
    that helped
  `,
  greeting: `
    hallo
    hi
    hey
    hello
    moin
    moin moin
    servus
    gruss gott
    gruezi
    guten morgen
    guten tag
    guten abend
    gute nacht
    good morning
    good afternoon
    good evening
    good night
    huhu
    tach
    na
    yo
    tschuss
    bye
    goodbye
    ciao
    see you
    see you later
    bis dann
    bis spater
    bis bald
    wie geht es
    wie geht es dir
    wie gehts
    wie gehts dir
    wie geht s
    wie geht s dir
    how are you
    how are you doing
    how are you today
    whats up
    sup
    was geht
    was geht ab
    schonen tag
    schonen abend
    hallo wie geht es dir
    hallo wie gehts
    hi how are you
    hello how are you
  `,
  remark: `
    lol
    rofl
    lmao
    xd
    hm
    aha
    ah
    oh
    wow
    haha
    hehe
    ok
    okay
    k
    ja
    nein
    jo
    yes
    no
    yep
    nope
    yeah
    nö
    genau
    stimmt
    richtig
    falsch
    quatsch
    unsinn
    naja
    egal
    schade
    krass
    geil
    cool
    nice
    super
    toll
    klasse
    prima
    perfekt
    perfect
    great
    awesome
    gut
    alles klar
    ach so
    achso
    verstehe
    i see
    got it
    klar
    gerne
    bitte
    np
    no problem
    kein problem
    sorry
    entschuldigung
    tut mir leid
    gute antwort
    schlechte antwort
    good answer
    bad answer
    wrong answer
    falsche antwort
    good bot
    bad bot
    guter bot
    schlechter bot
    braver bot
    du bist ein guter bot
    du bist ein schlechter bot
    you are a good bot
    you are a bad bot
    das stimmt
    das stimmt nicht
    stimmt nicht
    das ist falsch
    das ist richtig
    das ist gut
    das ist super
    das ist toll
    das ist cool
    das ist quatsch
    das ist unsinn
    das war falsch
    das war gut
    das hilft nicht
    das hilft mir nicht
    das war nicht hilfreich
    das war hilfreich
    macht sinn
    das macht sinn
    that is wrong
    thats wrong
    that is right
    thats right
    thats not true
    that is not true
    that is great
    thats great
    thats cool
    that is cool
    not helpful
    that was helpful
    makes sense
    that makes sense
    du bist toll
    du bist super
    du bist cool
    du bist gut
    du bist lustig
    du bist dumm
    du bist doof
    du bist blod
    du bist schlau
    du bist klug
    du bist nett
    du bist nutzlos
    du bist schlecht
    du bist der beste
    du bist die beste
    der ist toll
    der ist dumm
    der ist super
    you are great
    you are awesome
    you are cool
    you are smart
    you are stupid
    you are dumb
    you are useless
    you are funny
    you are the best
    you are bad
    you are good
    youre great
    youre awesome
    youre stupid
    youre dumb
    youre useless
    youre the best
    this is useless
    this is great
    this is awesome
    this sucks
    you suck
    ich liebe dich
    ich mag dich
    ich hasse dich
    i love you
    i like you
    i hate you
    i love it
    okey
    oki
    verstanden
    top
    gut gemacht
    gern
    doch
    hihi
    right
    wrong
    exactly
    true
    false
    same
    eben
    sure
    of course
    naturlich
    interessant
    interesting
    spannend
    schon
    sehr gut
    ups
    oops
    whatever
    never mind
    schon gut
    magst du mich
    liebst du mich
    do you like me
    do you love me
    erzahl einen witz
    erzahl mir einen witz
    tell me a joke
    tell a joke
    bist du ein mensch
    bist du ein roboter
    bist du eine ki
    bist du echt
    bist du da
    are you human
    are you a human
    are you real
    are you a robot
    are you an ai
    are you there
    wie heisst du
    wie alt bist du
    what is your name
    whats your name
    how old are you
    was denkst du
    what do you think
    mir ist langweilig
    im bored
    i am bored
  `,
};

/** Filler words, which do not matter. */
export const fillers: ReadonlySet<string> = new Set(
  "bot bots fundstelle lieben ein eine a an mal denn so eigentlich hier alles echt wirklich ja aber doch please bitte alle zusammen leute all everyone there guys mate man really very just dude bro euch noch dieser this dann jetzt now".split(
    " ",
  ),
);
