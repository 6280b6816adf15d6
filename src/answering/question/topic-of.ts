const opening =
  /^(?:(?:and|but|so|also|then|please|ok(?:ay)?)[, ]+)*(?:(?:can|could|would) you )?(?:tell me|explain|describe|list|name|give me|show me|summari[sz]e|define|compare|find)?\s*(?:(?:who|whom|whose|what|which|when|where|why|how)(?:\s+(?:many|much|long|often|soon|far|quickly|big|old))?)?(?:['\u2019]s)?\s*/i;
const auxiliary =
  /^(?:is|are|was|were|do|does|did|can|could|may|might|must|should|shall|will|would|has|have|had|am)\s+(?:there\s+)?/i;
const names =
  /(?:\b(?:the|a|an)\s+)?\p{Lu}[\p{L}\p{N}'\u2019-]*(?:\s+(?:(?:of|and|for|the|in)\s+)*\p{Lu}[\p{L}\p{N}'\u2019-]*)*/gu;
const nounPhrase =
  /\b(?:the|a|an|our|their|its|his|her|my|your|these|those|this|that)\s+[\p{L}'\u2019-]+(?:\s+[\p{L}'\u2019-]+)*?(?=\s+(?:is|are|was|were|do|does|did|can|could|should|will|would|has|have|had|said|says?|in|on|at|for|with|from|by|about|to|when|that|which|who|formed|set|work|works|made|agreed?)\b|[?.,;:]|$)/giu;

/** What a question is about, its question word and auxiliary taken off: `the common values`. */
export function topicOf(question: string): string {
  const bare = question.trim().replace(/[\s?.!]+$/, '');
  const rest = bare
    .replace(opening, '')
    .replace(auxiliary, '')
    .replace(/^\p{Ll}+(?:s|ed)\s+(?=(?:the|an?|our|their|this|these)\b)/u, '');
  return rest === '' ? bare : rest;
}

/**
 * The thing that a pronoun after the question most likely stands for: a name, else its last noun
 * phrase, else its topic.
 */
export function nameOf(question: string): string {
  const bare = question.trim().replace(/[\s?.!]+$/, '');
  const body = bare.replace(opening, '').replace(auxiliary, '');
  const named = [...body.matchAll(names)]
    .map(([text]) => text)
    .filter((text) => /\p{Lu}/u.test(text) && !/^(?:I|I'm|I've)$/.test(text));
  const longest = named.reduce((best, text) => (text.length > best.length ? text : best), '');
  if (longest !== '') return longest;
  const phrases = [...body.matchAll(nounPhrase)].map(([text]) => text);
  return phrases.at(-1) ?? topicOf(question);
}
