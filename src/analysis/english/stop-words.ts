/** Function words and question words of English, folded as `foldCase` does. */
export const englishStopWords: ReadonlySet<string> = new Set(
  `
  a about above after again against all also although am among an and any anybody anyone anything are arent as at
  be because been before being below between both but by
  can cannot cant could couldnt did didnt do does doesnt doing done dont down during
  each either else ever every everybody everyone everything few for from further
  had hadnt has hasnt have havent having he hed hell her here hers herself hes him himself his how however
  i id if im in into is isnt it its itself ive
  just lets let like many may me might more most much must my myself
  neither no nor not now of off on once one ones only onto or other others our ours ourselves out over own
  per please quite rather really s same shall shant she shes should shouldnt since so some somebody someone something such
  t than that thats the their theirs them themselves then there theres these they theyre theyve this those though through thus to too
  under until unto up upon us very via was wasnt we well were werent weve what whatever whats when whenever where wheres wherever whether which whichever while who
  whoever whom whos whose why will with within without wont would wouldnt
  yes yet you youd youll your youre yours yourself yourselves youve
  tell
  `
    .split(/\s+/)
    .filter((word) => word !== ""),
);

/** Stop words that are acronyms where they are written in capitals: the World Health Organization, information technology. */
export const acronymsAmongStopWords: ReadonlySet<string> = new Set(["it", "who"]);
