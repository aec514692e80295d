import type { SmallTalkRules } from "../rules/small-talk-rules.ts";

export const germanSmallTalk: SmallTalkRules = {
  ownWords:
    /(?<!\p{L})(?:hallo|moin|servus|tach|gruss|gruezi|guten|gute|danke\p{L}*|dank|bitte|hilfe|hilf|tschuss|genau|stimmt|ja|nein|was kannst du|wer bist du)(?!\p{L})/u,
  remark: /^(?:das|dies|es|ich|du|wir|ihr|so|ja|nein|doch|stimmt|genau)(?:['’]\p{L}+)?(?!\p{L})/iu,
  fillers:
    "lieben ein eine mal denn so eigentlich hier alles echt wirklich ja aber doch bitte alle zusammen leute euch noch dieser dann jetzt".split(
      " ",
    ),
  phrases: {
    help: `
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
      das hat geholfen
    `,
    greeting: `
      hallo
      moin
      moin moin
      servus
      gruss gott
      gruezi
      guten morgen
      guten tag
      guten abend
      gute nacht
      huhu
      tach
      na
      tschuss
      bis dann
      bis spater
      bis bald
      wie geht es
      wie geht es dir
      wie gehts
      wie gehts dir
      wie geht s
      wie geht s dir
      was geht
      was geht ab
      schonen tag
      schonen abend
      hallo wie geht es dir
      hallo wie gehts
    `,
    remark: `
      ja
      nein
      jo
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
      toll
      klasse
      prima
      perfekt
      gut
      alles klar
      ach so
      achso
      verstehe
      klar
      gerne
      bitte
      kein problem
      entschuldigung
      tut mir leid
      gute antwort
      schlechte antwort
      falsche antwort
      guter bot
      schlechter bot
      braver bot
      du bist ein guter bot
      du bist ein schlechter bot
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
      ich liebe dich
      ich mag dich
      ich hasse dich
      verstanden
      gut gemacht
      gern
      doch
      eben
      naturlich
      interessant
      spannend
      schon
      sehr gut
      ups
      schon gut
      magst du mich
      liebst du mich
      erzahl einen witz
      erzahl mir einen witz
      bist du ein mensch
      bist du ein roboter
      bist du eine ki
      bist du echt
      bist du da
      wie heisst du
      wie alt bist du
      was denkst du
      mir ist langweilig
    `,
  },
};
