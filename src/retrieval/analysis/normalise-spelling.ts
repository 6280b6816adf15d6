/**
 * British and American spellings brought to one form. Which form does not matter, since texts and
 * queries go the same way; that two words of different meaning fall together does, so a rule either
 * names its words or cannot hit others.
 */
const rules: readonly (readonly [RegExp, string])[] = [
  [/(?<=[a-z]{3})iz(?=(?:e[ds]?|ers?|ing|able|ations?|ational)$)/, 'is'],
  [/yz(?=(?:e[ds]?|ers?|ing)$)/, 'ys'],
  [
    /(?<=arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|harb|hon|hum|lab|neighb|od|parl|rig|rum|sav|splend|succ|tum|val|vap|vig)our/,
    'or',
  ],
  [/(?<=cent|fib|lit|met|theat|calib|spect|meag)re(?=[sd]?$)/, 'er'],
  [/(?<=[a-z])ae(?=[a-z])|^ae(?=[st])/, 'e'],
  [/^oe(?=[dst])|(?<=rrh|^f|^hom|^am|pn|^man)oe(?=[a-z])|(?<=^c)oe(?=li)/, 'e'],
  [/(?<=anal|catal|dial|monol|prol|epil|homol)ogue/, 'og'],
  [/(?<=def|off|lic|pret)ence/, 'ense'],
  [/sulph/, 'sulf'],
  [/^programme/, 'program'],
  [/^practise/, 'practice'],
  [/^ageing/, 'aging'],
  [/^grey/, 'gray'],
  [/(?<=judg|acknowledg)ement/, 'ment'],
  [/(?<=^enro|^fulfi|^insta|^ski)l(?=$|s$|ment|ful)/, 'll'],
];

/** @param word lower case. */
export function normaliseSpelling(word: string): string {
  if (word.length < 4) return word;
  let normal = word;
  for (const [pattern, replacement] of rules) normal = normal.replace(pattern, replacement);
  return normal;
}
