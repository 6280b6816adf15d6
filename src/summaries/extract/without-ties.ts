/** Words inside a sentence that only say that something came before it. */
const therefore =
  /^([^,;:()"\u201c]{1,80}?(?<!\b(?:and|but|or|nor|which|that|who|not|if|are|is|was|were)))\s(?:therefore|thus|hence|consequently|accordingly|nevertheless|nonetheless|moreover|furthermore)\s(?!\p{L}+ing\b|far\b)(?=\p{Ll})/u;
const afterVerb =
  /^([^,;:()"\u201c]{1,80}?\b(?:is|are|was|were|be|has|have|will|can|should|must|may))\s(?:therefore|thus|hence|consequently|accordingly|nevertheless|nonetheless)\s(?=\p{Ll})/u;
const also =
  /^((?:[^,;:.]{1,30},\s)?(?!(?:if|when|while|although|because|as|not|both)\b)(?:(?!(?:and|or|but|not|only|which|that|who|who's)\b)[\p{L}\p{N}'\u2019-]+\s){1,7}?)also\s(?=(?!(?:the|an?|in|on|at|by|for|of|to|from|with|as)\b)\p{Ll})/iu;
const weThen = /^(we)\sthen\s(?=\p{Ll})/iu;

/**
 * A sentence that stands alone without what ties it to the one before, where grammar and meaning stay:
 * `The policy is therefore not justified by …`, `The guideline also suggests that …`. Nothing is added.
 */
export function withoutTies(text: string): string {
  const untied = text.replace(therefore, '$1 ').replace(afterVerb, '$1 ').replace(weThen, '$1 ');
  return /\bnot only\b|\balso\b.*\balso\b/i.test(untied) ? untied : untied.replace(also, '$1');
}
