import type { SmallTalkRules } from "../rules/small-talk-rules.ts";

export const englishSmallTalk: SmallTalkRules = {
  ownWords:
    /(?<!\p{L})(?:hello|good|thanks|thank you|thx|please|help me|what can you do|who are you|yes|great)(?!\p{L})/u,
  remark: /^(?:that|this|it|i|you|we|no|yes|yeah|nah|well|so)(?:['’]\p{L}+)?(?!\p{L})/iu,
  fillers: "a an please all everyone there guys mate man really very just dude bro this now".split(" "),
  phrases: {
    help: `
      help
      help me
      what can you do
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
      what can i ask
      what can i ask you
    `,
    thanks: `
      thanks
      thank you
      many thanks
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
      that helped
      thanks a lot
      thanks so much
      thank you so much
    `,
    greeting: `
      hello
      good morning
      good afternoon
      good evening
      good night
      yo
      bye
      goodbye
      see you
      see you later
      how are you
      how are you doing
      how are you today
      whats up
      sup
      hi how are you
      hello how are you
    `,
    remark: `
      yes
      no
      yep
      nope
      yeah
      nice
      perfect
      great
      awesome
      i see
      got it
      np
      no problem
      sorry
      good answer
      bad answer
      wrong answer
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
      i love you
      i like you
      i hate you
      i love it
      right
      wrong
      exactly
      true
      false
      same
      sure
      of course
      interesting
      oops
      whatever
      never mind
      do you like me
      do you love me
      tell me a joke
      tell a joke
      are you human
      are you a human
      are you real
      are you a robot
      are you an ai
      are you there
      what is your name
      whats your name
      how old are you
      what do you think
      im bored
      i am bored
      good bot
      bad bot
      you are a good bot
      you are a bad bot
    `,
  },
};
