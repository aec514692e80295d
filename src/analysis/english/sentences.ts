import { type SentenceRules, words } from "../rules/sentence-rules.ts";

/** How sentences begin and end in English. */
export const englishSentences: SentenceRules = {
  neverLast: words(`
    adm adj approx assn assoc asst ave bldg blvd brig capt cf cmdr col comdr corp cpl dept dist dr ed eds esp est
    fr fri ft gov hon hwy jan feb mar apr jun jul aug sep sept oct nov dec lt ltd maj messrs mon mr
    mrs ms msgr mt mts nos pg pl pp pres prof pt pvt rd ref rep rev sen sens reps sgt sr st ste supt
    tel thu thurs tue tues univ viz vol vols vs i.e e.g c.f
    `),
  beforeNumbers: words("ch cl eq eqs fig figs no op pol sat sun wed para paras sec gen mag"),
  maybeLast: words("etc max jr sr bros inc co ltd al corp dept est min"),
  starters: words(`
    a about after again all also although an and another any are as at because before but by did do does during each
    even few finally for from he her here his how however if in instead into is it its just last later many meanwhile
    more moreover most my nevertheless no nor not now of on once one only other our over she since so some still such
    that the their then there therefore these they this those though through thus to today under until we were what
    when where whether which while who why with would yet you your
    `),
  months: words("january february march april may june july august september october november december"),
};
