/**
 * English function words: they stand in nearly every passage and say nothing about its subject.
 * Closed word classes only (articles, pronouns, prepositions, conjunctions, auxiliaries, question
 * words and their contractions), so that no subject word is ever dropped. Negations are among them:
 * a bag of words cannot tell what they negate.
 */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above after again against all also although am among an and any are aren't as at be
  because been before being below between both but by can can't cannot could couldn't did didn't do
  does doesn't doing don't down during each either else ever every few for from further had hadn't
  has hasn't have haven't having he he'd he'll he's hence her here here's hers herself him himself
  his how how's however i i'd i'll i'm i've if in into is isn't it it'd it'll it's its itself just
  let's may me might mine more most much must mustn't my myself neither no nor not of off often on
  once only onto or other ought our ours ourselves out over own per rather same shall shan't she
  she'd she'll she's should shouldn't since so some such than that that's the their theirs them
  themselves then there there's therefore these they they'd they'll they're they've this those though
  through thus to too toward towards under until up upon us very via was wasn't we we'd we'll we're
  we've were weren't what what's whatever when when's where where's whereas whether which while who
  who's whom whose why why's will with within without won't would wouldn't yet you you'd you'll
  you're you've your yours yourself yourselves`.split(/\s+/),
);
